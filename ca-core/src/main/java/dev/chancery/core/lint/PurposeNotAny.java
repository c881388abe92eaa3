package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** anyExtendedKeyUsage makes a server certificate good for logon and code signing (ESC2). */
final class PurposeNotAny extends CertificateRule {
    /** The RFC's, and Microsoft's "any application policy". */
    private static final Set<String> ANY = Set.of(ObjectIdentifiers.ANY_PURPOSE, "1.3.6.1.4.1.311.10.12.1");

    PurposeNotAny() {
        super(
                "eku-not-any",
                Severity.ERROR,
                "RFC 5280 §4.2.1.12",
                "extKeyUsage",
                "extKeyUsage does not allow every purpose.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.standard().purposes().orElse(List.of()).stream().anyMatch(ANY::contains)
                ? wrong("extKeyUsage has anyExtendedKeyUsage; list the purposes one by one")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
