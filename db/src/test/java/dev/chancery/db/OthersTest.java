package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A ledger in which nearly all certificates are one requester's")
class OthersTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ALL = 3_000;

    @TempDir
    private static Path directory;

    @Test
    @DisplayName("shows those of the others without passing by that one's, in every order")
    void few() throws Exception {
        CertificateTemplate template = new CertificateTemplate();
        try (Database database = Database.open(directory, 4)) {
            Projection projection = new Projection(database.writer());
            for (int number = 0; number < ALL; number++) {
                String requester = number == 3 ? "alice" : number == 5 ? "zoe" : "robot";
                projection.apply(
                        PreparedEvent.of(new CertificateIssued(
                                "issuing",
                                template.ending(number),
                                "tls-server",
                                requester,
                                Optional.empty(),
                                Optional.empty())),
                        new Place(number + 1L, START.plusSeconds(number), requester));
            }
            projection.commit(new JournalHead(ALL, START.plusSeconds(ALL), JournalHead.BEGINNING.hash()));
            Jdbi jdbi = database.readers(() -> {});
            ScannedRows scanned = new ScannedRows(database.readers(() -> {}), ".");
            jdbi.setSqlLogger(scanned);
            CertificateSearch search =
                    new CertificateSearch(jdbi, projection.index(), new CertificateCounts(jdbi, projection.census()));
            for (Order order : Order.values()) {
                CertificatePage page = search.page(CertificateQuery.all(START, 50)
                        .except(Optional.of("robot"))
                        .ordered(order));
                assertThat(page.certificates())
                        .extracting(CertificateRecord::requester)
                        .containsExactlyInAnyOrder("alice", "zoe");
                assertThat(page.next()).isEmpty();
                String plans = scanned.toString();
                assertThat(scanned.take()).as(order + "\n" + plans).isLessThan(600);
            }
        }
    }
}
