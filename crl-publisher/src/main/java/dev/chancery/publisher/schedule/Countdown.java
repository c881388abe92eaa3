package dev.chancery.publisher.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * To the end of what only people can renew: warnings are due 30, 14, 7 and 1 days before, and when it has ended. Each is news
 * once.
 */
public final class Countdown {
    /** Soonest last. */
    private static final List<Duration> WARNINGS =
            List.of(Duration.ofDays(30), Duration.ofDays(14), Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO);

    private final Map<String, Said> said = new HashMap<>();

    /** The last warning about one thing. */
    private record Said(Optional<Instant> end, int warnings) {}

    /** How many warnings are due; all when there is nothing that could end. */
    public static int due(Optional<Instant> end, Instant now) {
        return (int) WARNINGS.stream()
                .filter(before -> end.map(at -> !now.isBefore(at.minus(before))).orElse(true))
                .count();
    }

    /** {@code 12 days}, {@code 5 hours}; of an end that is ahead. */
    public static String left(Instant end, Instant now) {
        Duration left = Duration.between(now, end);
        return left.toDays() > 1 ? left.toDays() + " days" : Math.max(1, left.toHours()) + " hours";
    }

    /** Whether a warning about this has become due since it was asked last. */
    public synchronized boolean isNews(String what, Optional<Instant> end, Instant now) {
        int due = due(end, now);
        Said before = said.getOrDefault(what, new Said(end, 0));
        int already = before.end().equals(end) ? before.warnings() : 0;
        said.put(what, new Said(end, Math.max(due, already)));
        return due > already;
    }
}
