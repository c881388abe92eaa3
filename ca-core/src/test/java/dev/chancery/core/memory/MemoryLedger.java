package dev.chancery.core.memory;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Answers every question by looking at every certificate. */
public final class MemoryLedger implements CertificateLedger, Projection {
    private static final Set<RevocationReason> COMPROMISED =
            EnumSet.of(RevocationReason.KEY_COMPROMISE, RevocationReason.CA_COMPROMISE, RevocationReason.AA_COMPROMISE);

    private final Object lock;
    private final CertificateIndex index = new CertificateIndex();
    private final Map<SerialNumber, Long> changes = new ConcurrentHashMap<>();
    private long through;

    MemoryLedger(Object lock) {
        this.lock = lock;
    }

    /** In the order of issuance. */
    private List<CertificateRecord> all() {
        synchronized (lock) {
            return index.all();
        }
    }

    private List<CertificateRecord> newestFirst() {
        return all().stream()
                .sorted(Comparator.comparingLong(CertificateRecord::journalSequence)
                        .reversed())
                .toList();
    }

    @Override
    public Optional<CertificateRecord> find(String issuer, SerialNumber serial) {
        synchronized (lock) {
            return index.find(issuer, serial);
        }
    }

    @Override
    public Optional<CertificateRecord> find(SerialNumber serial) {
        return all().stream()
                .filter(certificate -> certificate.serial().equals(serial))
                .findFirst();
    }

    @Override
    public long statusChanges(SerialNumber serial) {
        return changes.getOrDefault(serial, 0L);
    }

    @Override
    public Optional<CertificateRecord> findByIdempotencyKey(String requester, String key) {
        synchronized (lock) {
            return index.findByIdempotencyKey(requester, key);
        }
    }

    @Override
    public CertificatePage search(CertificateQuery query) {
        long before = query.cursor().map(Long::parseLong).orElse(Long.MAX_VALUE);
        List<CertificateRecord> found = newestFirst().stream()
                .filter(certificate -> certificate.journalSequence() < before)
                .filter(certificate -> Matching.matches(query, certificate))
                .limit(query.limit() + 1L)
                .toList();
        if (found.size() <= query.limit()) {
            return new CertificatePage(found, Optional.empty());
        }
        List<CertificateRecord> page = found.subList(0, query.limit());
        long last = page.get(page.size() - 1).journalSequence();
        return new CertificatePage(page, Optional.of(Long.toString(last)));
    }

    @Override
    public Map<Status, Long> counts(Optional<String> requester, Instant now) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0L);
        }
        all().stream()
                .filter(certificate -> belongsTo(requester, certificate))
                .forEach(certificate -> counts.merge(certificate.status(now), 1L, Long::sum));
        return counts;
    }

    @Override
    public long countEndingBefore(Optional<String> requester, Instant now, Instant limit) {
        return all().stream()
                .filter(certificate -> belongsTo(requester, certificate))
                .filter(certificate -> certificate.status(now) == Status.VALID)
                .filter(certificate ->
                        certificate.certificate().validity().notAfter().isBefore(limit))
                .count();
    }

    private static boolean belongsTo(Optional<String> requester, CertificateRecord certificate) {
        return requester.isEmpty() || requester.get().equals(certificate.requester());
    }

    @Override
    public long revoked(String issuer, Instant expiresFrom, Consumer<RevokedEntry> reader) {
        long shown;
        synchronized (lock) {
            shown = through;
        }
        all().stream()
                .filter(certificate -> certificate.issuer().equals(issuer))
                .filter(certificate ->
                        !certificate.certificate().validity().notAfter().isBefore(expiresFrom))
                .sorted(Comparator.comparing(CertificateRecord::serial))
                .forEach(certificate -> certificate
                        .revocation()
                        .map(status -> new RevokedEntry(
                                certificate.serial(),
                                status,
                                certificate.certificate().validity().notAfter(),
                                certificate.partition()))
                        .ifPresent(reader));
        return shown;
    }

    @Override
    public void revokedEnding(String issuer, Instant from, Instant until, Consumer<SerialNumber> reader) {
        all().stream()
                .filter(certificate -> certificate.issuer().equals(issuer)
                        && certificate.revocation().isPresent()
                        && !certificate.certificate().validity().notAfter().isBefore(from)
                        && certificate.certificate().validity().notAfter().isBefore(until))
                .forEach(certificate -> reader.accept(certificate.serial()));
    }

    @Override
    public boolean compromised(Der subjectPublicKeyInfoSha256) {
        return all().stream()
                .filter(certificate -> certificate
                        .revocation()
                        .filter(status -> COMPROMISED.contains(status.reason()))
                        .isPresent())
                .anyMatch(certificate -> certificate
                        .certificate()
                        .subjectPublicKeyInfo()
                        .sha256()
                        .equals(subjectPublicKeyInfoSha256));
    }

    @Override
    public List<CertificateRecord> latestFor(String requester, int limit) {
        return newestFirst().stream()
                .filter(certificate -> certificate.requester().equals(requester))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Conflict> conflict(JournalEvent event) {
        return index.conflict(event);
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        Runnable undo = index.apply(stored);
        if (stored.event() instanceof CertificateRevoked revoked) {
            changes.merge(revoked.serial(), 1L, Long::sum);
        } else if (stored.event() instanceof HoldReleased released) {
            changes.merge(released.serial(), 1L, Long::sum);
        }
        long before = through;
        through = stored.sequence();
        return () -> {
            undo.run();
            through = before;
        };
    }
}
