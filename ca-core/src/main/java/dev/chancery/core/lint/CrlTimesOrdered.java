package dev.chancery.core.lint;

import java.time.Instant;
import java.util.Optional;

/** Such a CRL is never in force. */
final class CrlTimesOrdered extends CrlRule {
    CrlTimesOrdered() {
        super(
                "crl-times-ordered",
                Severity.ERROR,
                "RFC 5280 §5.1.2.5",
                "nextUpdate",
                "nextUpdate is after thisUpdate.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Optional<Instant> end = crl.nextUpdate().flatMap(EncodedTime::instant);
        Optional<Instant> start = crl.thisUpdate().instant();
        return start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())
                ? wrong("thisUpdate " + start.get() + " is not before nextUpdate " + end.get())
                : fine();
    }
}
