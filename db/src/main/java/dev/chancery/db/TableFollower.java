package dev.chancery.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes certificates that are in the journal into the tables, a little behind it, so that nobody waits for an index to be
 * written. It falls behind by {@link #MOST_BEHIND} records at most; then the journal's writer waits.
 *
 * <p>The tables belong to this thread, but for the time between {@link #drain} and the next {@link #follow}, when they
 * belong to the journal's writer.
 */
final class TableFollower implements AutoCloseable {
    static final int MOST_BEHIND = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(TableFollower.class);

    private final Projection projection;
    private final Commits commits;
    private final StepWatch.Lane watch;
    private final Unsettled unsettled = new Unsettled();
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_BEHIND);
    private final AtomicLong behind = new AtomicLong();
    private final Thread thread = new Thread(this::run, "journal-tables");
    private JournalHead reached = JournalHead.BEGINNING;
    private volatile @Nullable SQLException failure;
    private volatile boolean ended;

    /** Certificates to take in, or somebody who waits for all that came before; {@code last} ends the thread. */
    private record Task(
            List<IssuedAt> certificates,
            JournalHead head,
            @Nullable CompletableFuture<Void> waiting,
            boolean last) {}

    TableFollower(Projection projection, StepWatch.Lane watch, CrashPoints crashPoints) {
        this.projection = projection;
        this.watch = watch;
        this.commits = new Commits(projection, watch, crashPoints);
    }

    TableFollower start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** What readers do not see yet. */
    Unsettled unsettled() {
        return unsettled;
    }

    /**
     * @param certificates flushed to the journal, without any conflict; a batch of the journal at most
     * @param head of the journal after them
     * @throws SQLException when the tables have failed
     */
    void follow(List<IssuedAt> certificates, JournalHead head) throws SQLException {
        unsettled.add(certificates);
        behind.addAndGet(certificates.size());
        room.acquireUninterruptibly(certificates.size());
        tasks.add(new Task(certificates, head, null, false));
        check();
    }

    /** Returns when every reader sees what was followed before this call, or the tables have failed. */
    void settle() {
        if (behind.get() == 0) {
            return;
        }
        try {
            await(false);
        } catch (CompletionException e) {
            LOG.debug("The tables have failed; the reader sees what was committed", e);
        }
    }

    /** Hands the tables over, committed up to the last certificate that was followed. */
    void drain() throws SQLException {
        if (behind.get() > 0) {
            settle();
        }
        check();
    }

    /** @throws SQLException when the tables have failed, and so must whoever writes */
    void check() throws SQLException {
        SQLException reason = failure;
        if (reason != null) {
            throw new SQLException(behindFor(reason), reason);
        }
    }

    Optional<String> fault() {
        return Optional.ofNullable(failure).map(TableFollower::behindFor);
    }

    private static String behindFor(SQLException reason) {
        return "the tables cannot follow the journal (" + reason.getMessage() + "); nothing that was acknowledged is"
                + " lost, and the server has to be restarted";
    }

    private void await(boolean last) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        tasks.add(new Task(List.of(), JournalHead.BEGINNING, reached, last));
        if (ended) {
            refuseWaiting(); // the thread will not see it
        }
        reached.join();
    }

    private void run() {
        Task task = null;
        try {
            boolean last = false;
            while (!last) {
                task = commits.none() ? tasks.take() : tasks.poll(commits.pauseMillis(), TimeUnit.MILLISECONDS);
                last = step(task);
            }
        } catch (SQLException e) {
            fail(e);
        } catch (InterruptedException | RuntimeException | Error e) {
            fail(new SQLException(e));
        } finally {
            watch.end();
            ended = true;
            refuse(task);
            refuseWaiting();
        }
    }

    private boolean step(@Nullable Task task) throws SQLException {
        if (task != null && !task.certificates().isEmpty()) {
            apply(task);
        }
        CompletableFuture<Void> waiting = task == null ? null : task.waiting();
        if (task == null || waiting != null || commits.due()) {
            commit();
        }
        if (waiting != null) {
            waiting.complete(null);
        }
        return task != null && task.last();
    }

    private void apply(Task task) throws SQLException {
        watch.begin("apply");
        for (IssuedAt issued : task.certificates()) {
            projection.follow(issued);
        }
        reached = task.head();
        commits.applied(task.certificates().size());
        watch.end();
        room.release(task.certificates().size());
    }

    private void commit() throws SQLException {
        long records = commits.commit(reached);
        behind.addAndGet(-records);
        unsettled.settled(records);
    }

    private void fail(SQLException cause) {
        LOG.error("The tables cannot follow the journal; nothing more is recorded until restart", cause);
        failure = cause;
        room.release(Integer.MAX_VALUE / 2);
    }

    private void refuseWaiting() {
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            refuse(task);
        }
    }

    /** Without effect on one whose wish was done. */
    private static void refuse(@Nullable Task task) {
        CompletableFuture<Void> waiting = task == null ? null : task.waiting();
        if (waiting != null) {
            waiting.completeExceptionally(new IllegalStateException("the tables are closed"));
        }
    }

    /** Takes in what waits, then stops. */
    @Override
    public void close() {
        try {
            await(true);
        } catch (CompletionException e) {
            LOG.debug("The tables had ended before", e);
        }
        Waiting.forEnd(thread);
    }
}
