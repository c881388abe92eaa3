package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a CRL changed")
final class CrlChangesTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);

    @Test
    @DisplayName("is told by a walk over it and the one before it")
    void changes() {
        fixture.revoked(YEAR, RevocationReason.SUPERSEDED);
        EncodedCertificate released = fixture.revoked(YEAR, RevocationReason.CERTIFICATE_HOLD);
        EncodedCertificate made = fixture.revoked(YEAR, RevocationReason.CERTIFICATE_HOLD);
        SignedCrl before = fixture.sign();
        fixture.release(released);
        fixture.revoke(made, RevocationReason.KEY_COMPROMISE, Optional.empty());
        EncodedCertificate fresh = fixture.revoked(YEAR, RevocationReason.UNSPECIFIED);
        fixture.revoked(YEAR, RevocationReason.UNSPECIFIED);

        SignedCrl next = fixture.sign(Optional.of(before));
        CrlDifference changes = CrlChanges.between(before.number(), before.octets(), next.octets(), 1000);

        assertThat(changes)
                .as("what was noted while it was made is recorded")
                .isEqualTo(
                        ((CrlSigned) fixture.lastRecord().event()).difference().orElseThrow());
        assertThat(changes.added().count()).isEqualTo(2);
        assertThat(changes.added().first()).contains(fresh.serial()).isSorted();
        assertThat(changes.changed().first()).containsExactly(made.serial());
        assertThat(changes.removed().first()).containsExactly(released.serial());
    }

    @Test
    @DisplayName("names no more certificates than asked for, and counts them all")
    void limited() {
        SignedCrl before = fixture.sign();
        for (int i = 0; i < 5; i++) {
            fixture.revoked(YEAR, RevocationReason.SUPERSEDED);
        }

        Certificates added = CrlChanges.between(
                        before.number(),
                        before.octets(),
                        fixture.sign(Optional.of(before)).octets(),
                        2)
                .added();

        assertThat(added.count()).isEqualTo(5);
        assertThat(added.first()).hasSize(2);
    }
}
