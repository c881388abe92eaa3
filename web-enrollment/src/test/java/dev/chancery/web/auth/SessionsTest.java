package dev.chancery.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Role;
import dev.chancery.core.memory.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A session")
class SessionsTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final Sessions sessions = new Sessions(
            new SessionSettings(Duration.ofMinutes(15), Duration.ofHours(8), 3), clock, new SecureRandom());

    private static Account account(String name) {
        return new Account(
                name,
                name,
                Set.of(Role.OFFICER),
                NameGrants.nothing(),
                Set.of(),
                Optional.empty(),
                false,
                false,
                List.of(),
                Instant.EPOCH);
    }

    private String open(String name) {
        String cookie = sessions.open(account(name), "password");
        assertThat(cookie).matches("__Host-chancery=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict");
        return cookie.substring("__Host-chancery=".length(), cookie.indexOf(';'));
    }

    @Test
    @DisplayName("ends after a quarter of an hour without use")
    void idle() {
        String id = open("olga");
        clock.advance(Duration.ofMinutes(14));
        assertThat(sessions.find(id, true)).isPresent();
        clock.advance(Duration.ofMinutes(14));
        assertThat(sessions.find(id, false)).isPresent();
        clock.advance(Duration.ofMinutes(2));
        assertThat(sessions.find(id, true)).isEmpty();
    }

    @Test
    @DisplayName("ends after eight hours however busy it is")
    void longest() {
        String id = open("olga");
        for (int i = 0; i < 48; i++) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(sessions.find(id, true)).isPresent();
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.find(id, true)).isEmpty();
    }

    @Test
    @DisplayName("is known by its identifier only, and each has another one and another CSRF token")
    void identifiers() {
        String first = open("olga");
        String second = open("olga");
        assertThat(first).isNotEqualTo(second);
        assertThat(sessions.find(first, true).orElseThrow().csrfToken())
                .hasSize(43)
                .isNotEqualTo(sessions.find(second, true).orElseThrow().csrfToken());
        assertThat(sessions.find("x", true)).isEmpty();
    }

    @Test
    @DisplayName("gives way, the one unused for longest first, when there are too many")
    void bounded() {
        String first = open("a");
        clock.advance(Duration.ofSeconds(1));
        String second = open("b");
        clock.advance(Duration.ofSeconds(1));
        open("c");
        sessions.find(first, true);
        clock.advance(Duration.ofSeconds(1));
        open("d");
        assertThat(sessions.find(first, true)).isPresent();
        assertThat(sessions.find(second, true)).isEmpty();
        assertThat(sessions.count()).isEqualTo(3);
    }

    @Test
    @DisplayName("ends with all others of its account")
    void endAll() {
        String olgas = open("olga");
        String adams = open("adam");
        sessions.endAll("olga");
        assertThat(sessions.find(olgas, true)).isEmpty();
        assertThat(sessions.find(adams, true)).isPresent();
    }
}
