package dev.chancery.core.lint;

import java.util.Optional;

/** Readers may store no more than 20 octets, and compare what they stored. */
final class SerialLength extends CertificateRule {
    SerialLength() {
        super(
                "serial-length",
                Severity.ERROR,
                "RFC 5280 §4.1.2.2",
                "serialNumber",
                "The serial number has at most 20 octets.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        int octets = certificate.fields().serialNumber().contentLength();
        return octets <= 20 ? fine() : wrong("the serial number has " + octets + " octets");
    }
}
