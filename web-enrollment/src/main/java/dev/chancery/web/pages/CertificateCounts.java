package dev.chancery.web.pages;

import dev.chancery.core.access.Requester;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The counts on the filters: of one person's certificates, or of everybody's but the server's own. */
final class CertificateCounts {
    private static final Optional<String> SYSTEM =
            Optional.of(Requester.system().name());

    private final CertificateLedger ledger;
    private final Optional<String> owner;
    private final Instant now;
    private final Map<Status, Long> found;
    private final Map<Status, Long> own;

    CertificateCounts(CertificateLedger ledger, Optional<String> owner, Instant now) {
        this.ledger = ledger;
        this.owner = owner;
        this.now = now;
        this.found = ledger.counts(owner, now);
        this.own = owner.isEmpty() ? ledger.counts(SYSTEM, now) : Map.of();
    }

    long of(Status status) {
        return found.getOrDefault(status, 0L) - own.getOrDefault(status, 0L);
    }

    long all() {
        return sum(found) - sum(own);
    }

    long own() {
        return sum(own);
    }

    long endingWithin(Duration span) {
        long ending = ledger.countEndingBefore(owner, now, now.plus(span));
        return owner.isPresent() ? ending : ending - ledger.countEndingBefore(SYSTEM, now, now.plus(span));
    }

    private static long sum(Map<Status, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
