package dev.chancery.core.lint;

import java.util.Optional;

/** Parsers differ in what they make of anything else. */
final class CrlEntryTime extends CrlEntryRule {
    CrlEntryTime() {
        super(
                "crl-entry-time",
                Severity.ERROR,
                "RFC 5280 §5.1.2.6",
                "revocationDate",
                "Revocation dates are Zulu with seconds, UTCTime through 2049 and GeneralizedTime from " + "2050.");
    }

    @Override
    Optional<String> judge(CrlEntry entry, boolean delta) {
        EncodedTime date = entry.revocationDate();
        return date.instant().isPresent() && date.fittingType()
                ? fine()
                : wrong(entry.name() + " has the revocationDate " + Shown.quoted(date.text()));
    }
}
