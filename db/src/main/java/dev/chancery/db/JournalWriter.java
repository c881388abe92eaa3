package dev.chancery.db;

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
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer. It takes everything that waits, appends it to the journal with one write and one flush, and acknowledges.
 *
 * <p>Certificates that surely are in conflict with nothing go to the journal and are acknowledged; the tables follow
 * ({@link TableFollower}). Whatever else is in a batch is judged by the tables first, and committed with them before
 * anybody is told. Readers who need what is not committed yet ask with {@link #settle}. A crash before the commit costs
 * nothing: the next start applies the journal from the database's position.
 */
final class JournalWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    private final BlockingQueue<QueuedEntry> queue;
    private final int batchLimit;
    private final Projection projection;
    private final SegmentWriter segments;
    private final Clock clock;
    private final StepWatch.Lane watch;
    private final CrashPoints crashPoints;
    private final TableFollower follower;
    private final Newcomers newcomers;
    private final Acknowledger acknowledger = new Acknowledger();
    private final Thread thread = new Thread(this::run, "journal-writer");
    private final LongAdder flushes = new LongAdder();
    private final StatusChanges changes = new StatusChanges();
    private volatile JournalHead head;
    private volatile @Nullable JournalFailedException ended;
    private volatile @Nullable String lost;

    /** @param committed a connection that sees what is committed, for this writer's thread alone */
    JournalWriter(
            StorageSettings settings,
            Environment environment,
            Projection projection,
            WriterSql committed,
            SegmentWriter segments,
            JournalHead head,
            StepWatch watch) {
        this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
        this.batchLimit = settings.batchLimit();
        this.projection = projection;
        this.segments = segments;
        this.head = head;
        this.clock = environment.clock();
        this.watch = watch.lane();
        this.crashPoints = environment.crashPoints();
        this.follower = new TableFollower(projection, watch.lane(), crashPoints);
        this.newcomers = new Newcomers(committed, projection.index(), follower.unsettled());
    }

    JournalWriter start() {
        acknowledger.start();
        follower.start();
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
                .map(Throwable::getMessage)
                .or(follower::fault);
    }

    /**
     * H2 closes itself when it cannot write, and whoever asks then would wait long for an answer that says nothing.
     *
     * @throws JournalFaultException when the tables cannot be read until restart
     */
    void refuseLostTables() {
        String why = lost;
        if (why == null) {
            why = follower.fault().orElse(null);
        }
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

    /** What is revoked has changed where these say so, which they do before anybody is told. */
    StatusChanges changes() {
        return changes;
    }

    /** Since the start. */
    long flushes() {
        return flushes.sum();
    }

    Unsettled unsettled() {
        return follower.unsettled();
    }

    /** Returns when every reader sees what was acknowledged before this call. */
    void settle() {
        follower.settle();
    }

    private void run() {
        List<QueuedEntry> batch = new ArrayList<>(batchLimit);
        try {
            boolean last = false;
            while (!last) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, batchLimit - 1);
                last = batch.removeIf(QueuedEntry::isLast);
                step(batch);
            }
            ended = new JournalFailedException("the journal is closed; the server is shutting down");
        } catch (Exception | Error e) {
            fail(batch, e);
        } finally {
            watch.end();
            refuseWaiting();
        }
    }

    private void step(List<QueuedEntry> batch) throws IOException, SQLException {
        follower.check();
        if (batch.isEmpty()) {
            return;
        }
        watch.begin("judge");
        if (newcomers.all(batch)) {
            watch.end();
            append(batch);
        } else {
            watch.end();
            follower.drain();
            write(batch);
        }
    }

    /** Certificates that are in conflict with nothing. */
    private void append(List<QueuedEntry> batch) throws IOException, SQLException {
        BatchDraft draft = new BatchDraft(projection, clock, head);
        batch.forEach(draft::addNewcomer);
        record(draft);
        watch.end();
        follower.follow(draft.newcomers(), head);
        acknowledger.acknowledge(batch, draft.outcomes());
    }

    /** What the tables have to judge. They are this thread's now, and committed. */
    private void write(List<QueuedEntry> batch) throws IOException, SQLException {
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
        if (draft.isEmpty()) {
            projection.takeBack();
        } else {
            recordAndCommit(draft);
        }
        watch.end();
        batch.forEach(entry -> entry.changed().forEach(changes::add));
        acknowledger.acknowledge(batch, draft.outcomes());
    }

    private void recordAndCommit(BatchDraft draft) throws IOException, SQLException {
        try {
            record(draft);
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        watch.begin("commit");
        projection.commit(head);
        crashPoints.reached(CrashPoints.Point.AFTER_COMMIT);
    }

    private void takeBack(IOException cause) {
        try {
            projection.takeBack();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
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

    private void record(BatchDraft draft) throws IOException {
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
    }

    private void fail(List<QueuedEntry> batch, Throwable cause) {
        LOG.error(
                "The journal has failed after record {}; nothing more is recorded until restart",
                head.sequence(),
                cause);
        follower.settle(); // what was acknowledged can be read while the server still answers
        if (cause instanceof SQLException) {
            lost = String.valueOf(cause.getMessage());
        }
        JournalFailedException failure = new JournalFailedException(
                "the journal has failed (" + cause.getMessage() + "); make sure that the disk is healthy and has room;"
                        + " nothing is recorded until the server is restarted",
                cause);
        ended = failure;
        acknowledger.fail(batch, failure);
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
        follower.close();
        acknowledger.close();
    }

    private void putLast() {
        while (ended == null && !queue.offer(QueuedEntry.last())) {
            Thread.onSpinWait();
        }
    }
}
