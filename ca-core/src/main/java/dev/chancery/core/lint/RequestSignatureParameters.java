package dev.chancery.core.lint;

import java.util.Optional;

/** Strict parsers refuse the others. */
final class RequestSignatureParameters extends RequestRule {
    RequestSignatureParameters() {
        super(
                "csr-signature-parameters",
                Severity.WARNING,
                "RFC 4055 §5, RFC 5758 §3.2, RFC 9881 §2",
                "signatureAlgorithm",
                "RSA signature algorithms carry NULL parameters; ECDSA, EdDSA and ML-DSA none.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        AlgorithmIdentifier algorithm = request.signature();
        Optional<SignatureScheme> scheme = SignatureScheme.of(algorithm.oid());
        boolean good = scheme.isEmpty()
                || (scheme.get().pkcs1()
                        ? algorithm.nullParameters()
                        : !scheme.get().parametersAbsent()
                                || algorithm.parameters().isEmpty());
        return good ? fine() : wrong("signature algorithm " + algorithm.oid() + " has the wrong parameters");
    }
}
