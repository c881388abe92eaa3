package dev.chancery.web.api;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Text from a client turned into a value, or a problem that names the field. */
final class Values {
    private Values() {}

    static ProblemException problem(int status, String rule, String field, String message) {
        return new ProblemException(Problem.of(status, Objection.of(rule, field, message)));
    }

    static String quoted(String text) {
        return "\"" + LogText.escape(text) + "\"";
    }

    /** A serial in a path: what cannot be one does not exist. */
    static SerialNumber serial(String text) {
        try {
            return SerialNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.notFound(
                    quoted(text) + " is no serial number; write up to 40 hexadecimal digits, as in 4f1a09…."));
        }
    }

    /** A number in a path. */
    static long id(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new ProblemException(Problem.notFound(quoted(text) + " is no request's number."));
        }
        return Long.parseLong(text);
    }

    /** {@code 2026-12-31} (its beginning, UTC) or {@code 2026-12-31T12:00:00Z}. */
    static Instant instant(String text, String field) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw problem(
                    400, "date-form", field, quoted(text) + " is no date; write 2026-12-31 or 2026-12-31T12:00:00Z.");
        }
    }

    static int limit(Parameters query, int standard, int maximum) {
        long limit = number(query, "limit", standard);
        if (limit < 1 || limit > maximum) {
            throw problem(400, "limit-range", "limit", "limit is 1 to " + maximum + ", not " + limit + ".");
        }
        return (int) limit;
    }

    static long number(Parameters query, String name, long standard) {
        return query.text(name).map(text -> number(text, name)).orElse(standard);
    }

    private static long number(String text, String name) {
        if (!text.matches("[0-9]{1,18}")) {
            throw problem(400, "number-form", name, name + " is a whole number, not " + quoted(text) + ".");
        }
        return Long.parseLong(text);
    }

    /** By its name in lower case. */
    static <E extends Enum<E>> Optional<E> choice(Parameters query, String name, Class<E> type) {
        return query.text(name).map(text -> choice(text, name, type, 400));
    }

    static <E extends Enum<E>> E choice(String text, String field, Class<E> type, int status) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = words.indexOf(text.strip().toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw problem(
                    status,
                    "unknown-value",
                    field,
                    field + " is one of " + String.join(", ", words) + ", not " + quoted(text) + ".");
        }
        return type.getEnumConstants()[index];
    }
}
