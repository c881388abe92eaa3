package dev.chancery.core.lint;

import java.util.Optional;

/** A year of two digits beyond 2049 is read as one of the last century. */
final class CrlTimeType extends CrlRule {
    CrlTimeType() {
        super(
                "crl-time-type",
                Severity.ERROR,
                "RFC 5280 §5.1.2.4",
                "thisUpdate",
                "Times through 2049 are UTCTime, later ones GeneralizedTime.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.thisUpdate().fittingType()
                        && crl.nextUpdate().map(EncodedTime::fittingType).orElse(true)
                ? fine()
                : wrong("thisUpdate or nextUpdate is before 2050 and no UTCTime");
    }
}
