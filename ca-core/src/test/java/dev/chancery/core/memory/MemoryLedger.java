package dev.chancery.core.memory;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.ledger.CertificateKind;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.ledger.KindCount;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers every question by looking at every certificate. */
public final class MemoryLedger implements CertificateLedger, Projection {
    private static final Set<RevocationReason> COMPROMISED =
            EnumSet.of(RevocationReason.KEY_COMPROMISE, RevocationReason.CA_COMPROMISE, RevocationReason.AA_COMPROMISE);

    private int patience = Integer.MAX_VALUE;
    private final Object lock;
    private final CertificateIndex index = new CertificateIndex();
    private final Map<SerialNumber, Long> changes = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> fates = new HashMap<>();
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

    /** From now on a page is given up after so many certificates, as one of millions is. */
    public void patience(int certificates) {
        patience = certificates;
    }

    @Override
    public CertificatePage search(CertificateQuery query) {
        List<CertificateRecord> ordered =
                all().stream().sorted(Matching.order(query.order())).toList();
        int from = query.cursor().map(cursor -> after(cursor, query, ordered)).orElse(0);
        int until = (int) Math.min(ordered.size(), (long) from + patience);
        List<CertificateRecord> page = new ArrayList<>();
        int at = from;
        while (at < until && page.size() < query.limit()) {
            if (Matching.matches(query, ordered.get(at))) {
                page.add(ordered.get(at));
            }
            at++;
        }
        boolean givenUp = page.size() < query.limit() && at < ordered.size();
        boolean more =
                givenUp || ordered.subList(at, ordered.size()).stream().anyMatch(one -> Matching.matches(query, one));
        return new CertificatePage(
                page,
                more ? Optional.of(query.order() + "-" + ordered.get(at - 1).journalSequence()) : Optional.empty());
    }

    /** The place after the one that the cursor names: nothing is ever taken out of the ledger. */
    private static int after(String cursor, CertificateQuery query, List<CertificateRecord> ordered) {
        String order = query.order() + "-";
        if (!cursor.startsWith(order)) {
            throw new IllegalArgumentException("\"" + cursor + "\" is no cursor of this order");
        }
        long last = Long.parseLong(cursor.substring(order.length()));
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i).journalSequence() == last) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("\"" + cursor + "\" is no cursor");
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

    @Override
    public List<KindCount> countsByKind(Instant now, Instant soon) {
        return byKind().entrySet().stream()
                .map(kind -> count(kind.getKey(), kind.getValue(), now, soon))
                .toList();
    }

    private SortedMap<CertificateKind, List<CertificateRecord>> byKind() {
        return all().stream().collect(Collectors.groupingBy(MemoryLedger::kind, TreeMap::new, Collectors.toList()));
    }

    private static CertificateKind kind(CertificateRecord certificate) {
        return new CertificateKind(certificate.issuer(), certificate.profile(), certificate.requester());
    }

    private static KindCount count(CertificateKind kind, List<CertificateRecord> some, Instant now, Instant soon) {
        Map<Status, Long> byStatus =
                some.stream().collect(Collectors.groupingBy(one -> one.status(now), Collectors.counting()));
        return new KindCount(
                kind,
                byStatus.getOrDefault(Status.VALID, 0L),
                some.stream()
                        .filter(one -> one.status(now) == Status.VALID
                                && one.certificate().validity().notAfter().isBefore(soon))
                        .count(),
                byStatus.getOrDefault(Status.HELD, 0L),
                byStatus.getOrDefault(Status.REVOKED, 0L),
                byStatus.getOrDefault(Status.EXPIRED, 0L));
    }

    @Override
    public SortedMap<LocalDate, Long> endingByDay(Predicate<CertificateKind> kinds, LocalDate from, LocalDate until) {
        return byDay(
                all().stream().filter(one -> one.revocation().isEmpty() && kinds.test(kind(one))),
                one -> one.certificate().validity().notAfter(),
                from,
                until);
    }

    @Override
    public SortedMap<LocalDate, Long> issuedByDay(Predicate<CertificateKind> kinds, LocalDate from, LocalDate until) {
        return byDay(all().stream().filter(one -> kinds.test(kind(one))), CertificateRecord::issuedAt, from, until);
    }

    private static SortedMap<LocalDate, Long> byDay(
            Stream<CertificateRecord> some,
            Function<CertificateRecord, Instant> when,
            LocalDate from,
            LocalDate until) {
        return some.map(one -> LocalDate.ofInstant(when.apply(one), ZoneOffset.UTC))
                .filter(day -> !day.isBefore(from) && day.isBefore(until))
                .collect(Collectors.groupingBy(day -> day, TreeMap::new, Collectors.counting()));
    }

    @Override
    public List<Long> changes(String issuer, SerialNumber serial) {
        synchronized (lock) {
            return List.copyOf(fates.getOrDefault(issuer + " " + serial.hex(), List.of()));
        }
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
        List<Long> changed = new ArrayList<>();
        if (stored.event() instanceof CertificateRevoked revoked) {
            changes.merge(revoked.serial(), 1L, Long::sum);
            changed = fatesOf(revoked.issuer(), revoked.serial());
        } else if (stored.event() instanceof HoldReleased released) {
            changes.merge(released.serial(), 1L, Long::sum);
            changed = fatesOf(released.issuer(), released.serial());
        }
        changed.add(stored.sequence());
        long before = through;
        through = stored.sequence();
        List<Long> list = changed;
        return () -> {
            undo.run();
            list.remove(Long.valueOf(stored.sequence()));
            through = before;
        };
    }

    private List<Long> fatesOf(String issuer, SerialNumber serial) {
        return fates.computeIfAbsent(issuer + " " + serial.hex(), any -> new ArrayList<>());
    }
}
