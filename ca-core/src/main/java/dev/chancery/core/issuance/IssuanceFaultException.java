package dev.chancery.core.issuance;

/** This server could not issue, through no fault of the request: the message says what its administrator must do. */
public final class IssuanceFaultException extends RuntimeException {
    public IssuanceFaultException(String message) {
        super(message);
    }

    public IssuanceFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
