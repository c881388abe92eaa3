package dev.chancery.core.lint;

import java.util.Optional;

/** For our own certificates a short serial is no matter of taste: the generator is broken. */
final class OwnSerialEntropy extends ExpectationRule {
    OwnSerialEntropy() {
        super(
                "own-serial-entropy",
                Severity.ERROR,
                "CA/B Baseline Requirements §7.1",
                "serialNumber",
                "A serial number of ours has at least 16 octets, 120 bits of them random.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        int octets = certificate.fields().serialNumber().contentLength();
        return octets >= 16
                ? fine()
                : wrong("the serial number has " + octets + " octets; take it from SerialNumber.random");
    }
}
