package dev.chancery.core.lint;

import java.util.Optional;

/** Possession of the key cannot be checked otherwise. */
final class RequestSignatureKnown extends RequestRule {
    RequestSignatureKnown() {
        super(
                "csr-signature-known",
                Severity.ERROR,
                "RFC 2986 §4.2",
                "signatureAlgorithm",
                "The signature algorithm is one that we know.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        String oid = request.signature().oid();
        return SignatureScheme.of(oid).isPresent()
                ? fine()
                : wrong("signature algorithm " + oid + " is unknown; use RSA or ECDSA with SHA-2, EdDSA or ML-DSA");
    }
}
