package dev.chancery.core.lint;

import java.util.Optional;

/** No certificate of ours has another. */
final class CrlSerialForm extends CrlEntryRule {
    CrlSerialForm() {
        super(
                "crl-serial-form",
                Severity.ERROR,
                "RFC 5280 §4.1.2.2",
                "revokedCertificates",
                "Serial numbers are positive and have at most 20 octets.");
    }

    @Override
    Optional<String> judge(CrlEntry entry, boolean delta) {
        int octets = entry.serial().contentLength();
        return octets <= 20 && entry.serialNumber().signum() > 0
                ? fine()
                : wrong(entry.name() + " is not positive or has more than 20 octets");
    }
}
