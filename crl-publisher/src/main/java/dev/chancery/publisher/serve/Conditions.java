package dev.chancery.publisher.serve;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What a request makes its answer depend on (RFC 9110 §13, §14). */
final class Conditions {
    private static final Pattern COMMA = Pattern.compile(",");

    private Conditions() {}

    /** Whether the client has this very file already: 304. */
    static boolean unchanged(ServedFile file, HttpFields asked) {
        String first = asked.get(HttpHeader.IF_NONE_MATCH);
        if (first != null) {
            return first.equals(file.etag()) || oneOf(file, asked);
        }
        String since = asked.get(HttpHeader.IF_MODIFIED_SINCE);
        return since != null
                && instant(since)
                        .map(time -> !seconds(file.lastModified()).isAfter(time))
                        .orElse(false);
    }

    private static boolean oneOf(ServedFile file, HttpFields asked) {
        // Our tags are hexadecimal, so a comma always separates.
        return asked.getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || weakless(tag).equals(file.etag()));
    }

    /** Empty when the whole file is to be sent; an empty list when no range can be satisfied. */
    static Optional<List<ByteRange>> ranges(ServedFile file, HttpFields asked) {
        String first = asked.get(HttpHeader.RANGE);
        if (first == null || !first.startsWith("bytes=") || !rangeStillHolds(file, asked)) {
            return Optional.empty();
        }
        List<ByteRange> parsed = ByteRange.parse(asked.getValuesList(HttpHeader.RANGE), file.length());
        return parsed.size() > 1 ? Optional.empty() : Optional.of(parsed);
    }

    private static boolean rangeStillHolds(ServedFile file, HttpFields asked) {
        String condition = asked.get(HttpHeader.IF_RANGE);
        if (condition == null) {
            return true;
        }
        // Only a strong tag will do (§13.1.5); W/"…" never matches.
        return condition.startsWith("\"") || condition.startsWith("W/")
                ? condition.equals(file.etag())
                : instant(condition)
                        .map(time -> time.equals(seconds(file.lastModified())))
                        .orElse(false);
    }

    private static String weakless(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Instant> instant(String date) {
        long millis = HttpDateTime.parseToEpoch(date);
        return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
