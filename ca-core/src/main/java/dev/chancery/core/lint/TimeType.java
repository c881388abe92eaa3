package dev.chancery.core.lint;

import java.util.Optional;

/** A year of two digits beyond 2049 is read as one of the last century. */
final class TimeType extends CertificateRule {
    TimeType() {
        super(
                "time-type",
                Severity.ERROR,
                "RFC 5280 §4.1.2.5",
                "validity",
                "Times through 2049 are UTCTime, later ones GeneralizedTime.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        if (!certificate.notBefore().fittingType()) {
            return wrong("notBefore " + certificate.notBefore().text() + " is before 2050 and no UTCTime");
        }
        return certificate.notAfter().fittingType()
                ? fine()
                : wrong("notAfter " + certificate.notAfter().text() + " is before 2050 and no UTCTime");
    }
}
