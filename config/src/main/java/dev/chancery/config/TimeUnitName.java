package dev.chancery.config;

import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit of time as people write it. A month and a year have no fixed length, so they are no {@link Duration}; what is
 * shorter than a day is no {@link Period}; days and weeks are both. `m` alone is a minute only where months cannot be.
 */
enum TimeUnitName {
    MILLISECOND(Duration.ofMillis(1), null, "ms", "millis"),
    SECOND(Duration.ofSeconds(1), null, "s", "sec", "secs"),
    MINUTE(Duration.ofMinutes(1), null, "min", "mins"),
    HOUR(Duration.ofHours(1), null, "h", "hr", "hrs"),
    DAY(Duration.ofDays(1), Period.ofDays(1), "d"),
    WEEK(Duration.ofDays(7), Period.ofDays(7), "w"),
    MONTH(null, Period.ofMonths(1), "mo"),
    YEAR(null, Period.ofYears(1), "y");

    private final Optional<Duration> duration;
    private final Optional<Period> period;
    private final Set<String> shortNames;

    TimeUnitName(@Nullable Duration duration, @Nullable Period period, String... shortNames) {
        this.duration = Optional.ofNullable(duration);
        this.period = Optional.ofNullable(period);
        this.shortNames = Set.of(shortNames);
    }

    static Optional<TimeUnitName> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(unit -> unit.isCalled(lower)).findFirst();
    }

    private boolean isCalled(String word) {
        return shortNames.contains(word) || word.equals(fullName()) || word.equals(fullName() + "s");
    }

    private String fullName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Optional<Duration> duration() {
        return duration;
    }

    Optional<Period> period() {
        return period;
    }

    /** {@code 1 day}, {@code 397 days}. */
    String times(long count) {
        return count + " " + fullName() + (count == 1 ? "" : "s");
    }
}
