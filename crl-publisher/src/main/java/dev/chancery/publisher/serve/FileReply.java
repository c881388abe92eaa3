package dev.chancery.publisher.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers GET and HEAD for one file: conditions before ranges, If-None-Match before If-Modified-Since (RFC 9110 §13.2.2),
 * If-Range (§13.1.5), one byte range (§14.2; a request for several gets the whole file, as §14.2 allows).
 */
final class FileReply {
    /** Short enough that a cache in front shows a revocation soon, long enough to shield from a stampede. */
    private static final Duration LONGEST_CACHED = Duration.ofSeconds(60);

    private static final Pattern COMMA = Pattern.compile(",");

    private final Clock clock;

    FileReply(Clock clock) {
        this.clock = clock;
    }

    void send(ServedFile file, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        describe(file, headers);
        HttpFields asked = request.getHeaders();
        if (unchanged(file, asked)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.write(true, null, callback);
            return;
        }
        headers.put(HttpHeader.CONTENT_TYPE, file.contentType());
        headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
        boolean head = request.getMethod().equals("HEAD");
        Optional<List<ByteRange>> ranges = head ? Optional.empty() : ranges(file, asked);
        if (ranges.isPresent() && ranges.get().isEmpty()) {
            response.setStatus(HttpStatus.RANGE_NOT_SATISFIABLE_416);
            headers.put(HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(file.length()));
            headers.put(HttpHeader.CONTENT_LENGTH, 0);
            response.write(true, null, callback);
        } else if (ranges.isPresent() && ranges.get().size() == 1) {
            ByteRange range = ranges.get().get(0);
            response.setStatus(HttpStatus.PARTIAL_CONTENT_206);
            headers.put(HttpHeader.CONTENT_RANGE, range.toHeaderValue(file.length()));
            headers.put(HttpHeader.CONTENT_LENGTH, range.getLength());
            response.write(true, file.slice(range.first(), range.last()), callback);
        } else {
            response.setStatus(HttpStatus.OK_200);
            headers.put(HttpHeader.CONTENT_LENGTH, file.length());
            response.write(true, head ? null : file.content().duplicate(), callback);
        }
    }

    private void describe(ServedFile file, HttpFields.Mutable headers) {
        Instant now = clock.instant();
        Duration left = file.freshUntil()
                .map(until -> Duration.between(now, until))
                .map(span -> span.isNegative() ? Duration.ZERO : span)
                .orElse(LONGEST_CACHED);
        long seconds = Math.min(left.toSeconds(), LONGEST_CACHED.toSeconds());
        headers.put(HttpHeader.ETAG, file.etag());
        headers.put(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(file.lastModified()));
        headers.put(HttpHeader.CACHE_CONTROL, "public, max-age=" + seconds);
        headers.put(HttpHeader.EXPIRES, DateGenerator.formatDate(now.plusSeconds(seconds)));
        headers.put(new HttpField("X-Content-Type-Options", "nosniff"));
    }

    private static boolean unchanged(ServedFile file, HttpFields asked) {
        // Our tags are hexadecimal, so a comma always separates.
        List<String> tags = asked.getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .toList();
        if (!tags.isEmpty()) {
            return tags.stream()
                    .anyMatch(tag -> tag.equals("*") || weakless(tag).equals(file.etag()));
        }
        String since = asked.get(HttpHeader.IF_MODIFIED_SINCE);
        return since != null
                && instant(since)
                        .map(time -> !seconds(file.lastModified()).isAfter(time))
                        .orElse(false);
    }

    /** Empty when the whole file is to be sent; an empty list when no range can be satisfied. */
    private static Optional<List<ByteRange>> ranges(ServedFile file, HttpFields asked) {
        List<String> values = asked.getValuesList(HttpHeader.RANGE);
        if (values.isEmpty() || !values.get(0).startsWith("bytes=") || !rangeStillHolds(file, asked)) {
            return Optional.empty();
        }
        List<ByteRange> parsed = ByteRange.parse(values, file.length());
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
        String stripped = tag.strip();
        return stripped.startsWith("W/") ? stripped.substring(2) : stripped;
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Instant> instant(String date) {
        long millis = HttpDateTime.parseToEpoch(date);
        return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
