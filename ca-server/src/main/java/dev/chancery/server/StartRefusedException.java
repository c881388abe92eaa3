package dev.chancery.server;

/** The server does not start; the message says why and what to do, and is all that is shown. */
final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefusedException(String message) {
        super(message);
    }

    StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
