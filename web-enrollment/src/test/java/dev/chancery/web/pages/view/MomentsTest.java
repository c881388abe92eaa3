package dev.chancery.web.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.memory.TestClock;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.web.pages.text.Language;
import dev.chancery.web.pages.text.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
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

    private static final Reader GERMAN = new Reader(Language.GERMAN, Optional.of(ZoneId.of("Europe/Berlin")));

    @Test
    @DisplayName("is told to a German reader in German and in the zone of the reader")
    void german() {
        Moment moment = GERMAN.reading(() -> moments.at(Instant.parse("2026-11-29T09:48:00Z")));
        assertThat(moment.exact()).isEqualTo("29. November 2026, 10:48 MEZ");
        assertThat(moment.day()).isEqualTo("29. Nov. 2026");
        assertThat(moment.iso()).isEqualTo("2026-11-29T09:48:00Z");
        assertThat(moment.relative()).isEqualTo("in 7 Tagen");
    }

    @ParameterizedTest(name = "{0} from now is \"{1}\" in German")
    @CsvSource({
        "PT0S, gerade eben",
        "PT-1M, vor 1 Minute",
        "PT3M, in 3 Minuten",
        "PT1H, in 1 Stunde",
        "PT-23H, vor 23 Stunden",
        "PT24H, in 1 Tag",
        "P-12D, vor 12 Tagen",
        "P730D, in 2 Jahren",
        "P800000D, in 2.190 Jahren",
    })
    void germanRelative(Duration distance, String words) {
        assertThat(GERMAN.reading(() -> moments.at(NOW.plus(distance)).relative()))
                .isEqualTo(words);
    }

    @Test
    @DisplayName("of the calendar is the same day in every zone")
    void calendar() {
        Reader honolulu = new Reader(Language.GERMAN, Optional.of(ZoneId.of("Pacific/Honolulu")));
        LocalDate first = LocalDate.of(2026, 12, 1);
        assertThat(honolulu.reading(() -> Moments.day(first))).isEqualTo("1. Dez. 2026");
        assertThat(honolulu.reading(() -> Moments.longMonth(first))).isEqualTo("Dezember 2026");
        assertThat(honolulu.reading(() -> Moments.month(first))).isEqualTo("Dez");
        assertThat(Moments.month(first) + Moments.longMonth(first)).isEqualTo("DecDecember 2026");
    }

    @Test
    @DisplayName("has lengths in the words of the reader")
    void lengths() {
        ValidityLength length = ValidityLength.of("398 days");
        assertThat(Moments.words(length)).isEqualTo("398 days");
        assertThat(GERMAN.reading(() -> Moments.words(length))).isEqualTo("398 Tage");
        assertThat(GERMAN.reading(() -> Moments.words(ValidityLength.of("1 year"))))
                .isEqualTo("1 Jahr");
    }
}
