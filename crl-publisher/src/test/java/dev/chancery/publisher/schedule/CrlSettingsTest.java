package dev.chancery.publisher.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.crl.CrlTerms;
import dev.chancery.publisher.publish.ArchiveSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of CRLs")
class CrlSettingsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static CrlSettings settings(
            Duration lifetime,
            Duration interval,
            OnRevocation onRevocation,
            Duration digest,
            Optional<Duration> deltaInterval,
            Map<String, CrlSettings.Otherwise> authorities) {
        return new CrlSettings(
                lifetime,
                interval,
                Duration.ofMinutes(10),
                onRevocation,
                digest,
                deltaInterval,
                authorities,
                ArchiveSettings.defaults());
    }

    private static CrlSettings.Otherwise intervalOf(Duration lifetime, Duration interval) {
        return new CrlSettings.Otherwise(
                Optional.of(lifetime),
                Optional.of(interval),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void refused(
            String reason, Duration interval, OnRevocation on, Duration digest, Optional<Duration> deltas) {
        assertThatThrownBy(() -> settings(Duration.ofDays(7), interval, on, digest, deltas, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    @DisplayName("hold for every CA, unless they say otherwise for one")
    void perAuthority() {
        CrlSettings settings = settings(
                Duration.ofDays(7),
                Duration.ofDays(1),
                OnRevocation.FULL,
                Duration.ofSeconds(1),
                Optional.of(HOUR),
                Map.of("root", intervalOf(Duration.ofDays(180), Duration.ofDays(30))));

        assertThat(settings.plan("issuing").full()).isEqualTo(CrlTerms.standard());
        assertThat(settings.plan("issuing").overlap()).isEqualTo(Duration.ofDays(6));
        assertThat(settings.plan("issuing").delta())
                .contains(new CrlTerms(HOUR.multipliedBy(2), HOUR, Duration.ofMinutes(10)));
        assertThat(settings.plan("root").full().interval()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.plan("root").overlap()).isEqualTo(Duration.ofDays(150));
    }

    private static CrlSettings.Otherwise partitions(int count, Optional<Duration> deltaInterval) {
        return new CrlSettings.Otherwise(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                deltaInterval,
                Optional.of(count));
    }

    private static CrlSettings standard(Optional<Duration> deltaInterval, CrlSettings.Otherwise issuing) {
        return settings(
                Duration.ofDays(7),
                Duration.ofDays(1),
                OnRevocation.FULL,
                Duration.ofSeconds(1),
                deltaInterval,
                Map.of("issuing", issuing));
    }

    @Test
    @DisplayName("give a CA partitions or deltas, not both")
    void partitions() {
        assertThat(standard(Optional.empty(), partitions(256, Optional.empty())).misfit("issuing"))
                .isEmpty();
        assertThat(standard(Optional.of(HOUR), intervalOf(Duration.ofDays(7), Duration.ofDays(1)))
                        .misfit("issuing"))
                .hasValueSatisfying(why -> assertThat(why).contains("for the CA \"issuing\"", "do not go together"));
        assertThatThrownBy(() -> standard(Optional.empty(), partitions(4, Optional.of(HOUR))))
                .hasMessageContaining("for the CA \"issuing\" partitions and delta-interval do not go together");
        assertThatThrownBy(() -> standard(Optional.of(HOUR), partitions(4, Optional.empty())))
                .hasMessageContaining("do not go together");
        assertThatThrownBy(() -> partitions(0, Optional.empty())).hasMessageContaining("is 1 to 256, not 0");
        assertThatThrownBy(() -> partitions(257, Optional.empty())).hasMessageContaining("is 1 to 256, not 257");
    }

    @Test
    @DisplayName("are refused, with the reason, when they do not go together")
    void refused() {
        Duration second = Duration.ofSeconds(1);
        refused("half of the lifetime", Duration.ofDays(4), OnRevocation.FULL, second, Optional.empty());
        refused("shorter than 10 seconds", second, OnRevocation.FULL, second, Optional.empty());
        refused("needs a delta-interval", HOUR, OnRevocation.DELTA, second, Optional.empty());
        refused("not shorter than the interval", HOUR, OnRevocation.FULL, second, Optional.of(HOUR));
        refused("1 second or more", HOUR, OnRevocation.FULL, Duration.ofMillis(10), Optional.empty());
        refused("on-revocation: nothing", HOUR, OnRevocation.FULL, HOUR.multipliedBy(2), Optional.empty());
        assertThatThrownBy(() -> settings(
                        Duration.ofDays(7),
                        Duration.ofDays(1),
                        OnRevocation.FULL,
                        second,
                        Optional.empty(),
                        Map.of("root", intervalOf(HOUR, HOUR))))
                .hasMessageContaining("for the CA \"root\"")
                .hasMessageContaining("half of the lifetime");
    }
}
