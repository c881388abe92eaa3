package dev.chancery.server.bench;

/** A measurement that could not be made; the message says why. */
final class BenchFailedException extends RuntimeException {
    BenchFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
