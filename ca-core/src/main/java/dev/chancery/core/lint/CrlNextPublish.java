package dev.chancery.core.lint;

import java.time.Instant;
import java.util.Optional;

/** Windows fetches the next CRL from then on; afterwards is too late. */
final class CrlNextPublish extends CrlRule {
    CrlNextPublish() {
        super(
                "crl-next-publish",
                Severity.ERROR,
                "MS-CSRA §3.1.4.1.6",
                "nextPublish",
                "Next CRL Publish is a time after thisUpdate and before nextUpdate.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Optional<EncodedTime> publish = crl.nextPublish();
        if (publish.isEmpty()) {
            return fine();
        }
        Optional<Instant> instant = publish.get().instant();
        boolean late = instant.flatMap(
                        next -> crl.nextUpdate().flatMap(EncodedTime::instant).filter(end -> !next.isBefore(end)))
                .isPresent();
        boolean early = instant.flatMap(next -> crl.thisUpdate().instant().filter(start -> !next.isAfter(start)))
                .isPresent();
        return instant.isPresent() && publish.get().fittingType() && !late && !early
                ? fine()
                : wrong("Next CRL Publish is " + Shown.quoted(publish.get().text())
                        + ", which is no UTCTime or not between thisUpdate and nextUpdate");
    }
}
