package dev.chancery.core.enrollment;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Optional;

/**
 * What would become of a request if it were sent now.
 *
 * @param request the CSR, when it could be read
 * @param grant what would be granted, when nothing objects
 * @param waitsBecause why an officer would have to approve; empty when it would be issued at once
 */
public record Preview(
        Optional<CertificateRequest> request,
        Optional<Grant> grant,
        List<String> waitsBecause,
        List<Objection> objections) {
    public Preview {
        waitsBecause = List.copyOf(waitsBecause);
        objections = List.copyOf(objections);
    }
}
