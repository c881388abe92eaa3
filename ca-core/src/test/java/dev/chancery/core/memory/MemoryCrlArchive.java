package dev.chancery.core.memory;

import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CrlFilesRemoved;
import dev.chancery.core.journal.JournalEvent.CrlNumbersRaised;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.journal.JournalRecord;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every CRL that was signed, as a list. */
public final class MemoryCrlArchive implements CrlArchive, Projection {
    private final Object lock;
    private final List<Entry> entries = new ArrayList<>();
    private final List<CrlNumbersRaised> floors = new ArrayList<>();

    MemoryCrlArchive(Object lock) {
        this.lock = lock;
    }

    @Override
    public CrlNumber highest(String issuer, String scope) {
        synchronized (lock) {
            Stream<CrlNumber> raised = floors.stream()
                    .filter(floor ->
                            floor.issuer().equals(issuer) && floor.scope().equals(scope))
                    .map(floor -> new CrlNumber(floor.number()));
            Stream<CrlNumber> signed = entries.stream()
                    .filter(entry ->
                            entry.issuer().equals(issuer) && entry.scope().equals(scope))
                    .map(Entry::number);
            return Stream.concat(signed, raised).max(Comparator.naturalOrder()).orElse(CrlNumber.ZERO);
        }
    }

    @Override
    public Optional<Entry> last(String issuer, String scope) {
        return list(issuer, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.scope().equals(scope))
                .findFirst();
    }

    @Override
    public List<Entry> list(String issuer, int limit) {
        synchronized (lock) {
            List<Entry> newestFirst = new ArrayList<>();
            for (int i = entries.size() - 1; i >= 0 && newestFirst.size() < limit; i--) {
                if (entries.get(i).issuer().equals(issuer)) {
                    newestFirst.add(entries.get(i));
                }
            }
            return List.copyOf(newestFirst);
        }
    }

    @Override
    public Optional<Entry> find(String issuer, String scope, CrlNumber number) {
        return list(issuer, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.scope().equals(scope) && entry.number().equals(number))
                .findFirst();
    }

    @Override
    public List<Entry> page(String issuer, String scope, Optional<CrlNumber> below, int limit) {
        return list(issuer, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.scope().equals(scope))
                .filter(entry -> below.isEmpty() || entry.number().compareTo(below.get()) < 0)
                .sorted(Comparator.comparing(Entry::number).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Conflict> conflict(JournalEvent event) {
        if (event instanceof CrlNumbersRaised raised) {
            return notRising(raised.issuer(), raised.scope(), raised.number());
        }
        return event instanceof CrlSigned signed
                ? notRising(signed.issuer(), signed.scope(), signed.number())
                : Optional.empty();
    }

    private Optional<Conflict> notRising(String issuer, String scope, BigInteger number) {
        CrlNumber highest = highest(issuer, scope);
        return number.compareTo(highest.value()) > 0
                ? Optional.empty()
                : Optional.of(new Conflict(
                        Kind.CRL_NUMBER_NOT_RISING,
                        "CRL number " + number + " of " + scope + " is not above " + highest));
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        if (stored.event() instanceof CrlNumbersRaised raised) {
            floors.add(raised);
            return () -> floors.remove(floors.size() - 1);
        }
        if (stored.event() instanceof CrlFilesRemoved removed) {
            List<Entry> before = List.copyOf(entries);
            entries.replaceAll(entry -> isOf(entry, removed) ? withoutFile(entry, stored.time()) : entry);
            return () -> {
                entries.clear();
                entries.addAll(before);
            };
        }
        if (!(stored.event() instanceof CrlSigned signed)) {
            return NOTHING;
        }
        Entry entry = new Entry(
                stored.sequence(),
                signed.issuer(),
                signed.scope(),
                new CrlNumber(signed.number()),
                signed.thisUpdate(),
                signed.nextUpdate(),
                signed.entries(),
                signed.sha256(),
                signed.difference(),
                Optional.empty());
        entries.add(entry);
        return () -> entries.remove(entries.size() - 1);
    }

    private static boolean isOf(Entry entry, CrlFilesRemoved removed) {
        return entry.issuer().equals(removed.issuer())
                && entry.scope().equals(removed.scope())
                && removed.numbers().contains(entry.number().value());
    }

    private static Entry withoutFile(Entry entry, Instant at) {
        return new Entry(
                entry.record(),
                entry.issuer(),
                entry.scope(),
                entry.number(),
                entry.thisUpdate(),
                entry.nextUpdate(),
                entry.entries(),
                entry.sha256(),
                entry.difference(),
                Optional.of(at));
    }
}
