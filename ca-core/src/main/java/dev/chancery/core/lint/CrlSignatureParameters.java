package dev.chancery.core.lint;

import java.util.Optional;

/** Verifiers differ in what else they take. */
final class CrlSignatureParameters extends CrlRule {
    CrlSignatureParameters() {
        super(
                "crl-signature-parameters",
                Severity.ERROR,
                "RFC 4055 §5, RFC 5758 §3.2, RFC 9881 §2",
                "signature",
                "RSA signature algorithms carry NULL parameters; ECDSA, EdDSA and ML-DSA none.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        AlgorithmIdentifier algorithm = crl.signature();
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
