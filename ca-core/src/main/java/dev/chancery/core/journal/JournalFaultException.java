package dev.chancery.core.journal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The journal did not confirm an entry, so what it was about must not leave this server; or its tables are gone. */
public final class JournalFaultException extends RuntimeException {
    private JournalFaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static JournalFaultException refused(Throwable cause) {
        return new JournalFaultException(
                "The journal could not be written (" + cause.getMessage()
                        + "). Nothing more is signed or revoked until the"
                        + " disk is repaired and the server started again.",
                cause);
    }

    /** The tables over the journal cannot be asked any more. */
    public static JournalFaultException unreadable(String why) {
        return new JournalFaultException(
                "The database has failed (" + why
                        + "). What was acknowledged is safe in the journal, and CRLs are served"
                        + " as before. Make sure that the disk is healthy and has room, and start the server again: that"
                        + " repairs the database.",
                null);
    }

    static JournalFaultException silent(Duration patience, Throwable cause) {
        return new JournalFaultException(
                "The journal did not confirm an entry within " + patience.toSeconds() + " seconds. It may have been"
                        + " recorded none the less: look it up, or repeat the request with the same Idempotency-Key, once"
                        + " the disk answers again.",
                cause);
    }

    static JournalFaultException interrupted(Throwable cause) {
        return new JournalFaultException(
                "The server is stopping and no longer waits for the journal. The entry may have been recorded: look it up"
                        + " after the next start.",
                cause);
    }
}
