package dev.chancery.db;

/**
 * The journal could not record an entry, or has stopped: a disk failed, or the server is shutting down.
 *
 * <p>Whether an entry that was being written is on disk is known only after the next start.
 */
public final class JournalFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalFailedException(String message) {
        super(message);
    }

    JournalFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
