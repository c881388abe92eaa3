package dev.chancery.core.measuring;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Says that everything was recorded, and forgets it: so that only the core is measured. */
public final class NoJournal implements Journal {
    private final AtomicLong sequence = new AtomicLong();

    @Override
    public CompletableFuture<AppendOutcome> append(Requester actor, List<JournalEvent> events) {
        return CompletableFuture.completedFuture(
                new AppendOutcome.Recorded(sequence.addAndGet(events.size()), Instant.EPOCH));
    }

    @Override
    public void read(long fromSequence, Consumer<JournalRecord> reader) {
        // There is none.
    }

    @Override
    public long lastSequence() {
        return sequence.get();
    }

    @Override
    public Optional<Instant> lastTime() {
        return Optional.of(Instant.EPOCH);
    }

    @Override
    public long nextRequestId() {
        throw new UnsupportedOperationException("nothing waits for an officer here");
    }
}
