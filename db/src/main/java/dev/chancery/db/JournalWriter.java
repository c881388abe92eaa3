package dev.chancery.db;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.JournalBusyException;
import dev.chancery.core.journal.JournalFaultException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer. It takes everything that waits, applies it to the tables, appends it to the journal with one write and
 * one flush, and acknowledges.
 *
 * <p>The tables' transaction is committed at once where anything but certificates was recorded; batches of certificates
 * share one, since a commit rewrites as many pages of every index for ten rows as for a hundred. Readers who need them
 * sooner ask with {@link #settle}. A crash before the commit costs nothing: the next start applies the journal from the
 * database's position.
 */
final class JournalWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    private final BlockingQueue<QueuedEntry> queue;
    private final int batchLimit;
    private final Projection projection;
    private final SegmentWriter segments;
    private final Clock clock;
    private final StepWatch watch;
    private final CrashPoints crashPoints;
    private final Commits commits;
    private final Unsettled unsettled = new Unsettled();
    private final Acknowledger acknowledger = new Acknowledger();
    private final Thread thread = new Thread(this::run, "journal-writer");
    private final LongAdder flushes = new LongAdder();
    private final LongAdder revocations = new LongAdder();
    private volatile JournalHead head;
    private volatile @Nullable JournalFailedException ended;
    private volatile @Nullable String lost;

    JournalWriter(
            StorageSettings settings,
            Environment environment,
            Projection projection,
            SegmentWriter segments,
            JournalHead head,
            StepWatch watch) {
        this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
        this.batchLimit = settings.batchLimit();
        this.projection = projection;
        this.segments = segments;
        this.head = head;
        this.clock = environment.clock();
        this.watch = watch;
        this.crashPoints = environment.crashPoints();
        this.commits = new Commits(projection, watch, crashPoints);
    }

    JournalWriter start() {
        acknowledger.start();
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** The last record that is on disk and in the tables. */
    JournalHead head() {
        return head;
    }

    /** Why nothing is recorded any more; a journal that is being closed has none. */
    Optional<String> fault() {
        return Optional.ofNullable(ended)
                .filter(reason -> reason.getCause() != null)
                .map(Throwable::getMessage);
    }

    /**
     * H2 closes itself when it cannot write, and whoever asks then would wait long for an answer that says nothing.
     *
     * @throws JournalFaultException when the tables cannot be read until restart
     */
    void refuseLostTables() {
        String why = lost;
        if (why != null) {
            throw JournalFaultException.unreadable(why);
        }
    }

    void submit(QueuedEntry entry) {
        if (!queue.offer(entry)) {
            entry.future().completeExceptionally(new JournalBusyException(queue.size()));
        }
        if (ended != null) {
            refuseWaiting();
        }
    }

    /** Grows when what is revoked has changed, before anybody is told. */
    long revocations() {
        return revocations.sum();
    }

    /** Since the start. */
    long flushes() {
        return flushes.sum();
    }

    Unsettled unsettled() {
        return unsettled;
    }

    /** Returns when every reader sees what was acknowledged before this call. */
    void settle() {
        if (commits.none()) {
            return;
        }
        QueuedEntry settle = QueuedEntry.settle();
        submit(settle);
        try {
            settle.future().join();
        } catch (CompletionException e) {
            // The journal has ended or has more to do than it can: the reader sees what was committed.
            LOG.debug("A reader did not wait for the journal", e);
        }
    }

    private void run() {
        List<QueuedEntry> batch = new ArrayList<>(batchLimit);
        try {
            boolean last = false;
            while (!last) {
                batch.clear();
                QueuedEntry first = commits.none() ? queue.take() : queue.poll(commits.pauseMillis(), MILLISECONDS);
                if (first == null) {
                    commit();
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, batchLimit - 1);
                last = batch.removeIf(QueuedEntry::isLast);
                step(batch);
            }
            commit();
            ended = new JournalFailedException("the journal is closed; the server is shutting down");
        } catch (Exception | Error e) {
            fail(batch, e);
        } finally {
            watch.end();
            refuseWaiting();
        }
    }

    private void commit() throws SQLException {
        commits.commit(head);
        unsettled.clear();
    }

    private void step(List<QueuedEntry> batch) throws IOException, SQLException {
        List<QueuedEntry> settling =
                batch.stream().filter(QueuedEntry::isSettle).toList();
        // The batch stays whole, so that a failure is told to those who settle, too.
        write(batch.stream().filter(entry -> !entry.isSettle()).toList());
        if (!settling.isEmpty() || commits.due()) {
            commit();
        }
        settling.forEach(entry -> entry.future().complete(new AppendOutcome.Recorded(head.sequence(), head.time())));
    }

    private void write(List<QueuedEntry> batch) throws IOException, SQLException {
        if (batch.isEmpty()) {
            return;
        }
        projection.mark();
        BatchDraft draft = new BatchDraft(projection, clock, head);
        try {
            watch.begin("apply");
            for (QueuedEntry entry : batch) {
                draft.add(entry);
            }
            projection.flush();
        } catch (SQLException e) {
            projection.takeBack();
            refuseUnfit(batch, e);
            return;
        }
        record(draft);
        watch.end();
        unsettled.add(batch);
        if (!batch.stream().allMatch(QueuedEntry::onlyIssues) || draft.conflicts()) {
            commit(); // whoever is told can read what it is about
            batch.stream().filter(QueuedEntry::revokes).forEach(entry -> revocations.increment());
        }
        acknowledger.acknowledge(batch, draft.outcomes());
    }

    /** An entry that the tables cannot hold must not take the others of its batch with it, nor reach the journal. */
    private void refuseUnfit(List<QueuedEntry> batch, SQLException cause) throws IOException, SQLException {
        if (batch.size() > 1) {
            for (QueuedEntry entry : List.copyOf(batch)) {
                write(List.of(entry));
            }
        } else if (isAboutData(cause)) {
            batch.get(0)
                    .future()
                    .completeExceptionally(new JournalFailedException(
                            "the database cannot hold this entry: " + cause.getMessage(), cause));
        } else {
            throw cause;
        }
    }

    /** SQLSTATE classes 22 (data exception) and 23 (constraint violation). */
    private static boolean isAboutData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private void record(BatchDraft draft) throws IOException, SQLException {
        if (draft.isEmpty()) {
            projection.takeBack();
            return;
        }
        crashPoints.reached(CrashPoints.Point.BEFORE_WRITE);
        try {
            watch.begin("write");
            segments.write(draft.first(), draft.lines());
            crashPoints.reached(CrashPoints.Point.AFTER_WRITE);
            watch.begin("flush");
            segments.force();
            flushes.increment();
        } catch (IOException e) {
            segments.takeBack(e);
            throw e;
        }
        crashPoints.reached(CrashPoints.Point.AFTER_FLUSH);
        head = draft.head();
        commits.applied(draft.size());
    }

    private void fail(List<QueuedEntry> batch, Throwable cause) {
        LOG.error(
                "The journal has failed after record {}; nothing more is recorded until restart",
                head.sequence(),
                cause);
        completeTables();
        JournalFailedException failure = new JournalFailedException(
                "the journal has failed (" + cause.getMessage() + "); make sure that the disk is healthy and has room;"
                        + " nothing is recorded until the server is restarted",
                cause);
        ended = failure;
        acknowledger.fail(batch, failure);
    }

    /** So that what was acknowledged can be read while the server still answers. */
    private void completeTables() {
        try {
            projection.takeBack();
            commit();
        } catch (SQLException e) {
            LOG.error("The database cannot be completed; the next start repairs it from the journal", e);
            lost = String.valueOf(e.getMessage());
        }
    }

    private void refuseWaiting() {
        JournalFailedException reason = ended;
        for (QueuedEntry entry = queue.poll(); entry != null && reason != null; entry = queue.poll()) {
            entry.future().completeExceptionally(reason);
        }
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() {
        if (ended == null) {
            putLast();
        }
        Waiting.forEnd(thread);
        acknowledger.close();
    }

    private void putLast() {
        while (ended == null && !queue.offer(QueuedEntry.last())) {
            Thread.onSpinWait();
        }
    }
}
