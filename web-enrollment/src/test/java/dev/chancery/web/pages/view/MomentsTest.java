package dev.chancery.web.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.memory.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A date")
class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T05:10:00Z");
    private final Moments moments = new Moments(new TestClock(NOW), ZoneId.of("UTC"));

    @Test
    @DisplayName("is exact, with its zone, and machine-readable")
    void exact() {
        Moment moment = moments.at(Instant.parse("2027-11-22T05:10:30.5Z"));
        assertThat(moment.exact()).isEqualTo("22 November 2027, 05:10 UTC");
        assertThat(moment.day()).isEqualTo("22 Nov 2027");
        assertThat(moment.iso()).isEqualTo("2027-11-22T05:10:30Z");
    }

    @Test
    @DisplayName("names the zone that it is told in")
    void zone() {
        Moments berlin = new Moments(new TestClock(NOW), ZoneId.of("Europe/Berlin"));
        assertThat(berlin.at(NOW).exact()).isEqualTo("22 November 2026, 06:10 CET");
    }

    @ParameterizedTest(name = "{0} from now is \"{1}\"")
    @CsvSource({
        "PT0S, just now",
        "PT-59S, just now",
        "PT59S, just now",
        "PT-1M, 1 minute ago",
        "PT3M, in 3 minutes",
        "PT-59M, 59 minutes ago",
        "PT1H, in 1 hour",
        "PT23H59M, in 23 hours",
        "PT24H, in 1 day",
        "P-12D, 12 days ago",
        "P364D, in 364 days",
        "P729D, in 729 days",
        "P730D, in 2 years",
        "P3650D, in 10 years",
        "P7305D, in 20 years",
        "P800000D, 'in 2,190 years'",
    })
    void relative(Duration distance, String words) {
        assertThat(moments.at(NOW.plus(distance)).relative()).isEqualTo(words);
    }
}
