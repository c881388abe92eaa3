package dev.chancery.publisher.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.x509.Der;
import dev.chancery.publisher.publish.PublishedCrls;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Before the CRL of an offline CA ends")
final class OfflineCrlWatchTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final TestClock clock = new TestClock(NOW);
    private final IssuerRegistry issuers = new IssuerRegistry();
    private final PublishedCrls published = new PublishedCrls();
    private final OfflineCrlWatch watch = new OfflineCrlWatch(issuers, published, clock);

    @AfterEach
    void stop() {
        watch.close();
    }

    private void join(String name, boolean offline) {
        Issuer issuer = new SampleAuthority(name, KeyAlgorithm.EC_P256, NOW).issuer();
        issuers.add(
                offline ? Issuer.offline(name, issuer.certificate(), issuer.chain(), issuer.addresses(), 0) : issuer);
    }

    private void publish(String name, int number, Instant nextUpdate) {
        published.put(new SignedCrl(
                name,
                new CrlNumber(BigInteger.valueOf(number)),
                clock.instant(),
                nextUpdate,
                nextUpdate,
                0,
                CrlOctets.of(Der.fromHex("3000"))));
    }

    private void daysBefore(Instant end, int days) {
        clock.advance(Duration.between(clock.instant(), end.minus(Duration.ofDays(days))));
    }

    @Test
    @DisplayName("it is said 30, 14, 7 and 1 days before, once each, and once more when it has ended")
    void warnings() {
        join("root", true);
        join("issuing", false);
        Instant end = NOW.plus(Duration.ofDays(100));
        publish("root", 1, end);
        publish("issuing", 1, NOW.plus(Duration.ofDays(1)));
        assertThat(watch.look()).isEmpty();
        assertThat(watch.remarks()).isEmpty();
        daysBefore(end, 31);
        assertThat(watch.look()).isEmpty();
        for (int days : new int[] {30, 14, 7, 1}) {
            daysBefore(end, days);
            assertThat(watch.look()).as(days + " days before").hasSize(1);
            assertThat(watch.look()).as("said already").isEmpty();
            assertThat(watch.remarks())
                    .hasSize(1)
                    .allMatch(remark -> remark.contains(days > 1 ? "in " + days + " days" : "in 24 hours"))
                    .allMatch(remark -> remark.contains("./chancery crl upload --ca root FILE"));
        }
        daysBefore(end, 0);
        assertThat(watch.look()).hasSize(1).allMatch(words -> words.contains("ended at"));
    }

    @Test
    @DisplayName("nothing more is said once the next one is there, until that one nears its end")
    void renewed() {
        join("root", true);
        Instant end = NOW.plus(Duration.ofDays(20));
        publish("root", 1, end);
        assertThat(watch.look()).hasSize(1);
        publish("root", 2, NOW.plus(Duration.ofDays(200)));
        assertThat(watch.look()).isEmpty();
        assertThat(watch.remarks()).isEmpty();
        daysBefore(NOW.plus(Duration.ofDays(200)), 29);
        assertThat(watch.look()).hasSize(1);
    }

    @Test
    @DisplayName("or when there is none at all, that is said too")
    void none() {
        join("root", true);
        assertThat(watch.look()).hasSize(1).allMatch(words -> words.contains("has no CRL"));
        assertThat(watch.watches("root")).isTrue();
        assertThat(watch.watches("issuing")).isFalse();
    }
}
