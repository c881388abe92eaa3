package dev.chancery.core.journal;

import java.time.Duration;

/** The journal did not confirm an entry, so what it was about must not leave this server. */
public final class JournalFaultException extends RuntimeException {
    private JournalFaultException(String message, Throwable cause) {
        super(message, cause);
    }

    static JournalFaultException refused(Throwable cause) {
        return new JournalFaultException(
                "The journal could not be written (" + cause.getMessage()
                        + "). Nothing more is signed or revoked until the"
                        + " disk is repaired and the server started again.",
                cause);
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
