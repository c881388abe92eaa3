package dev.chancery.core.lint;

import java.util.Optional;

/** A list of nobody revokes nothing. */
final class CrlIssuerNotEmpty extends CrlRule {
    CrlIssuerNotEmpty() {
        super("crl-issuer-not-empty", Severity.ERROR, "RFC 5280 §5.1.2.3", "issuer", "The issuer name is not empty.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return EncodedName.read(crl.fields().issuer()).isEmpty() ? wrong("the issuer name is empty") : fine();
    }
}
