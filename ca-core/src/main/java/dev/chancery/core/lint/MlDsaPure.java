package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;

/** RFC 9881 forbids the pre-hash identifiers in certificates. */
final class MlDsaPure extends CertificateRule {
    private static final Set<String> HASHED =
            Set.of("2.16.840.1.101.3.4.3.32", "2.16.840.1.101.3.4.3.33", "2.16.840.1.101.3.4.3.34");

    MlDsaPure() {
        super(
                "ml-dsa-pure",
                Severity.ERROR,
                "RFC 9881 §2",
                "signature",
                "ML-DSA is used in its pure form, never as HashML-DSA.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return HASHED.contains(certificate.signature().oid())
                        || HASHED.contains(certificate.key().algorithm().oid())
                ? wrong("HashML-DSA stands where ML-DSA belongs")
                : fine();
    }
}
