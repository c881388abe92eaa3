package dev.chancery.core.lint;

import java.util.Optional;

/** Who can make two texts with one hash can say good in place of revoked. */
final class OcspSignatureStrong extends BasicOcspRule {
    OcspSignatureStrong() {
        super(
                "ocsp-signature-strong",
                Severity.ERROR,
                "RFC 9155 §2, RFC 6151 §2",
                "signatureAlgorithm",
                "The signature does not rest on MD2, MD5 or SHA-1.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        return SignatureScheme.of(basic.signature().oid())
                        .map(SignatureScheme::brokenHash)
                        .orElse(false)
                ? wrong("signature algorithm " + basic.signature().oid() + " uses a broken hash")
                : fine();
    }
}
