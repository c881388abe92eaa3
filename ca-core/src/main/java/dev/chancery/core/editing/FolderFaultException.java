package dev.chancery.core.editing;

/** The disk did not do what it should; the message names the file. */
public final class FolderFaultException extends RuntimeException {
    public FolderFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
