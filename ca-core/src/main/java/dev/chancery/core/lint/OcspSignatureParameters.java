package dev.chancery.core.lint;

import java.util.Optional;

/** Clients differ in what else they take. */
final class OcspSignatureParameters extends BasicOcspRule {
    OcspSignatureParameters() {
        super(
                "ocsp-signature-parameters",
                Severity.ERROR,
                "RFC 4055 §5, RFC 5758 §3.2, RFC 9881 §2",
                "signatureAlgorithm",
                "RSA signature algorithms carry NULL parameters; ECDSA, EdDSA and ML-DSA none.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        AlgorithmIdentifier algorithm = basic.signature();
        Optional<SignatureScheme> scheme = SignatureScheme.of(algorithm.oid());
        boolean good = scheme.isEmpty()
                || (!scheme.get().pkcs1() || algorithm.nullParameters())
                        && (!scheme.get().parametersAbsent()
                                || algorithm.parameters().isEmpty());
        return good
                ? fine()
                : wrong("signature algorithm " + algorithm.encoded().hex() + " has the wrong parameters");
    }
}
