package dev.chancery.core.lint;

import java.util.Optional;

/** The outer one is not signed: whoever may choose it may choose a weaker one. */
final class CrlSignatureAlgorithmsEqual extends CrlRule {
    CrlSignatureAlgorithmsEqual() {
        super(
                "crl-signature-algorithms-equal",
                Severity.ERROR,
                "RFC 5280 §5.1.1.2",
                "signatureAlgorithm",
                "The signature algorithm inside what is signed is the one outside, octet by octet.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.fields().outerSignature().encoded().equals(crl.signature().encoded())
                ? fine()
                : wrong("inside stands " + crl.signature().encoded().hex() + ", outside "
                        + crl.fields().outerSignature().encoded().hex());
    }
}
