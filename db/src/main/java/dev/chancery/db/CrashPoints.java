package dev.chancery.db;

/** Named places between accept and acknowledge, where a durability test halts the process or copies its files. */
public interface CrashPoints {
    /** In the order in which a batch passes them. */
    enum Point {
        /** Preconditions hold and the tables are changed, not committed; nothing is in the journal. */
        BEFORE_WRITE,
        /** Handed to the operating system, not flushed. */
        AFTER_WRITE,
        /** On disk; the tables are not committed. Certificates alone are acknowledged here. */
        AFTER_FLUSH,
        /** Committed; nobody was told of anything but certificates. */
        AFTER_COMMIT
    }

    /** Called by the journal's writer. */
    void reached(Point point);

    static CrashPoints none() {
        return point -> {};
    }
}
