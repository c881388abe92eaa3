package dev.chancery.core.lint;

import java.util.Optional;

/** Who can make collisions can make a CRL that revokes nothing. */
final class CrlSignatureStrong extends CrlRule {
    CrlSignatureStrong() {
        super(
                "crl-signature-strong",
                Severity.ERROR,
                "RFC 9155 §2, RFC 6151 §2",
                "signature",
                "The signature algorithm is known and does not rest on MD2, MD5 or SHA-1.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        String oid = crl.signature().oid();
        return SignatureScheme.of(oid).filter(scheme -> !scheme.brokenHash()).isPresent()
                ? fine()
                : wrong("signature algorithm " + oid + " is unknown or uses a broken hash; use SHA-256");
    }
}
