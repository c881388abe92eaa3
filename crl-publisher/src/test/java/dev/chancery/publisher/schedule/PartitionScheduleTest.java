package dev.chancery.publisher.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlSpool;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.Validity;
import dev.chancery.publisher.publish.CrlDirectory;
import dev.chancery.publisher.publish.CrlPublication;
import dev.chancery.publisher.publish.PartitionPublication;
import dev.chancery.publisher.publish.PublishedCrls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The schedule of partitions")
class PartitionScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock(NOW);
    private final MemoryStores stores = new MemoryStores(clock);
    private final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private final IssuerRegistry issuers = new IssuerRegistry();
    private PublishedCrls published;
    private PartitionSchedule schedule;

    @BeforeEach
    void start() {
        issuers.add(authority.issuer().partitionedInto(3));
        begin();
    }

    private void begin() {
        published = new PublishedCrls();
        CrlIssuer crlIssuer =
                new CrlIssuer(stores.ledger(), stores.crlArchive(), stores.journal(), CrlSpool.in(directory), clock);
        CrlPublication publication = new CrlPublication(crlIssuer, new CrlDirectory(directory), published, clock);
        schedule = new PartitionSchedule(
                issuers, CrlSettings.defaults(), new PartitionPublication(crlIssuer, publication, published), clock);
        schedule.start();
    }

    @AfterEach
    void stop() {
        schedule.close();
    }

    private CertificateRecord revoked(int partition) {
        EncodedCertificate certificate =
                authority.sign("web.example.com", new Validity(NOW, NOW.plus(Duration.ofDays(90))));
        stores.journal()
                .record(
                        Requester.system(),
                        new CertificateIssued(
                                "issuing",
                                certificate.der(),
                                "tls-server",
                                "rita",
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.of(partition)));
        stores.journal()
                .record(
                        Requester.system(),
                        new CertificateRevoked(
                                "issuing",
                                certificate.serial(),
                                RevocationReason.SUPERSEDED,
                                clock.instant(),
                                Optional.empty()));
        return stores.ledger().find(certificate.serial()).orElseThrow();
    }

    private SignedCrl crl(int partition) {
        return published.find("issuing-" + partition).orElseThrow();
    }

    private long number(int partition) {
        return crl(partition).number().value().longValueExact();
    }

    @Test
    @DisplayName(
            "publishes each at a start, after a revocation that of its own partition, and by the clock all of them")
    void turns() {
        assertThat(number(1) + number(2) + number(3)).isEqualTo(3);
        clock.advance(Duration.ofSeconds(2));
        schedule.statusChanged(revoked(2));
        await().until(() -> number(2) == 2);
        assertThat(crl(2).entries()).isEqualTo(1);
        assertThat(number(1) + number(3)).isEqualTo(2);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        await().until(() -> number(1) == 2 && number(2) == 3 && number(3) == 2);
    }

    @Test
    @DisplayName("makes all of them anew when the addresses of the CA have changed, with those from before")
    void addresses() {
        Issuer issuer = issuers.find("issuing").orElseThrow();
        clock.advance(Duration.ofSeconds(2));
        issuers.replace(issuer.pointingTo(PublicationAddresses.under(URI.create("http://new.example.com"), "issuing")));
        await().until(() -> number(1) == 2 && number(2) == 2 && number(3) == 2);
        assertThat(PartitionPublication.namesItsAddresses(
                        crl(3), issuers.find("issuing").orElseThrow(), 3))
                .isTrue();
        assertThat(crl(3).scope().toString())
                .contains("http://new.example.com/crl/issuing-3.crl, http://ca.example.com/crl/issuing-3.crl");
    }

    @Test
    @DisplayName("goes on with the numbers and the files of an earlier run")
    void restarted() {
        schedule.close();
        begin();
        await().until(() -> number(1) == 2 && number(2) == 2 && number(3) == 2);
        assertThat(directory.resolve("issuing-3.crl")).exists();
        assertThat(directory.resolve("issuing-3/1.crl")).exists();
    }

    @Test
    @DisplayName("tells what fails, by partition, and mends it by itself")
    void failing() throws IOException {
        clock.advance(Duration.ofSeconds(2));
        Path archive = directory.resolve("issuing-2");
        Path aside = Files.move(archive, directory.resolve("aside"));
        Files.createFile(archive);
        schedule.statusChanged(revoked(2));
        await().until(() -> !schedule.failures("issuing").isEmpty());
        assertThat(schedule.failures("issuing")).singleElement().asString().startsWith("partition 2: CRL ");
        assertThat(number(2)).isEqualTo(1);
        Files.delete(archive);
        Files.move(aside, archive);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> schedule.failures("issuing").isEmpty());
        assertThat(crl(2).entries()).isEqualTo(1);
    }

    @Test
    @DisplayName("publishes all of them when somebody asks")
    void asked() {
        clock.advance(Duration.ofSeconds(2));
        schedule.publishSoon(Requester.system(), "issuing");
        await().until(() -> number(1) == 2 && number(2) == 2 && number(3) == 2);
    }
}
