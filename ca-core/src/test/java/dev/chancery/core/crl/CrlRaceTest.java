package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.judges.Pkix;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.MemorySpool;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.security.cert.CRLReason;
import java.security.cert.X509CRLEntry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A certificate that was on hold in the CRL before, and whose fate changes while the next one is made")
final class CrlRaceTest {
    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);
    private final EncodedCertificate certificate =
            fixture.revoked(Duration.ofDays(365), RevocationReason.CERTIFICATE_HOLD);
    private final SignedCrl before = fixture.sign();
    private final LedgerInMotion ledger = new LedgerInMotion(fixture.stores.ledger());

    private SignedCrl sign() {
        CrlIssuer issuer = new CrlIssuer(
                ledger.port(), fixture.stores.crlArchive(), fixture.stores.journal(), new MemorySpool(), fixture.clock);
        return issuer.issue(
                Requester.system(),
                fixture.authority.issuer(),
                new CrlScope.Full(),
                CrlTerms.standard(),
                Optional.of(before));
    }

    private Optional<CRLReason> listed(SignedCrl crl) {
        return Optional.ofNullable(Pkix.crl(crl.octets().der())
                        .getRevokedCertificate(certificate.serial().value()))
                .map(X509CRLEntry::getRevocationReason);
    }

    private void revoke(RevocationReason reason) {
        fixture.revoke(certificate, reason, Optional.empty());
    }

    @Test
    @DisplayName("released before and revoked for good meanwhile: the journal tells, and it is listed")
    void revokedMeanwhile() {
        fixture.release(certificate);
        ledger.then(() -> revoke(RevocationReason.KEY_COMPROMISE));

        assertThat(listed(sign())).contains(CRLReason.KEY_COMPROMISE);
        assertThat(ledger.readings()).isEqualTo(1);
        assertThat(fixture.lastRecord().event()).isInstanceOf(CrlSigned.class);
    }

    @Test
    @DisplayName("released before and held meanwhile: the journal tells, and it is listed")
    void backAndForth() {
        Runnable hold = () -> revoke(RevocationReason.CERTIFICATE_HOLD);
        Runnable release = () -> fixture.release(certificate);
        ledger.first(release).then(hold);

        assertThat(listed(sign())).contains(CRLReason.CERTIFICATE_HOLD);
        assertThat(ledger.readings()).isEqualTo(1);
    }

    @Test
    @DisplayName("released and never touched again: it is made once, without it")
    void released() {
        fixture.release(certificate);

        assertThat(listed(sign())).isEmpty();
        assertThat(ledger.readings()).isEqualTo(1);
    }

    @Test
    @DisplayName("made final before, and forgotten by the ledger: it is thrown away, and nothing is recorded")
    void forgotten() {
        revoke(RevocationReason.KEY_COMPROMISE);
        ledger.forgetting(entry -> entry.serial().equals(certificate.serial()));
        long records = fixture.stores.journal().lastSequence();

        assertThatThrownBy(this::sign)
                .isInstanceOf(CrlFaultException.class)
                .hasMessageContaining(certificate.serial().hex())
                .hasMessageContaining("is missing from it")
                .hasMessageContaining("stays in force");
        assertThat(fixture.stores.journal().lastSequence()).isEqualTo(records);
    }

    @Test
    @DisplayName("still on hold, and forgotten by the ledger: it is thrown away, even when another certificate moves")
    void forgottenWhileOthersMove() {
        ledger.forgetting(entry -> entry.serial().equals(certificate.serial()));
        Runnable another = () -> fixture.revoked(Duration.ofDays(1), RevocationReason.SUPERSEDED);
        ledger.then(another, another, another);

        assertThatThrownBy(this::sign).isInstanceOf(CrlFaultException.class);
        assertThat(ledger.readings()).isEqualTo(2);
    }
}
