package dev.chancery.core.crl;

import dev.chancery.core.journal.ClockGuard;
import dev.chancery.core.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Numbers and times of CRLs. */
final class CrlFrames {
    private final CrlArchive archive;
    private final CrlNumbers numbers;
    private final ClockGuard clock;

    CrlFrames(CrlArchive archive, CrlNumbers numbers, Journal journal, Clock clock) {
        this.archive = archive;
        this.numbers = numbers;
        this.clock = new ClockGuard(journal, clock);
    }

    CrlFrame complete(String issuer, CrlScope scope, CrlTerms terms, Optional<SignedCrl> predecessor) {
        return frame(scope, numbers.next(issuer, scope, List.of(predecessor)), terms, List.of(predecessor));
    }

    CrlFrame between(String issuer, CrlTerms terms, SignedCrl base, Optional<SignedCrl> predecessor) {
        List<Optional<SignedCrl>> before = List.of(Optional.of(base), predecessor);
        CrlScope scope = new CrlScope.Delta(base.number());
        return frame(scope, numbers.next(issuer, scope, before), terms, before);
    }

    /** The frame of a delta CRL that is issued with a full one. */
    CrlFrame together(CrlScope.Delta scope, CrlTerms terms, SignedCrl full) {
        return new CrlFrame(
                scope,
                full.number(),
                full.signedAt(),
                full.thisUpdate(),
                full.signedAt().plus(terms.lifetime()),
                full.signedAt().plus(terms.interval()));
    }

    private CrlFrame frame(CrlScope scope, CrlNumber number, CrlTerms terms, List<Optional<SignedCrl>> before) {
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        Instant thisUpdate = now.minus(terms.backdate());
        for (Optional<SignedCrl> crl : before) {
            // A clock that was set back a little must not make a CRL older than the one it replaces.
            if (crl.isPresent() && crl.get().thisUpdate().isAfter(thisUpdate)) {
                thisUpdate = crl.get().thisUpdate();
            }
        }
        return new CrlFrame(scope, number, now, thisUpdate, now.plus(terms.lifetime()), now.plus(terms.interval()));
    }

    /** A certificate stays until one CRL was issued after its end (SECURITY.md rule 12): what ended since the last one. */
    Instant listedFrom(String issuer, CrlFrame frame, Optional<SignedCrl> predecessor) {
        String sequence = frame.scope().sequence(issuer);
        return predecessor
                .map(SignedCrl::thisUpdate)
                .or(() -> archive.last(issuer, sequence).map(CrlArchive.Entry::thisUpdate))
                .orElse(frame.thisUpdate());
    }
}
