package dev.chancery.core.memory;

import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.journal.JournalRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every CRL that was signed, as a list. */
public final class MemoryCrlArchive implements CrlArchive, Projection {
    private final Object lock;
    private final List<Entry> entries = new ArrayList<>();

    MemoryCrlArchive(Object lock) {
        this.lock = lock;
    }

    @Override
    public CrlNumber highest(String issuer, String scope) {
        synchronized (lock) {
            return entries.stream()
                    .filter(entry ->
                            entry.issuer().equals(issuer) && entry.scope().equals(scope))
                    .map(Entry::number)
                    .max(Comparator.naturalOrder())
                    .orElse(CrlNumber.ZERO);
        }
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
    public Optional<Conflict> conflict(JournalEvent event) {
        if (!(event instanceof CrlSigned signed)) {
            return Optional.empty();
        }
        CrlNumber highest = highest(signed.issuer(), signed.scope());
        return signed.number().compareTo(highest.value()) > 0
                ? Optional.empty()
                : Optional.of(new Conflict(
                        Kind.CRL_NUMBER_NOT_RISING,
                        "CRL number " + signed.number() + " of " + signed.scope() + " is not above " + highest));
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        if (!(stored.event() instanceof CrlSigned signed)) {
            return NOTHING;
        }
        Entry entry = new Entry(
                signed.issuer(),
                signed.scope(),
                new CrlNumber(signed.number()),
                signed.thisUpdate(),
                signed.nextUpdate(),
                signed.entries());
        entries.add(entry);
        return () -> entries.remove(entries.size() - 1);
    }
}
