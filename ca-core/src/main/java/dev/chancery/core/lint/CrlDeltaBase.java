package dev.chancery.core.lint;

import java.math.BigInteger;
import java.util.Optional;

/** A delta to itself or to the future can be applied to nothing. */
final class CrlDeltaBase extends CrlRule {
    CrlDeltaBase() {
        super(
                "crl-delta-base",
                Severity.ERROR,
                "RFC 5280 §5.2.4",
                "deltaCRLIndicator",
                "The base of a delta is an earlier CRL, by number.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Optional<BigInteger> base = crl.deltaBase();
        return base.isEmpty()
                        || base.get().signum() >= 0
                                && crl.number()
                                        .filter(number -> number.compareTo(base.get()) > 0)
                                        .isPresent()
                ? fine()
                : wrong("BaseCRLNumber " + base.get() + " is not below the CRL's own number");
    }
}
