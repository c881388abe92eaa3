package dev.chancery.db;

import java.sql.SQLException;

/** When the transaction of certificates that follow the journal is committed. One thread only. */
final class Commits {
    private static final long MOST_RECORDS = 5000;
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final long PAUSE_MILLIS = 250;

    private final Projection projection;
    private final StepWatch.Lane watch;
    private final CrashPoints crashPoints;
    private long records;
    private long since;

    Commits(Projection projection, StepWatch.Lane watch, CrashPoints crashPoints) {
        this.projection = projection;
        this.watch = watch;
        this.crashPoints = crashPoints;
    }

    /** Whether readers see everything. */
    boolean none() {
        return records == 0;
    }

    /** That many records are in the journal and in the tables, and not committed. */
    void applied(long more) {
        if (records == 0) {
            since = System.nanoTime();
        }
        records += more;
    }

    boolean due() {
        return records >= MOST_RECORDS || (records > 0 && System.nanoTime() - since > LONGEST_NANOS);
    }

    /** How long to wait for more before committing what there is. */
    long pauseMillis() {
        return PAUSE_MILLIS;
    }

    /** @return how many records that were */
    long commit(JournalHead head) throws SQLException {
        long committed = records;
        if (committed > 0) {
            watch.begin("commit");
            projection.commit(head);
            records = 0;
            watch.end();
            crashPoints.reached(CrashPoints.Point.AFTER_COMMIT);
        }
        return committed;
    }
}
