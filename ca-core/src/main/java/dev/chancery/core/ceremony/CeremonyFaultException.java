package dev.chancery.core.ceremony;

/** A CA could not be made; nothing uses what was left behind. */
public final class CeremonyFaultException extends RuntimeException {
    public CeremonyFaultException(String message) {
        super(message);
    }

    public CeremonyFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
