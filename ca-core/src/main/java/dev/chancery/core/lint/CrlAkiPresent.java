package dev.chancery.core.lint;

import java.util.Optional;

/** It tells the CRLs of two keys of one CA name apart. */
final class CrlAkiPresent extends CrlRule {
    CrlAkiPresent() {
        super(
                "crl-aki-present",
                Severity.ERROR,
                "RFC 5280 §5.2.1",
                "authorityKeyIdentifier",
                "The CRL has an authority key identifier, in its key identifier form.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.authorityKeyIdentifier()
                        .filter(aki -> aki.keyIdentifier().isPresent() && !aki.namesIssuer())
                        .isPresent()
                ? fine()
                : wrong("authorityKeyIdentifier is missing, or holds other things than a keyIdentifier");
    }
}
