package dev.chancery.publisher.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlSpool;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.Validity;
import dev.chancery.publisher.publish.CrlDirectory;
import dev.chancery.publisher.publish.CrlPublication;
import dev.chancery.publisher.publish.PublishedCrls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A start with a CRL of an earlier run")
final class CrlStartTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock(NOW);
    private final MemoryStores stores = new MemoryStores(clock);
    private final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private final IssuerRegistry issuers = new IssuerRegistry();
    private final PublishedCrls published = new PublishedCrls();

    private CrlSchedule process(CrlSpool spool, PublishedCrls inForce) {
        CrlIssuer crlIssuer = new CrlIssuer(stores.ledger(), stores.crlArchive(), stores.journal(), spool, clock);
        CrlPublication publication = new CrlPublication(crlIssuer, new CrlDirectory(directory), inForce, clock);
        return new CrlSchedule(issuers, CrlSettings.defaults(), publication, inForce, clock);
    }

    /** One run of the server, in which CRL 1 is published, and a revocation that it ends before the next. */
    @BeforeEach
    void firstRun() {
        issuers.add(authority.issuer());
        try (CrlSchedule first = process(CrlSpool.in(directory), new PublishedCrls())) {
            first.start();
        }
        EncodedCertificate certificate = authority.issue(
                stores.journal(), "rita", "web.example.com", new Validity(NOW, NOW.plus(Duration.ofDays(90))));
        new Revocations(stores.journal(), stores.ledger(), clock, issuer -> {})
                .revoke(
                        Permits.of(Permits.person("olga", Role.OFFICER), Permission.REVOKE_CERTIFICATE),
                        certificate.serial(),
                        RevocationReason.SUPERSEDED,
                        Optional.empty());
    }

    private int number() {
        return published
                .find("issuing")
                .map(SignedCrl::number)
                .orElseThrow()
                .value()
                .intValue();
    }

    private int entries() {
        return published.find("issuing").map(SignedCrl::entries).orElseThrow();
    }

    @Test
    @DisplayName("has a new one with what was revoked since when it is done")
    void next() {
        try (CrlSchedule second = process(CrlSpool.in(directory), published)) {
            second.start();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(number()).isEqualTo(2));
            assertThat(entries()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("goes on after a moment when the new one takes long, and serves the old one until then")
    void goesOn() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        CrlSpool slow = () -> {
            awaitRelease(released);
            return CrlSpool.in(directory).sheet();
        };
        try (CrlSchedule second = process(slow, published)) {
            second.start();
            assertThat(number()).isEqualTo(1);
            released.countDown();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(entries()).isEqualTo(1));
        }
    }

    @Test
    @DisplayName("waits for the new one when the old one has ended")
    void ended() {
        clock.advance(Duration.ofDays(8));
        try (CrlSchedule second = process(CrlSpool.in(directory), published)) {
            second.start();
            assertThat(number()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("waits for the new one when the file was damaged, and makes it from the ledger")
    void damaged() throws Exception {
        Path file = directory.resolve("issuing.crl");
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length - 1] ^= 1;
        Files.write(file, octets, StandardOpenOption.WRITE);
        try (CrlSchedule second = process(CrlSpool.in(directory), published)) {
            second.start();
            assertThat(number()).isEqualTo(2);
            assertThat(entries()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("publishes on request as ever")
    void onRequest() {
        try (CrlSchedule second = process(CrlSpool.in(directory), published)) {
            second.start();
            clock.advance(Duration.ofSeconds(5));
            second.publishNow(Requester.system(), "issuing");
            assertThat(number()).isEqualTo(3);
        }
    }

    private static void awaitRelease(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
