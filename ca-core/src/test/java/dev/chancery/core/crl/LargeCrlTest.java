package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.ledger.CertificateLedger.RevokedEntry;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
@DisplayName("A CRL of a million entries")
final class LargeCrlTest {
    private static final int ENTRIES = 1_000_000;
    private static final BigInteger FIRST = BigInteger.ONE.shiftLeft(126);
    /** Far enough apart that the serials look like ours, and rising. */
    private static final BigInteger STEP = BigInteger.ONE.shiftLeft(105).add(BigInteger.valueOf(7919));

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);

    private CrlDraft draft(CrlFrame frame) {
        CrlDraft draft = new CrlDraft(fixture.authority.issuer(), frame);
        RevocationStatus status = new RevocationStatus(CrlFixture.NOW, RevocationReason.SUPERSEDED, Optional.empty());
        BigInteger serial = FIRST;
        for (int i = 0; i < ENTRIES; i++) {
            draft.add(new RevokedEntry(new SerialNumber(serial), status, CrlFixture.NOW));
            serial = serial.add(STEP);
        }
        return draft;
    }

    private static CrlFrame frame(long number) {
        Instant now = CrlFixture.NOW;
        return new CrlFrame(
                new CrlNumber(BigInteger.valueOf(number)),
                now,
                now,
                now.plus(Duration.ofDays(7)),
                now.plus(Duration.ofDays(1)));
    }

    @Test
    @DisplayName("is made, judged and compared with its predecessor in the memory that a test has")
    void million() {
        CrlInspection inspection = new CrlInspection(fixture.stores.ledger());
        CrlDraft.Unjudged before = draft(frame(1)).sign();
        assertThat(inspection.inspect(before, fixture.authority.issuer(), Optional.empty()))
                .isEmpty();

        CrlDraft.Unjudged signed = draft(frame(2)).sign();
        assertThat(inspection.inspect(signed, fixture.authority.issuer(), Optional.of(before.crl())))
                .isEmpty();
        assertThat(signed.crl().entries()).isEqualTo(ENTRIES);
    }
}
