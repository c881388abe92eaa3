package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Times of the journal")
class MicrosTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T12:00:00.000000Z",
                "2024-02-29T23:59:59.999999Z",
                "1969-12-31T23:59:59.000001Z",
                "2026-01-31T12:00:00Z",
                "2026-01-31T12:00:00.5Z",
                "2026-01-31T12:00:00.000000001Z",
            })
    @DisplayName("are read as any reader of ISO 8601 does")
    void same(String text) {
        assertThat(Micros.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T12:00:00.000000Z",
                "2026-01-31 12:00:00.000000Z",
                "2026-01-31T12:00:00.-00000Z",
                "2026-01-+1T12:00:00.000000Z",
                "2026-01-31T12:00:00.00000\u0660Z",
                "yesterday",
            })
    @DisplayName("are refused when they are none")
    void refused(String text) {
        assertThatThrownBy(() -> Micros.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
