package dev.chancery.db;

/** A file or the database could not be read or written. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
