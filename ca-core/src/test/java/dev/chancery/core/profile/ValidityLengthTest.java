package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityLengthTest {
    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource({
        "P1Y, P1Y, 1 year",
        "1 year, P1Y, 1 year",
        "2y, P2Y, 2 years",
        "18 months, P18M, 18 months",
        "1 year 6 months, P1Y6M, 1 year 6 months",
        "'1 year, 1 day', P1Y1D, 1 year 1 day",
        "2 weeks, P14D, 14 days",
        "P2W, P14D, 14 days",
        "397 DAYS, P397D, 397 days",
        "12 h, PT12H, 12 hours",
        "PT90M, PT1H30M, 1 hour 30 minutes",
        "5 min, PT5M, 5 minutes",
        "30 s, PT30S, 30 seconds",
        "P1DT12H, P1DT12H, 1 day 12 hours"
    })
    @DisplayName("A length of time is read from ISO 8601 and from words, and written as both")
    void readAndWritten(String text, String iso, String words) {
        ValidityLength length = ValidityLength.of(text);
        assertThat(length.iso()).isEqualTo(iso);
        assertThat(length.words()).isEqualTo(words);
        assertThat(ValidityLength.of(length.iso())).isEqualTo(length);
        assertThat(ValidityLength.of(length.words())).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "P", "PT", "1", "year", "1 fortnight", "one year", "1 year and", "P1H", "P-1D", "0 days"
            })
    @DisplayName("Anything else is refused")
    void refused(String text) {
        assertThatThrownBy(() -> ValidityLength.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} from {1} is {2}")
    @CsvSource({
        "1 month, 2026-01-31T00:00:00Z, 2026-02-28T00:00:00Z",
        "1 year, 2028-02-29T12:00:00Z, 2029-02-28T12:00:00Z",
        "1 day 12 hours, 2026-03-28T18:00:00Z, 2026-03-30T06:00:00Z"
    })
    @DisplayName("Months and years are those of the calendar, days have 24 hours")
    void calendar(String text, Instant start, Instant end) {
        assertThat(ValidityLength.of(text).addTo(start)).isEqualTo(end);
    }
}
