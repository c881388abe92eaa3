package dev.chancery.core.lint;

import java.util.Optional;

/** It proves possession for the moment only, and yet says that the software is old. */
final class RequestSignatureStrong extends RequestRule {
    RequestSignatureStrong() {
        super(
                "csr-signature-strong",
                Severity.WARNING,
                "RFC 9155 §2, RFC 6151 §2",
                "signatureAlgorithm",
                "The signature does not rest on MD2, MD5 or SHA-1.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        return SignatureScheme.of(request.signature().oid())
                        .map(SignatureScheme::brokenHash)
                        .orElse(false)
                ? wrong("signature algorithm " + request.signature().oid() + " uses a broken hash; use SHA-256")
                : fine();
    }
}
