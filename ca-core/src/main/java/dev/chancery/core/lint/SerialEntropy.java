package dev.chancery.core.lint;

import java.util.Optional;

/** A guessable serial lets an attacker prepare a colliding certificate before the CA signs. */
final class SerialEntropy extends CertificateRule {
    SerialEntropy() {
        super(
                "serial-entropy",
                Severity.WARNING,
                "CA/B Baseline Requirements §7.1",
                "serialNumber",
                "The serial number is long enough to be unpredictable: 16 octets.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        int octets = certificate.fields().serialNumber().contentLength();
        return octets >= 16 ? fine() : wrong("the serial number has " + octets + " octets, too few to be random");
    }
}
