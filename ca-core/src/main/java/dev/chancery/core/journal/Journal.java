package dev.chancery.core.journal;

import dev.chancery.core.access.Requester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Port: the journal and its one writer.
 *
 * <p>{@link #append} checks the events' preconditions against what is recorded, writes them to the log and applies them to
 * the indexes. The future completes when the records are flushed to disk and every index shows them, or with a conflict,
 * in which case nothing was recorded. It completes with a {@link JournalBusyException} when too much waits already, and
 * exceptionally when the disk fails; the journal then accepts nothing more until restart. Concurrent calls share a flush
 * (group commit).
 */
public interface Journal {
    /** A group commit takes milliseconds; a disk that takes longer than this is broken. */
    Duration PATIENCE = Duration.ofSeconds(30);

    /** All events of one entry are recorded together, in order, or none of them. */
    CompletableFuture<AppendOutcome> append(Requester actor, List<JournalEvent> events);

    default CompletableFuture<AppendOutcome> append(Requester actor, JournalEvent event) {
        return append(actor, List.of(event));
    }

    /**
     * Appends and waits until the entry is durable or in conflict.
     *
     * @throws JournalBusyException when too much waits already; nothing was recorded
     * @throws JournalFaultException when the disk failed, or when nothing was heard for {@link #PATIENCE}
     */
    default AppendOutcome record(Requester actor, List<JournalEvent> events) {
        return await(append(actor, events));
    }

    /**
     * Waits for an entry that was appended.
     *
     * @throws JournalBusyException as {@link #record} does
     * @throws JournalFaultException as {@link #record} does
     */
    static AppendOutcome await(CompletableFuture<AppendOutcome> appended) {
        try {
            return appended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JournalBusyException busy) {
                throw busy;
            }
            throw JournalFaultException.refused(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw JournalFaultException.silent(PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw JournalFaultException.interrupted(e);
        }
    }

    default AppendOutcome record(Requester actor, JournalEvent event) {
        return record(actor, List.of(event));
    }

    /** Every durable record from {@code fromSequence} on, in order. */
    void read(long fromSequence, Consumer<JournalRecord> reader);

    /** At most {@code limit} of the records from {@code fromSequence} on, in order: for a page of them. */
    default List<JournalRecord> page(long fromSequence, int limit) {
        return JournalPage.of(this, fromSequence, limit);
    }

    /** Sequence of the last durable record, 0 when empty. */
    long lastSequence();

    /**
     * When the last durable record was written, empty when there is none: the floor under the clock (SECURITY.md rule 17).
     * No record is dated before the one that it follows, whatever the clock says.
     */
    Optional<Instant> lastTime();

    /**
     * A number for a new request, never given twice by one process, and never one that is recorded. A number that was
     * given but not recorded may come again after a restart; nobody has seen it.
     */
    long nextRequestId();
}
