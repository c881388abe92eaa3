package dev.chancery.publisher.fetchers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.memory.TestClock;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of who has fetched what")
class FetchersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestClock clock = new TestClock(NOW);

    @Test
    @DisplayName("keeps what each client fetched last, how often and when, newest first, per CA")
    void keeps() {
        Fetchers fetchers = new Fetchers(100, clock);
        fetchers.crl(address(1), crl("issuing", 7));
        clock.advance(Duration.ofSeconds(1));
        fetchers.crl(address(2), crl("issuing", 7));
        fetchers.ocsp(address(2), "issuing");
        fetchers.crl(address(2), crl("root", 1));
        clock.advance(Duration.ofSeconds(1));
        fetchers.crl(address(1), crl("issuing", 8));
        assertThat(fetchers.of("issuing")).extracting(Fetcher::client).containsExactly(address(1), address(2));
        Fetcher first = fetchers.of("issuing").get(0);
        assertThat(first.crl().orElseThrow().number()).isEqualTo(number(8));
        assertThat(first.crlAt()).contains(NOW.plusSeconds(2));
        assertThat(first.crls()).isEqualTo(2);
        assertThat(first.ocspAt()).isEmpty();
        assertThat(fetchers.of("issuing").get(1).ocsps()).isEqualTo(1);
        assertThat(fetchers.of("root")).hasSize(1);
    }

    @Test
    @DisplayName("tells the lists of partitions apart, whose numbers are their own")
    void partitions() {
        Fetchers fetchers = new Fetchers(100, clock);
        fetchers.crl(address(1), crl("issuing", 7));
        clock.advance(Duration.ofSeconds(1));
        fetchers.crl(
                address(1),
                new FetchedCrl(
                        "issuing", OptionalInt.of(3), number(2), Optional.empty(), NOW.plus(Duration.ofDays(7))));
        assertThat(fetchers.of("issuing"))
                .extracting(Fetcher::partition)
                .containsExactly(OptionalInt.of(3), OptionalInt.empty());
        assertThat(fetchers.of("issuing"))
                .extracting(one -> one.crl().orElseThrow().number())
                .containsExactly(number(2), number(7));
    }

    @Test
    @DisplayName(
            "RFC 5280 §5.2.4: knows what a delta adds to a full CRL, and that it adds nothing to another or to none")
    void deltas() {
        Fetchers fetchers = new Fetchers(100, clock);
        fetchers.crl(address(1), crl("issuing", 7));
        fetchers.crl(address(1), delta(8, 7));
        assertThat(known(fetchers)).isEqualTo(number(8));
        assertThat(fetchers.of("issuing").get(0).crl().orElseThrow().nextUpdate())
                .as("the end of the full one")
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
        fetchers.crl(address(1), delta(10, 7));
        assertThat(known(fetchers)).isEqualTo(number(10));
        fetchers.crl(address(1), delta(9, 7));
        assertThat(known(fetchers)).as("an older delta takes nothing back").isEqualTo(number(10));
        fetchers.crl(address(1), delta(13, 12));
        assertThat(known(fetchers)).as("a delta to a full one that it lacks").isEqualTo(number(10));
        fetchers.crl(address(1), crl("issuing", 12));
        fetchers.crl(address(1), delta(13, 12));
        assertThat(known(fetchers)).isEqualTo(number(13));
        assertThat(fetchers.of("issuing").get(0).crls()).isEqualTo(7);
        clock.advance(Duration.ofSeconds(1));
        fetchers.crl(address(2), delta(13, 12));
        assertThat(fetchers.of("issuing").get(0).client()).isEqualTo(address(2));
        assertThat(fetchers.of("issuing").get(0).crl()).isEmpty();
    }

    private static CrlNumber known(Fetchers fetchers) {
        return fetchers.of("issuing").get(0).crl().orElseThrow().number();
    }

    private static FetchedCrl delta(long number, long base) {
        return new FetchedCrl(
                "issuing",
                OptionalInt.empty(),
                number(number),
                Optional.of(number(base)),
                NOW.plus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("stays within its bound; who was here longest ago makes room")
    void bounded() {
        Fetchers fetchers = new Fetchers(1000, clock);
        for (int i = 0; i < 100_000; i++) {
            clock.advance(Duration.ofMillis(1));
            fetchers.crl(address(i), crl("issuing", i));
            fetchers.crl(address(0), crl("issuing", i));
            assertThat(fetchers.size()).isLessThanOrEqualTo(1000);
        }
        assertThat(fetchers.of("issuing"))
                .extracting(Fetcher::client)
                .contains(address(0), address(99_999), address(99_500))
                .doesNotContain(address(98_000));
    }

    @Test
    @DisplayName("remembers nobody when it is switched off")
    void off() {
        Fetchers fetchers = new Fetchers(0, clock);
        fetchers.crl(address(1), crl("issuing", 7));
        fetchers.ocsp(address(1), "issuing");
        assertThat(fetchers.remembers()).isFalse();
        assertThat(fetchers.of("issuing")).isEmpty();
    }

    private static FetchedCrl crl(String issuer, long number) {
        return new FetchedCrl(issuer, number(number), NOW.plus(Duration.ofDays(7)));
    }

    private static CrlNumber number(long number) {
        return new CrlNumber(BigInteger.valueOf(number));
    }

    private static InetAddress address(int i) {
        try {
            return InetAddress.getByAddress(new byte[] {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
