package dev.chancery.core.fuzz;

import dev.chancery.core.crl.CrlTarget;
import dev.chancery.core.csr.RequestTarget;
import dev.chancery.core.enrollment.SignedRequestTarget;
import dev.chancery.core.enrollment.WishTarget;
import dev.chancery.core.inspection.FileTarget;
import dev.chancery.core.lint.CertificateTarget;
import dev.chancery.core.lint.OcspTarget;
import dev.chancery.core.x509.DerTarget;
import dev.chancery.core.x509.NameTextTarget;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;

@DisplayName("The parsers of requests, certificates, CRLs and names (SECURITY.md rule 24)")
final class CoreFuzzTest extends Fuzzed {
    static Stream<Named<Class<? extends Target>>> targets() {
        return Stream.of(
                named(RequestTarget.class),
                named(SignedRequestTarget.class),
                named(WishTarget.class),
                named(CertificateTarget.class),
                named(OcspTarget.class),
                named(FileTarget.class),
                named(CrlTarget.class),
                named(DerTarget.class),
                named(NameTextTarget.class));
    }
}
