package dev.chancery.web.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failures per key and says how long the next try must wait. Bounded: the least recently used key is forgotten. */
final class FailureCounts {
    private static final int MAXIMUM_KEYS = 10_000;
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(1);

    private final Clock clock;
    private final int free;
    private final Duration longest;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MAXIMUM_KEYS;
        }
    };

    private record Count(int failures, Instant last) {}

    /**
     * @param free failures without any delay; the one after waits a second, and each further one twice as long
     * @param longest where doubling ends
     */
    FailureCounts(Clock clock, int free, Duration longest) {
        this.clock = clock;
        this.free = free;
        this.longest = longest;
    }

    /** What is left of the delay; zero when a try is welcome. */
    Duration wait(String key) {
        Count count = current(key);
        Duration left = Duration.between(clock.instant(), count.last().plus(delay(count.failures())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    void add(String key) {
        counts.put(key, new Count(current(key).failures() + 1, clock.instant()));
    }

    /** Takes one failure back: it turned out to be a success. */
    void subtract(String key) {
        Count count = current(key);
        if (count.failures() > 0) {
            counts.put(key, new Count(count.failures() - 1, count.last()));
        }
    }

    void clear(String key) {
        counts.remove(key);
    }

    private Count current(String key) {
        Count count = counts.getOrDefault(key, new Count(0, Instant.EPOCH));
        boolean old = count.last().plus(FORGIVEN_AFTER).isBefore(clock.instant());
        return old ? new Count(0, Instant.EPOCH) : count;
    }

    private Duration delay(int failures) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free - 1, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
