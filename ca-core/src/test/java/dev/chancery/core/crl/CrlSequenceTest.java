package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.ClockFaultException;
import dev.chancery.core.judges.Pkix;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("CRLs, one after the other")
final class CrlSequenceTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);

    private static CrlNumber number(long value) {
        return new CrlNumber(BigInteger.valueOf(value));
    }

    private static boolean lists(SignedCrl crl, EncodedCertificate certificate) {
        return Pkix.crl(crl.octets().der())
                        .getRevokedCertificate(certificate.serial().value())
                != null;
    }

    /** The same CA with stores that know nothing of the CRLs signed so far. */
    private CrlFixture afterRestoringAnOldBackup() {
        return new CrlFixture(fixture.authority, fixture.clock);
    }

    @Nested
    @DisplayName("have numbers that only go up (SECURITY.md rule 11)")
    final class Rule11Numbers {
        @Test
        @DisplayName("from 1, by one")
        void rising() {
            assertThat(List.of(fixture.sign(), fixture.sign(), fixture.sign()))
                    .extracting(SignedCrl::number)
                    .containsExactly(number(1), number(2), number(3));
        }

        @Test
        @DisplayName("also when twenty are asked for at the same moment")
        void concurrent() {
            List<CompletableFuture<SignedCrl>> asked = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> fixture.sign()))
                    .toList();

            assertThat(asked.stream().map(future -> future.join().number()))
                    .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 20)
                            .mapToObj(CrlSequenceTest::number)
                            .toList());
        }

        @Test
        @DisplayName("above the published file's after an old backup was restored")
        void fileIsAhead() {
            fixture.sign();
            SignedCrl published = fixture.sign();

            SignedCrl next = afterRestoringAnOldBackup().sign(Optional.of(published));

            assertThat(next.number()).isEqualTo(number(3));
        }

        @Test
        @DisplayName("above the recorded ones when the published file is an old one, or lost")
        void fileIsBehind() {
            SignedCrl old = fixture.sign();
            fixture.sign();

            assertThat(fixture.sign(Optional.of(old)).number()).isEqualTo(number(3));
            assertThat(fixture.sign(Optional.empty()).number()).isEqualTo(number(4));
        }
    }

    @Nested
    @DisplayName("never forget (SECURITY.md rules 11 and 12)")
    final class Rule12 {
        @Test
        @DisplayName("a revoked certificate until one CRL was issued after its end")
        void oneCrlAfterItsEnd() {
            EncodedCertificate certificate = fixture.revoked(Duration.ofDays(10), RevocationReason.SUPERSEDED);
            SignedCrl before = fixture.sign();
            fixture.clock.advance(Duration.ofDays(11));

            SignedCrl after = fixture.sign(Optional.of(before));
            fixture.clock.advance(Duration.ofDays(1));
            SignedCrl later = fixture.sign(Optional.of(after));

            assertThat(lists(before, certificate)).isTrue();
            assertThat(lists(after, certificate)).isTrue();
            assertThat(lists(later, certificate)).isFalse();
        }

        @Test
        @DisplayName("not even when the published file was lost, since the archive has its time")
        void withoutTheFile() {
            EncodedCertificate certificate = fixture.revoked(Duration.ofDays(10), RevocationReason.SUPERSEDED);
            fixture.sign();
            fixture.clock.advance(Duration.ofDays(11));

            assertThat(lists(fixture.sign(Optional.empty()), certificate)).isTrue();
        }

        @Test
        @DisplayName("an entry that the restored database does not know")
        void unknownToTheLedger() {
            fixture.revoked(YEAR, RevocationReason.KEY_COMPROMISE);
            SignedCrl published = fixture.sign();
            CrlFixture restored = afterRestoringAnOldBackup();

            assertThatThrownBy(() -> restored.sign(Optional.of(published)))
                    .isInstanceOf(CrlFaultException.class)
                    .hasMessageContaining("unknown to the ledger")
                    .hasMessageContaining("stays in force");
            assertThat(restored.stores.journal().lastSequence()).isZero();
        }

        @Test
        @DisplayName("a final revocation that the restored database takes for a good certificate")
        void revocationLost() {
            EncodedCertificate certificate = fixture.revoked(YEAR, RevocationReason.KEY_COMPROMISE);
            SignedCrl published = fixture.sign();
            CrlFixture restored = afterRestoringAnOldBackup();
            restored.stores
                    .journal()
                    .record(
                            Requester.system(),
                            fixture.stores.journal().records().get(0).event());

            assertThatThrownBy(() -> restored.sign(Optional.of(published)))
                    .isInstanceOf(CrlFaultException.class)
                    .hasMessageContaining(certificate.serial().hex())
                    .hasMessageContaining("is missing from it");
        }

        @Test
        @DisplayName("but a hold that was released")
        void released() {
            EncodedCertificate certificate = fixture.revoked(YEAR, RevocationReason.CERTIFICATE_HOLD);
            SignedCrl before = fixture.sign();
            fixture.release(certificate);

            SignedCrl after = fixture.sign(Optional.of(before));

            assertThat(lists(before, certificate)).isTrue();
            assertThat(lists(after, certificate)).isFalse();
        }
    }

    @Nested
    @DisplayName("go forward in time (SECURITY.md rule 17)")
    final class Rule17 {
        @Test
        @DisplayName("and are refused when the clock stands more than five minutes before the journal")
        void farBack() {
            SignedCrl before = fixture.sign();
            fixture.clock.advance(Duration.ofMinutes(-5).minusSeconds(1));

            assertThatThrownBy(() -> fixture.sign(Optional.of(before)))
                    .isInstanceOf(ClockFaultException.class)
                    .hasMessageContaining("2026-06-01T11:54:59Z")
                    .hasMessageContaining("2026-06-01T12:00:00Z");
        }

        @Test
        @DisplayName("and none is older than its predecessor when the clock was set back a little")
        void aLittleBack() {
            SignedCrl before = fixture.sign();
            fixture.clock.advance(Duration.ofMinutes(-4));

            assertThat(fixture.sign(Optional.of(before)).thisUpdate()).isEqualTo(before.thisUpdate());
        }
    }

    @Test
    @DisplayName("do not replace the CRL of another CA")
    void anotherIssuer() {
        SampleAuthority stranger = new SampleAuthority("other", KeyAlgorithm.EC_P256, CrlFixture.NOW);
        SignedCrl foreign = new CrlFixture(stranger, fixture.clock).sign();

        assertThatThrownBy(() -> fixture.sign(Optional.of(foreign)))
                .isInstanceOf(CrlFaultException.class)
                .hasMessageContaining("another issuer");
    }
}
