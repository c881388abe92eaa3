package dev.chancery.core.lint;

import java.math.BigInteger;
import java.util.Optional;

/** Software that reads it as unsigned sees another number than software that reads it as signed. */
final class SerialPositive extends CertificateRule {
    SerialPositive() {
        super(
                "serial-positive",
                Severity.ERROR,
                "RFC 5280 §4.1.2.2",
                "serialNumber",
                "The serial number is greater than zero.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        BigInteger serial = certificate.serial();
        return serial.signum() > 0 ? fine() : wrong("the serial number is " + serial);
    }
}
