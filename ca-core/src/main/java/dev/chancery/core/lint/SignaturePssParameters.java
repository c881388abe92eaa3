package dev.chancery.core.lint;

import java.util.Optional;

/** Many verifiers know no other combination. */
final class SignaturePssParameters extends CertificateRule {
    SignaturePssParameters() {
        super(
                "signature-pss-parameters",
                Severity.ERROR,
                "RFC 4055 §3.1",
                "signature",
                "RSASSA-PSS uses one hash throughout, and a salt as long as the hash.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        AlgorithmIdentifier algorithm = certificate.signature();
        return SignatureScheme.of(algorithm.oid())
                                .filter(scheme -> scheme == SignatureScheme.RSA_PSS)
                                .isEmpty()
                        || PssParameters.usual(algorithm)
                ? fine()
                : wrong("the parameters of RSASSA-PSS are not SHA-2 throughout with a salt of the same length");
    }
}
