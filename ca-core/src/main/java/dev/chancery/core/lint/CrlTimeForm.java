package dev.chancery.core.lint;

import java.util.Optional;

/** Parsers differ in what they make of anything else. */
final class CrlTimeForm extends CrlRule {
    CrlTimeForm() {
        super(
                "crl-time-form",
                Severity.ERROR,
                "RFC 5280 §5.1.2.4",
                "thisUpdate",
                "Times are Zulu with seconds and without fractions.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.thisUpdate().instant().isPresent()
                        && crl.nextUpdate()
                                .map(time -> time.instant().isPresent())
                                .orElse(true)
                ? fine()
                : wrong("thisUpdate is " + Shown.quoted(crl.thisUpdate().text()) + ", nextUpdate "
                        + Shown.quoted(crl.nextUpdate().map(EncodedTime::text).orElse("")));
    }
}
