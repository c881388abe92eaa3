package dev.chancery.core.lint;

import java.util.Optional;

/** It tells which of two CRLs is the newer. */
final class CrlNumberPresent extends CrlRule {
    CrlNumberPresent() {
        super("crl-number-present", Severity.ERROR, "RFC 5280 §5.2.3", "cRLNumber", "The CRL has a number.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.number().isPresent() ? fine() : wrong("cRLNumber is missing");
    }
}
