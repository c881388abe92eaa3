package dev.chancery.core.lint;

import java.util.Optional;

/** Readers may store no more. */
final class CrlNumberRange extends CrlRule {
    CrlNumberRange() {
        super(
                "crl-number-range",
                Severity.ERROR,
                "RFC 5280 §5.2.3",
                "cRLNumber",
                "The CRL number is not negative and has at most 20 octets.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.number()
                        .filter(number -> number.signum() < 0 || number.bitLength() > 159)
                        .isPresent()
                ? wrong("cRLNumber " + crl.number().get() + " is negative or has more than 20 octets")
                : fine();
    }
}
