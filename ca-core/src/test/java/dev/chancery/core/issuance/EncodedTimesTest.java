package dev.chancery.core.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.X509Time;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A time that was encoded a moment ago")
class EncodedTimesTest {
    @Test
    @DisplayName("is the one that was asked for, whatever was asked for before")
    void same() {
        EncodedTimes times = new EncodedTimes();
        Instant start = Instant.parse("2049-12-31T23:59:00Z");
        Random random = new Random(2049);
        for (int i = 0; i < 5000; i++) {
            Instant instant = start.plusSeconds(random.nextInt(120));
            assertThat(times.encoded(instant)).isEqualTo(X509Time.time(instant));
        }
        assertThat(times.encoded(start)).isSameAs(times.encoded(start));
    }
}
