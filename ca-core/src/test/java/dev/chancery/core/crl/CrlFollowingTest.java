package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Requester;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.memory.MemorySpool;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A CRL that is made from the one before it and the journal since")
final class CrlFollowingTest {
    private static final List<RevocationReason> REASONS = List.of(
            RevocationReason.UNSPECIFIED,
            RevocationReason.KEY_COMPROMISE,
            RevocationReason.SUPERSEDED,
            RevocationReason.CERTIFICATE_HOLD);

    @TempDir
    Path directory;

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);
    private final LedgerInMotion ledger = new LedgerInMotion(fixture.stores.ledger());
    private final Random random = new Random(20260401);
    private final List<EncodedCertificate> good = new ArrayList<>();
    private final List<EncodedCertificate> held = new ArrayList<>();

    private SignedCrl sign(CrlIssuer issuer, Optional<SignedCrl> before) {
        return issuer.issue(
                Requester.system(), fixture.authority.issuer(), new CrlScope.Full(), CrlTerms.standard(), before);
    }

    private CrlIssuer issuer(CrlSpool spool) {
        return new CrlIssuer(
                ledger.port(), fixture.stores.crlArchive(), fixture.stores.journal(), spool, fixture.clock);
    }

    private static Der entries(SignedCrl crl) {
        StringBuilder entries = new StringBuilder();
        byte[] octets = crl.octets().der().unsafeOctets();
        var entry = CrlContent.read(ByteBuffer.wrap(octets)).entries();
        while (entry.next()) {
            entries.append(Der.copyOf(java.util.Arrays.copyOfRange(octets, entry.start(), entry.end()))
                    .hex());
        }
        return Der.fromHex(entries.toString());
    }

    /** One random event. */
    private void happen() {
        switch (random.nextInt(6)) {
            case 0, 1 -> good.add(fixture.issue(Duration.ofHours(1 + random.nextInt(400))));
            case 2, 3 -> revoke();
            case 4 -> {
                if (!held.isEmpty()) {
                    EncodedCertificate certificate = held.remove(random.nextInt(held.size()));
                    fixture.release(certificate);
                    good.add(certificate);
                }
            }
            default -> {
                if (!held.isEmpty()) {
                    fixture.revoke(
                            held.remove(random.nextInt(held.size())),
                            RevocationReason.KEY_COMPROMISE,
                            Optional.of(fixture.clock.instant()));
                }
            }
        }
    }

    private void revoke() {
        if (!good.isEmpty()) {
            EncodedCertificate certificate = good.remove(random.nextInt(good.size()));
            RevocationReason reason = REASONS.get(random.nextInt(REASONS.size()));
            fixture.revoke(certificate, reason, Optional.empty());
            if (reason == RevocationReason.CERTIFICATE_HOLD) {
                held.add(certificate);
            }
        }
    }

    @Test
    @DisplayName("lists, octet by octet, what one made from the whole ledger lists, whatever happens between")
    void sameAsFromTheLedger() {
        CrlIssuer following = issuer(new MemorySpool());
        SignedCrl before = sign(following, Optional.empty());
        for (int round = 0; round < 120; round++) {
            for (int i = random.nextInt(12); i > 0; i--) {
                happen();
            }
            fixture.clock.advance(Duration.ofHours(random.nextInt(12)));
            SignedCrl next = sign(following, Optional.of(before));
            // Another process, which has nothing to go on but the ledger and the published CRL.
            SignedCrl afresh = sign(issuer(new MemorySpool()), Optional.of(before));
            assertThat(entries(next)).as("CRL " + next.number()).isEqualTo(entries(afresh));
            assertThat(next.entries()).isEqualTo(afresh.entries());
            before = next;
        }
        assertThat(ledger.readings())
                .as("one at the beginning, one for each made afresh")
                .isEqualTo(121);
        assertThat(before.entries()).isGreaterThan(5);
    }

    @ParameterizedTest(name = "at {0} %")
    @ValueSource(ints = {0, 1, 20, 37, 50, 51, 52, 53, 54, 60, 80, 99})
    @DisplayName("is made from the ledger when the published file was written into, and lists everything")
    void damagedFile(int at) throws Exception {
        CrlIssuer following = issuer(CrlSpool.in(directory));
        for (int i = 0; i < 20; i++) {
            fixture.revoked(Duration.ofDays(300), RevocationReason.SUPERSEDED);
        }
        SignedCrl before = sign(following, Optional.empty());
        Der sound = entries(before);
        Path file = before.octets().file().orElseThrow();
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length * at / 100] ^= 0x10;
        Files.write(file, octets, StandardOpenOption.WRITE);

        SignedCrl next = sign(following, Optional.of(before));

        assertThat(entries(next)).isEqualTo(sound);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).as("nothing that was thrown away stays").hasSize(2);
        }
    }

    @Test
    @DisplayName("lists a revocation that was recorded after its predecessor was signed and before it was published")
    void publicationFailed() {
        CrlIssuer following = issuer(new MemorySpool());
        SignedCrl published = sign(following, Optional.empty());
        EncodedCertificate certificate = fixture.revoked(Duration.ofDays(3), RevocationReason.SUPERSEDED);
        SignedCrl lost = sign(following, Optional.of(published));

        SignedCrl next = sign(following, Optional.of(published));

        assertThat(next.number()).isEqualTo(lost.number().next());
        assertThat(entries(next)).isEqualTo(entries(lost));
        assertThat(entries(next).hex()).contains(certificate.serial().hex());
    }
}
