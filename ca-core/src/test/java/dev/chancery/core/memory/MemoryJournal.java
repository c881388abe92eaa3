package dev.chancery.core.memory;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The journal as a list, with every precondition of {@link JournalEvent}; thread-safe, and it can be made to fail. */
public final class MemoryJournal implements Journal {
    private static final Der BEGINNING = Der.ofOwned(new byte[32]);

    private final Clock clock;
    private final Object lock;
    private final List<Projection> projections;
    private final List<JournalRecord> records = new ArrayList<>();
    private final AtomicLong requestIds = new AtomicLong();
    private boolean broken;

    MemoryJournal(Clock clock, Object lock, List<Projection> projections) {
        this.clock = clock;
        this.lock = lock;
        this.projections = List.copyOf(projections);
    }

    /** From now on every append fails, as after an I/O error. */
    public void breakDisk() {
        synchronized (lock) {
            broken = true;
        }
    }

    @Override
    public CompletableFuture<AppendOutcome> append(Requester actor, List<JournalEvent> events) {
        synchronized (lock) {
            if (broken) {
                return CompletableFuture.failedFuture(new IOException("the journal's disk has failed"));
            }
            return CompletableFuture.completedFuture(appendAll(actor, events));
        }
    }

    private AppendOutcome appendAll(Requester actor, List<JournalEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an entry has at least one event");
        }
        Deque<Runnable> undo = new ArrayDeque<>();
        for (JournalEvent event : events) {
            Optional<AppendOutcome.Conflict> conflict = projections.stream()
                    .flatMap(projection -> projection.conflict(event).stream())
                    .findFirst();
            if (conflict.isPresent()) {
                undo.forEach(Runnable::run);
                return conflict.get();
            }
            JournalRecord stored = chained(actor, event);
            records.add(stored);
            undo.push(() -> records.remove(records.size() - 1));
            projections.forEach(projection -> undo.push(projection.apply(stored)));
        }
        return new AppendOutcome.Recorded(records.size(), lastTime().orElseThrow());
    }

    private JournalRecord chained(Requester actor, JournalEvent event) {
        long sequence = records.size() + 1L;
        Instant now = clock.instant();
        Instant time = lastTime().filter(now::isBefore).orElse(now);
        Der previous =
                records.isEmpty() ? BEGINNING : records.get(records.size() - 1).hash();
        String text = String.join(
                "\n",
                Long.toString(sequence),
                time.toString(),
                actor.name(),
                actor.means(),
                event.type(),
                event.toString(),
                previous.hex());
        Der hash = Der.ofOwned(text.getBytes(StandardCharsets.UTF_8)).sha256();
        return new JournalRecord(sequence, time, actor.name(), actor.means(), event, previous, hash);
    }

    @Override
    public void read(long fromSequence, Consumer<JournalRecord> reader) {
        List<JournalRecord> wanted;
        synchronized (lock) {
            int from = (int) Math.min(Math.max(fromSequence, 1) - 1, records.size());
            wanted = List.copyOf(records.subList(from, records.size()));
        }
        wanted.forEach(reader);
    }

    /** Every record, for assertions. */
    public List<JournalRecord> records() {
        synchronized (lock) {
            return List.copyOf(records);
        }
    }

    @Override
    public long lastSequence() {
        synchronized (lock) {
            return records.size();
        }
    }

    @Override
    public Optional<Instant> lastTime() {
        synchronized (lock) {
            return records.isEmpty()
                    ? Optional.empty()
                    : Optional.of(records.get(records.size() - 1).time());
        }
    }

    @Override
    public long nextRequestId() {
        return requestIds.incrementAndGet();
    }
}
