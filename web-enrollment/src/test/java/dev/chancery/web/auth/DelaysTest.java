package dev.chancery.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.memory.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Guessing passwords")
class DelaysTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final Delays delays = new Delays(clock);

    private Duration fail(String account, String address, int times) {
        Duration wait = Duration.ZERO;
        for (int i = 0; i < times; i++) {
            wait = delays.attempt(account, address);
            clock.advance(wait.plusMillis(1));
            if (!wait.isZero()) {
                delays.attempt(account, address);
            }
        }
        return wait;
    }

    @Test
    @DisplayName("is free three times, then waits twice as long each time, up to a quarter of an hour")
    void grows() {
        assertThat(fail("olga", "192.0.2.1", 4)).isZero();
        assertThat(fail("olga", "192.0.2.1", 1)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
        assertThat(fail("olga", "192.0.2.1", 1)).isBetween(Duration.ofMillis(1900), Duration.ofSeconds(2));
        assertThat(fail("olga", "192.0.2.1", 20)).isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    @DisplayName("counts many tries at once before the first has failed")
    void parallel() {
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            passed += delays.attempt("olga", "192.0.2.1").isZero() ? 1 : 0;
        }
        assertThat(passed).isEqualTo(4);
    }

    @Test
    @DisplayName("is forgotten after a success")
    void success() {
        fail("olga", "192.0.2.1", 3);
        delays.succeeded("olga", "192.0.2.1");
        assertThat(fail("olga", "192.0.2.1", 4)).isZero();
    }

    @Test
    @DisplayName("from one address at many accounts is slowed as well")
    void address() {
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            passed += delays.attempt("user" + i, "192.0.2.1").isZero() ? 1 : 0;
        }
        assertThat(passed).isEqualTo(21);
        assertThat(delays.attempt("user1", "192.0.2.2")).isZero();
    }

    @Test
    @DisplayName("from many addresses at one account is slowed for a short time, and never for who was here before")
    void account() {
        delays.attempt("adam", "198.51.100.9");
        delays.succeeded("adam", "198.51.100.9");
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            passed += delays.attempt("adam", "192.0.2." + i).isZero() ? 1 : 0;
        }
        assertThat(passed).isEqualTo(11);
        assertThat(delays.attempt("adam", "203.0.113.1")).isBetween(Duration.ofMillis(1), Duration.ofSeconds(30));
        assertThat(delays.attempt("adam", "198.51.100.9")).isZero();
        assertThat(delays.attempt("adam", "127.0.0.1")).isZero();
    }

    @Test
    @DisplayName("from one IPv6 subscriber counts as one address")
    void networks() {
        assertThat(Delays.network("[2001:db8:1:2:3:4:5:6]")).isEqualTo(Delays.network("2001:db8:1:2::1"));
        assertThat(Delays.network("2001:db8:1:3::1")).isNotEqualTo(Delays.network("2001:db8:1:2::1"));
        assertThat(Delays.network("::1")).isEqualTo("127.0.0.1");
        assertThat(Delays.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
