package dev.chancery.publisher.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlDisposal;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlSpool;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.journal.JournalEvent.CrlFilesRemoved;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Files of earlier CRLs")
class CrlRetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final CrlTerms HOURLY = new CrlTerms(Duration.ofHours(2), Duration.ofHours(1), Duration.ZERO);

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock(NOW);
    private final MemoryStores stores = new MemoryStores(clock);
    private final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private final IssuerRegistry issuers = new IssuerRegistry();
    private final PublishedCrls published = new PublishedCrls();

    private CrlPublication publication() {
        CrlIssuer crlIssuer =
                new CrlIssuer(stores.ledger(), stores.crlArchive(), stores.journal(), CrlSpool.in(directory), clock);
        issuers.add(authority.issuer());
        return new CrlPublication(crlIssuer, new CrlDirectory(directory), published, clock);
    }

    private CrlRetention retention(Duration keep, long megabytes) {
        return new CrlRetention(
                issuers,
                published,
                new CrlDirectory(directory),
                new CrlDisposal(stores.crlArchive(), stores.journal()),
                new ArchiveSettings(keep, megabytes),
                clock);
    }

    private SignedCrl publish(CrlPublication publication, Optional<CrlTerms> deltas) {
        SignedCrl crl = publication.publish(Requester.system(), authority.issuer(), CrlTerms.standard(), deltas);
        date("issuing", crl);
        clock.advance(Duration.ofDays(1));
        return crl;
    }

    /** The clock of the test is not that of the file system. */
    private void date(String name, SignedCrl crl) {
        try {
            Files.setLastModifiedTime(
                    directory.resolve(name).resolve(crl.number() + ".crl"), FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> files(String name) throws IOException {
        try (var files = Files.list(directory.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("go when they are old enough; what is recorded about them stays and says when they went")
    void old() throws Exception {
        CrlPublication publication = publication();
        for (int i = 0; i < 5; i++) {
            publish(publication, Optional.empty());
        }

        retention(Duration.ofDays(3), 1000).sweep();

        assertThat(files("issuing")).containsExactly("3.crl", "4.crl", "5.crl");
        List<CrlArchive.Entry> recorded = stores.crlArchive().page("issuing", "issuing", Optional.empty(), 10);
        assertThat(recorded).hasSize(5);
        assertThat(recorded.get(4).fileRemoved()).isEqualTo(stores.journal().lastTime());
        assertThat(recorded.get(2).fileRemoved()).isEmpty();
        assertThat(removals()).hasSize(1);
    }

    @Test
    @DisplayName("go when together they take too much room, but never the one in force")
    void tooMuch() throws Exception {
        CrlPublication publication = publication();
        for (int i = 0; i < 4; i++) {
            publish(publication, Optional.empty());
        }

        retention(Duration.ofDays(1000), 0).sweep();

        assertThat(files("issuing")).containsExactly("4.crl");
        assertThat(Files.exists(directory.resolve("issuing.crl"))).isTrue();
        assertThat(removals().get(0).why()).contains("crl.archive.megabytes");
    }

    @Test
    @DisplayName("stay when a delta CRL that has not ended is based on them, or was published just now")
    void bases() throws Exception {
        CrlPublication publication = publication();
        publish(publication, Optional.of(HOURLY));
        publish(publication, Optional.of(HOURLY));
        SignedCrl base =
                publication.publish(Requester.system(), authority.issuer(), CrlTerms.standard(), Optional.of(HOURLY));
        clock.advance(Duration.ofMinutes(30));
        publication.publishDelta(Requester.system(), authority.issuer(), HOURLY);
        clock.advance(Duration.ofMinutes(30));
        // The delta CRL that comes with this one is based on the one before, as the last of its kind was.
        publication.publish(Requester.system(), authority.issuer(), CrlTerms.standard(), Optional.of(HOURLY));

        retention(Duration.ZERO, 0).sweep();
        assertThat(files("issuing")).contains(base.number() + ".crl").doesNotContain("1.crl");
        assertThat(files("issuing-delta")).hasSize(1);

        clock.advance(Duration.ofDays(1));
        publication.publish(Requester.system(), authority.issuer(), CrlTerms.standard(), Optional.of(HOURLY));
        retention(Duration.ZERO, 0).sweep();
        assertThat(files("issuing")).doesNotContain(base.number() + ".crl").hasSize(2);
    }

    @Test
    @DisplayName(
            "that were recorded as deleted and were not, since the process ended, are deleted without another record")
    void again() throws Exception {
        CrlPublication publication = publication();
        SignedCrl first = publish(publication, Optional.empty());
        publish(publication, Optional.empty());
        new CrlDisposal(stores.crlArchive(), stores.journal())
                .record("issuing", "issuing", List.of(first.number()), "ended before it was deleted");

        retention(Duration.ZERO, 1000).sweep();

        assertThat(files("issuing")).containsExactly("2.crl");
        assertThat(removals()).hasSize(1);
    }

    private List<CrlFilesRemoved> removals() {
        List<CrlFilesRemoved> found = new ArrayList<>();
        for (JournalRecord record : stores.journal().records()) {
            if (record.event() instanceof CrlFilesRemoved removed) {
                found.add(removed);
            }
        }
        return found;
    }
}
