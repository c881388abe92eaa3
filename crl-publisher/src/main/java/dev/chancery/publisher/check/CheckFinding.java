package dev.chancery.publisher.check;

/**
 * Something that validating servers will stumble over.
 *
 * @param message one or more whole sentences, for a person
 * @param passing likely mended by itself within a minute or so
 */
public record CheckFinding(Severity severity, String message, boolean passing) {
    /** How many validators it concerns. */
    public enum Severity {
        /** Some of them, or perhaps: worth knowing before the first certificate. */
        WARNING,
        /** All of them: none gets from this address what it needs. */
        FAULT
    }

    static CheckFinding warning(String message) {
        return new CheckFinding(Severity.WARNING, message, false);
    }

    static CheckFinding passing(String message) {
        return new CheckFinding(Severity.WARNING, message, true);
    }

    static CheckFinding fault(String message) {
        return new CheckFinding(Severity.FAULT, message, false);
    }

    public boolean isFault() {
        return severity == Severity.FAULT;
    }
}
