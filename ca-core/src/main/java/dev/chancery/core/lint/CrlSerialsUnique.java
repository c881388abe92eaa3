package dev.chancery.core.lint;

import java.util.Optional;

/** Two entries may give two reasons; one reader believes the first, another the last. */
final class CrlSerialsUnique extends CrlRule {
    CrlSerialsUnique() {
        super(
                "crl-serials-unique",
                Severity.ERROR,
                "RFC 5280 §5.3.1",
                "revokedCertificates",
                "No serial number stands there twice.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return CrlSerials.firstRepeated(crl).map(serial -> "serial " + serial + " stands there twice");
    }
}
