package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.DerCursor;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 5280 §4.1.2.5: a time")
class EncodedTimeTest {
    private static EncodedTime time(String text) {
        return EncodedTime.read(DerCursor.of(Tlv.text(text.indexOf('Z') > 13 ? 0x18 : 0x17, text)), "thisUpdate");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "500102030405Z, 1950-01-02T03:04:05Z",
        "491231235959Z, 2049-12-31T23:59:59Z",
        "000229000000Z, 2000-02-29T00:00:00Z",
        "20500102030405Z, 2050-01-02T03:04:05Z",
        "19491231235959Z, 1949-12-31T23:59:59Z",
        "99990909090909Z, 9999-09-09T09:09:09Z"
    })
    @DisplayName("is read digit by digit:")
    void read(String text, Instant instant) {
        assertThat(time(text).instant()).contains(instant);
        assertThat(time(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2601010000Z",
        "260101000000",
        "260101000000z",
        "2601010000000Z",
        "26010100000/Z",
        "26010100000:Z",
        "/60101000000Z",
        "260001000000Z",
        "261301000000Z",
        "260230000000Z",
        "260101240000Z",
        "260101006000Z",
        "260101000060Z",
        "20260101000000.5Z",
        "202601010000000Z"
    })
    @DisplayName("of another form is none")
    void none(String text) {
        assertThat(time(text).instant()).isEmpty();
        assertThat(time(text).fittingType()).isTrue();
        assertThat(time(text).after(time("260101000000Z"))).isFalse();
        assertThat(time("260101000000Z").after(time(text))).isFalse();
    }

    @Test
    @DisplayName("is after another one, or of the type for its year")
    void compared() {
        assertThat(time("260101000001Z").after(time("260101000000Z"))).isTrue();
        assertThat(time("260101000000Z").after(time("260101000000Z"))).isFalse();
        assertThat(time("260101000000Z").after(time("20260101000001Z"))).isFalse();
        assertThat(time("20491231235959Z").fittingType()).isFalse();
        assertThat(time("20500101000000Z").fittingType()).isTrue();
        assertThat(time("491231235959Z").fittingType()).isTrue();
        assertThatThrownBy(() -> EncodedTime.read(DerCursor.of(Tlv.integer(1)), "thisUpdate"))
                .hasMessage("thisUpdate is no Time, at octet 0");
    }
}
