package dev.chancery.db;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The journal in files. Parsing and JSON happen in the caller's thread, so that the one writer has little to do. */
final class FileJournal implements Journal {
    private final JournalWriter writer;
    private final JournalFiles files;
    private final EventWriter events;
    private final AtomicLong requestIds;

    /** @param lastRequest the largest request number that is recorded */
    FileJournal(JournalWriter writer, JournalFiles files, EventWriter events, long lastRequest) {
        this.writer = writer;
        this.files = files;
        this.events = events;
        this.requestIds = new AtomicLong(lastRequest);
    }

    @Override
    public CompletableFuture<AppendOutcome> append(Requester actor, List<JournalEvent> entry) {
        if (entry.isEmpty()) {
            throw new IllegalArgumentException("an entry has at least one event");
        }
        QueuedEntry queued = new QueuedEntry(
                actor.name(),
                entry.stream()
                        .map(event ->
                                new QueuedEntry.Part(PreparedEvent.of(event), Der.ofOwned(events.body(actor, event))))
                        .toList());
        writer.submit(queued);
        return queued.future();
    }

    @Override
    public void read(long fromSequence, Consumer<JournalRecord> reader) {
        files.read(fromSequence, writer.head().sequence(), reader);
    }

    @Override
    public long lastSequence() {
        return writer.head().sequence();
    }

    @Override
    public Optional<Instant> lastTime() {
        JournalHead head = writer.head();
        return head.sequence() == 0 ? Optional.empty() : Optional.of(head.time());
    }

    void copy(JournalCopy copy) throws IOException {
        files.copy(writer.head().sequence(), copy);
    }

    @Override
    public long nextRequestId() {
        return requestIds.incrementAndGet();
    }
}
