package dev.chancery.core.lint;

import java.util.Optional;

/** The identifier is compared octet by octet, and these RFCs leave no choice. */
final class SignatureParametersAbsent extends CertificateRule {
    SignatureParametersAbsent() {
        super(
                "signature-parameters-absent",
                Severity.ERROR,
                "RFC 5758 §3.2, RFC 8410 §3, RFC 9881 §2",
                "signature",
                "ECDSA, EdDSA and ML-DSA signature algorithms carry no parameters, not even NULL.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        AlgorithmIdentifier algorithm = certificate.signature();
        boolean absent = SignatureScheme.of(algorithm.oid())
                .map(SignatureScheme::parametersAbsent)
                .orElse(false);
        return !absent || algorithm.parameters().isEmpty()
                ? fine()
                : wrong("signature algorithm " + algorithm.oid() + " carries parameters");
    }
}
