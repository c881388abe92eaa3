package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A length of time")
class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "30 s, PT30S",
        "1 sec, PT1S",
        "2 seconds, PT2S",
        "250ms, PT0.25S",
        "10 min, PT10M",
        "5m, PT5M",
        "1 minute, PT1M",
        "12h, PT12H",
        "1 hour, PT1H",
        "90d, P90D",
        "1 Day, P1D",
        "2 weeks, P14D",
        "1w, P7D",
        "1 day 12 hours, P1DT12H",
        "1h30m, PT1H30M",
        "PT15M, PT15M",
        "pt15m, PT15M",
        "P7D, P7D",
        " 7  days , P7D",
        "0 s, PT0S"
    })
    @DisplayName("as a duration is exact")
    void durations(String text, Duration duration) {
        assertThat(TimeText.parseDuration(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({
        "397 days, P397D",
        "P397D, P397D",
        "1 year, P1Y",
        "20 years, P20Y",
        "2y, P2Y",
        "18 months, P18M",
        "6mo, P6M",
        "2 weeks, P14D",
        "1 year 6 months 3 days, P1Y6M3D",
        "90d, P90D"
    })
    @DisplayName("as a period follows the calendar")
    void periods(String text, Period period) {
        assertThat(TimeText.parsePeriod(text)).isEqualTo(period);
        assertThat(TimeText.parse(text)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"12h, PT12H", "90 min, PT1H30M", "PT12H, PT12H", "P1DT12H, PT36H", "1 day 12 h, PT36H"})
    @DisplayName("as either of the two is a duration once it names hours or less")
    void either(String text, Duration duration) {
        assertThat(TimeText.parse(text)).isEqualTo(duration);
    }

    private static void expect(Function<String, TemporalAmount> parser, String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parser.apply(text))
                .withMessage("`" + text + "` is not a length of time that can be used here: " + reason);
    }

    @Test
    @DisplayName("says what is wrong with it")
    void mistakes() {
        expect(TimeText::parse, "7", "it has no unit; write `7 days`, `… h`, `… min` or `… s`");
        expect(
                TimeText::parse,
                "3 fortnights",
                "there is no unit `fortnights`; the units are s, min, h, days, weeks, months, years");
        expect(TimeText::parse, "5m", "`m` may be minutes or months; write `min` or `months`");
        expect(TimeText::parseDuration, "1 month", "a month has no fixed length here; write it in days");
        expect(TimeText::parse, "1 year 2 hours", "a year has no fixed length here; write it in days");
        expect(TimeText::parsePeriod, "12 hours", "a hour is too short here; write days or longer units");
        expect(TimeText::parsePeriod, "PT12H", "in ISO 8601 write it as `P7D`, `P1Y6M` or `PT12H`");
        expect(TimeText::parseDuration, "P1Y", "in ISO 8601 write it as `P7D`, `P1Y6M` or `PT12H`");
        expect(TimeText::parseDuration, "PT-5M", "it is negative");
        expect(TimeText::parsePeriod, "-P1D", "write whole numbers with units, such as `7 days`, `12 h` or `P7D`");
        expect(TimeText::parsePeriod, "999999999 years 999999999 years 999999999 years", "it is too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "days",
                "1.5 h",
                "-5 min",
                "5 min!",
                "5 min,",
                "9999999999 s",
                "٣ days",
                "P",
                "PT",
                "Paris"
            })
    @DisplayName("is refused with words whatever it is")
    void nonsense(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeText.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeText.parseDuration(text));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeText.parsePeriod(text));
    }

    @ParameterizedTest
    @CsvSource({
        "PT168H, 7 days",
        "PT24H, 1 day",
        "PT36H, 36 hours",
        "PT90M, 90 minutes",
        "PT0S, 0 seconds",
        "PT0.25S, 250 milliseconds"
    })
    @DisplayName("prints a duration in the largest unit that fits")
    void printsDurations(Duration duration, String text) {
        assertThat(TimeText.print(duration)).isEqualTo(text);
        assertThat(TimeText.parseDuration(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"P20Y, 20 years", "P1Y6M, 1 year 6 months", "P397D, 397 days", "P0D, 0 days", "P1M1D, 1 month 1 day"})
    @DisplayName("prints a period as it was given")
    void printsPeriods(Period period, String text) {
        assertThat(TimeText.print(period)).isEqualTo(text);
        assertThat(TimeText.parse(text)).isEqualTo(period);
    }
}
