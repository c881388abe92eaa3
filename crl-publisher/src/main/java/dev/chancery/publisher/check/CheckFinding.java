package dev.chancery.publisher.check;

import java.util.Arrays;
import java.util.List;

/**
 * Something that validating servers will stumble over.
 *
 * @param reason and values: the same as the message, for whoever says it in another language
 * @param message one or more whole sentences, for a person
 * @param passing likely mended by itself within a minute or so
 */
public record CheckFinding(
        Severity severity, CheckReason reason, List<String> values, String message, boolean passing) {
    public CheckFinding {
        values = List.copyOf(values);
        if (values.size() != reason.count()) {
            throw new IllegalArgumentException(reason + " takes " + reason.count() + " values, not " + values);
        }
    }

    /** How many validators it concerns. */
    public enum Severity {
        /** Some of them, or perhaps: worth knowing before the first certificate. */
        WARNING,
        /** All of them: none gets from this address what it needs. */
        FAULT
    }

    static CheckFinding warning(CheckReason reason, String message, Object... values) {
        return new CheckFinding(Severity.WARNING, reason, texts(values), message, false);
    }

    static CheckFinding passing(CheckReason reason, String message, Object... values) {
        return new CheckFinding(Severity.WARNING, reason, texts(values), message, true);
    }

    static CheckFinding fault(CheckReason reason, String message, Object... values) {
        return new CheckFinding(Severity.FAULT, reason, texts(values), message, false);
    }

    private static List<String> texts(Object... values) {
        return Arrays.stream(values).map(String::valueOf).toList();
    }

    public boolean isFault() {
        return severity == Severity.FAULT;
    }
}
