package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A CRL that an earlier process made")
final class AdoptionTest {
    @TempDir
    Path directory;

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);
    private final LedgerInMotion ledger = new LedgerInMotion(fixture.stores.ledger());

    /** A process of its own on the same journal and ledger. */
    private CrlIssuer process() {
        return new CrlIssuer(
                ledger.port(),
                fixture.stores.crlArchive(),
                fixture.stores.journal(),
                CrlSpool.in(directory),
                fixture.clock);
    }

    private SignedCrl sign(CrlIssuer process, Optional<SignedCrl> before) {
        return process.issue(
                Requester.system(), fixture.authority.issuer(), new CrlScope.Full(), CrlTerms.standard(), before);
    }

    /** What a start makes of the published file. */
    private SignedCrl read(SignedCrl published) throws Exception {
        return CrlReader.read(
                "issuing",
                fixture.authority.issuer().certificate(),
                CrlOctets.mapped(published.octets().file().orElseThrow()));
    }

    private boolean adopted(CrlIssuer process, SignedCrl published) {
        return process.adopt(fixture.authority.issuer(), published);
    }

    private static List<String> entries(SignedCrl crl) {
        List<String> entries = new ArrayList<>();
        CrlContent.read(crl.octets().buffer())
                .forEach((serial, date, reason) -> entries.add(serial.toString(16) + " " + date + " " + reason));
        return entries;
    }

    @Test
    @DisplayName("is followed by one with what the journal has since, and the ledger is not read")
    void followed() throws Exception {
        EncodedCertificate held = fixture.revoked(Duration.ofDays(90), RevocationReason.CERTIFICATE_HOLD);
        fixture.revoked(Duration.ofHours(2), RevocationReason.SUPERSEDED);
        fixture.revoke(fixture.issue(Duration.ofDays(9)), RevocationReason.KEY_COMPROMISE, Optional.of(CrlFixture.NOW));
        SignedCrl before = sign(process(), Optional.empty());
        fixture.release(held);
        EncodedCertificate last = fixture.revoked(Duration.ofDays(9), RevocationReason.UNSPECIFIED);
        fixture.clock.advance(Duration.ofHours(3));
        SignedCrl published = read(before);

        CrlIssuer restarted = process();
        assertThat(adopted(restarted, published)).isTrue();
        int readings = ledger.readings();
        SignedCrl next = sign(restarted, Optional.of(published));
        SignedCrl afterThat = sign(restarted, Optional.of(next));

        assertThat(ledger.readings()).isEqualTo(readings);
        assertThat(next.number()).isEqualTo(before.number().next());
        assertThat(String.join(" ", entries(next)))
                .contains(last.serial().value().toString(16));
        assertThat(entries(next)).isEqualTo(entries(sign(process(), Optional.of(published))));
        assertThat(afterThat.entries()).as("one has ended").isEqualTo(2);
    }

    @Test
    @DisplayName("is followed by what one from the whole ledger lists, whatever happens and however often it starts")
    void always() throws Exception {
        Random random = new Random(20261129);
        List<EncodedCertificate> held = new ArrayList<>();
        SignedCrl published = sign(process(), Optional.empty());
        for (int start = 0; start < 40; start++) {
            for (int i = random.nextInt(6); i > 0; i--) {
                if (!held.isEmpty() && random.nextInt(3) == 0) {
                    fixture.release(held.remove(random.nextInt(held.size())));
                } else {
                    boolean hold = random.nextBoolean();
                    EncodedCertificate certificate = fixture.revoked(
                            Duration.ofHours(1 + random.nextInt(200)),
                            hold ? RevocationReason.CERTIFICATE_HOLD : RevocationReason.SUPERSEDED);
                    if (hold) {
                        held.add(certificate);
                    }
                }
            }
            fixture.clock.advance(Duration.ofHours(random.nextInt(12)));
            SignedCrl found = read(published);
            CrlIssuer restarted = process();
            assertThat(adopted(restarted, found)).isTrue();
            assertThat(restarted.confirm(fixture.authority.issuer(), () -> false))
                    .isTrue();
            List<String> fromLedger = entries(sign(process(), Optional.of(found)));
            published = sign(restarted, Optional.of(found));
            assertThat(entries(published)).isEqualTo(fromLedger);
        }
    }

    @Test
    @DisplayName("is followed, but not to be served alone, when a later one was signed and never published")
    void oneIsMissing() throws Exception {
        CrlIssuer first = process();
        SignedCrl published = sign(first, Optional.empty());
        fixture.revoked(Duration.ofDays(9), RevocationReason.SUPERSEDED);
        SignedCrl lost = sign(first, Optional.of(published));
        CrlIssuer restarted = process();
        int readings = ledger.readings();

        assertThat(adopted(restarted, read(published))).isFalse();
        SignedCrl next = sign(restarted, Optional.of(read(published)));

        assertThat(ledger.readings()).isEqualTo(readings);
        assertThat(next.number()).isEqualTo(lost.number().next());
        assertThat(entries(next)).isEqualTo(entries(lost));
    }

    @Test
    @DisplayName(
            "is not to be served alone when a restoration has raised the numbers, since others may have later ones")
    void raised() throws Exception {
        SignedCrl published = sign(process(), Optional.empty());
        fixture.stores
                .journal()
                .record(
                        Requester.system(),
                        new JournalEvent.CrlNumbersRaised(
                                "issuing", "issuing", BigInteger.valueOf(1000), "restored from a backup"));

        assertThat(adopted(process(), read(published))).isFalse();
    }

    @Test
    @DisplayName("is not, when the journal names another hash for its number")
    void otherOctets() throws Exception {
        SignedCrl made = sign(process(), Optional.empty());
        fixture.revoked(Duration.ofDays(9), RevocationReason.SUPERSEDED);
        CrlFixture stranger = new CrlFixture(fixture.authority, fixture.clock);
        SignedCrl other = stranger.sign();
        assertThat(other.number()).isEqualTo(made.number());

        assertThat(adopted(process(), other)).isFalse();
    }

    @Test
    @DisplayName("is not, when the journal, restored from a backup, does not know it")
    void olderJournal() throws Exception {
        SignedCrl published = sign(process(), Optional.of(sign(process(), Optional.empty())));
        CrlFixture restored = new CrlFixture(fixture.authority, fixture.clock);

        assertThat(restored.crls.adopt(fixture.authority.issuer(), read(published)))
                .isFalse();
        assertThat(published.number().value()).isEqualTo(BigInteger.TWO);
    }

    @Test
    @DisplayName("is not believed when it is written into afterwards: the next is made from the ledger")
    void writtenInto() throws Exception {
        EncodedCertificate revoked = fixture.revoked(Duration.ofDays(9), RevocationReason.SUPERSEDED);
        SignedCrl published = read(sign(process(), Optional.empty()));
        CrlIssuer restarted = process();
        assertThat(adopted(restarted, published)).isTrue();
        int readings = ledger.readings();
        Path file = published.octets().file().orElseThrow();
        byte[] octets = Files.readAllBytes(file);
        int serial = Der.copyOf(octets).hex().indexOf(revoked.serial().hex()) / 2;
        octets[serial + 15] ^= 1;
        Files.write(file, octets, StandardOpenOption.WRITE);

        SignedCrl next = sign(restarted, Optional.of(published));

        assertThat(ledger.readings()).isGreaterThan(readings);
        assertThat(entries(next)).hasSize(1);
        assertThat(entries(next).get(0)).startsWith(revoked.serial().value().toString(16));
    }

    @Test
    @DisplayName("is held against the ledger, and where that lists something else, the next is made from it")
    void differs() throws Exception {
        ledger.forgetting(entry -> true);
        EncodedCertificate revoked = fixture.revoked(Duration.ofDays(9), RevocationReason.SUPERSEDED);
        CrlIssuer wrong = process();
        SignedCrl published = read(sign(wrong, Optional.empty()));
        assertThat(published.entries()).isZero();
        ledger.forgetting(entry -> false);
        CrlIssuer restarted = process();
        assertThat(adopted(restarted, published)).isTrue();

        assertThat(restarted.confirm(fixture.authority.issuer(), () -> false)).isFalse();

        SignedCrl next = sign(restarted, Optional.of(published));
        assertThat(entries(next).get(0)).startsWith(revoked.serial().value().toString(16));
        assertThat(restarted.confirm(fixture.authority.issuer(), () -> false)).isTrue();
    }

    @Test
    @DisplayName("is not held against the ledger to the end when the server stops")
    void abandoned() throws Exception {
        fixture.revoked(Duration.ofDays(9), RevocationReason.SUPERSEDED);
        CrlIssuer restarted = process();
        assertThat(adopted(restarted, read(sign(process(), Optional.empty())))).isTrue();

        Assertions.assertThatThrownBy(() -> restarted.confirm(fixture.authority.issuer(), () -> true))
                .isInstanceOf(CancellationException.class);
    }
}
