package dev.chancery.server;

import java.util.Random;

/**
 * Named places between accept and acknowledge at which a server dies. Each is a system call that is never made, so the
 * points need nothing in the product, and hold for whatever code makes the call.
 */
enum CrashPoint {
    /** The tables are changed, not committed; nothing is in the journal. */
    JOURNAL_NOT_WRITTEN(When.UNDER_LOAD, "journal-writer", "write", 1, 40),
    /** Handed to the operating system, not flushed; the file stays as it is, since only the process has died. */
    JOURNAL_NOT_FLUSHED(When.UNDER_LOAD, "journal-writer", "fdatasync", 1, 40),
    /** As before, but the machine has died: half of the batch has reached the disk. */
    JOURNAL_HALF_WRITTEN(When.UNDER_LOAD, "journal-writer", "fdatasync", 1, 40),
    /** As before, and nothing of the batch has. */
    JOURNAL_FLUSH_LOST(When.UNDER_LOAD, "journal-writer", "fdatasync", 1, 40),
    /** Journal on disk, certificates acknowledged, revocations not; the tables at the beginning or middle of a commit. */
    DATABASE_NOT_COMMITTED(When.UNDER_LOAD, "", "pwrite64", 1, 12),
    /** A new segment was made; its name is not flushed. */
    SEGMENT_NAME_NOT_FLUSHED(When.AT_ROTATION, "journal-writer", "fsync", 1, 1),
    /** The new segment's name is on disk, and nothing in it; the one before is still open. */
    SEGMENT_NOT_BEGUN(When.AT_ROTATION, "journal-writer", "close", 2, 1),
    /** The compressed segment is half written. */
    PACKED_NOT_WRITTEN(When.PACKING, "journal-compres", "write", 1, 2),
    PACKED_NOT_FLUSHED(When.PACKING, "journal-compres", "fsync", 1, 1),
    /** The compressed segment is whole, under another name. */
    PACKED_NOT_NAMED(When.PACKING, "journal-compres", "rename", 1, 1),
    /** Both forms are there. */
    PLAIN_NOT_REMOVED(When.PACKING, "journal-compres", "unlink", 1, 1),
    /** The CRL's record is in the journal, its file is not there. */
    CRL_NOT_WRITTEN(When.UNDER_LOAD, "crl-schedule", "write", 1, 1),
    CRL_NOT_FLUSHED(When.UNDER_LOAD, "crl-schedule", "fsync", 1, 1),
    /** The archive has the CRL, under a temporary name. */
    CRL_NOT_ARCHIVED(When.UNDER_LOAD, "crl-schedule", "rename", 1, 1),
    /** The archive has it; the one before it is in force. */
    CRL_NOT_IN_FORCE(When.UNDER_LOAD, "crl-schedule", "rename", 2, 1),
    /** It is in force; its name may be lost. */
    CRL_NAME_NOT_FLUSHED(When.UNDER_LOAD, "crl-schedule", "fsync", 4, 1),
    /** A start applies what the database lacks, and signs its first CRLs. */
    START_NOT_COMMITTED(When.STARTING, "", "pwrite64", 1, 2),
    /** A clean stop has closed the database and not sealed it. */
    STOP_NOT_SEALED(When.STOPPING, "", "write", 1, 1),
    /** A first start makes passphrase, keys, CAs, the first account and its own certificate. */
    FIRST_START_NOT_FLUSHED(When.FIRST_START, "", "fsync,fdatasync", 1, 6),
    FIRST_START_KEY_NOT_NAMED(When.FIRST_START, "", "link", 1, 2),
    /** A backup is whole, under another name; the server goes on. */
    BACKUP_NOT_NAMED(When.BACKING_UP, "", "link,rename", 1, 1);

    /** What the server does meanwhile. */
    enum When {
        UNDER_LOAD,
        AT_ROTATION,
        PACKING,
        STARTING,
        STOPPING,
        FIRST_START,
        BACKING_UP
    }

    private final When when;
    private final String thread;
    private final String call;
    private final int first;
    private final int choices;

    CrashPoint(When when, String thread, String call, int first, int choices) {
        this.when = when;
        this.thread = thread;
        this.call = call;
        this.first = first;
        this.choices = choices;
    }

    When when() {
        return when;
    }

    /** Whose calls count; empty for those of all threads, each for itself. */
    String thread() {
        return thread;
    }

    Strace.Injection death(Random random) {
        return new Strace.Injection(call, "signal=KILL", first + random.nextInt(choices));
    }

    String calls() {
        return call;
    }
}
