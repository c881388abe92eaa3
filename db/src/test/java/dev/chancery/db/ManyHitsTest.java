package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 8,500 certificates: first those of {@code host-0003000} to {@code host-0009999}, then 1,500 of other names. */
@DisplayName("A word that many certificates have")
class ManyHitsTest {
    private static final Instant START = Instant.parse("2026-01-02T00:00:00Z");
    private static final int FIRST = 3_000;
    private static final int ALL = 8_500;
    private static final int OLD = 7_000;
    private static final int WIDE = 500;
    /** A newer one, which only its requester is found by. */
    private static final int OF_TEAM = 8_001;

    @TempDir
    private static Path directory;

    private static Database database;
    private static Projection projection;

    @BeforeAll
    static void fill() throws Exception {
        CertificateTemplate template = new CertificateTemplate();
        database = Database.open(directory, 2);
        // The word is common in the first generation and rare in the second, the end of which is without it.
        projection = new Projection(database.writer(), 6_000);
        for (int number = 0; number < ALL; number++) {
            CertificateIssued issued = new CertificateIssued(
                    "issuing",
                    template.certificate(FIRST + number),
                    number % 3 == 0 ? "tls-client" : "tls-server",
                    number == OF_TEAM ? "host-000-team" : "user-" + number % 100,
                    Optional.empty(),
                    Optional.empty());
            long sequence = number + 1L;
            projection.apply(PreparedEvent.of(issued), new Place(sequence, START.plusSeconds(sequence), "user"));
            if (number % 500 == 499) {
                projection.commit(new JournalHead(sequence, START.plusSeconds(sequence), JournalHead.BEGINNING.hash()));
            }
        }
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    private static CertificateQuery query(String search, Optional<String> profile) {
        return new CertificateQuery(
                Optional.of(search),
                Optional.empty(),
                profile,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                START,
                WIDE,
                Optional.empty());
    }

    /** Every page, one after the other. */
    private static List<Long> all(CertificateQuery query) {
        Jdbi jdbi = database.readers(() -> {});
        CertificateSearch search =
                new CertificateSearch(jdbi, projection.index(), new CertificateCounts(jdbi, projection.census()));
        List<Long> found = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            CertificatePage page = search.page(query.page(next, WIDE));
            page.certificates().stream().map(CertificateRecord::journalSequence).forEach(found::add);
            next = page.next();
        } while (next.isPresent());
        return found;
    }

    private static List<Long> downFrom(long newest, long oldest) {
        return LongStream.rangeClosed(oldest, newest)
                .map(sequence -> newest + oldest - sequence)
                .boxed()
                .toList();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource({"host-00, 8500, 1", "host-0, 8500, 1", "host-001, 8500, 7001", "lab.example, 8500, 1"})
    @DisplayName("leads to each of them once, newest first, page by page, whether they are old or new")
    void pages(String word, long newest, long oldest) {
        assertThat(all(query(word, Optional.empty()))).isEqualTo(downFrom(newest, oldest));
    }

    @Test
    @DisplayName("and with it the certificates of a requester whose name begins so; another filter narrows both")
    void requesters() {
        List<Long> expected = new ArrayList<>(List.of(OF_TEAM + 1L));
        expected.addAll(downFrom(OLD, 1));
        assertThat(all(query("host-000", Optional.empty()))).isEqualTo(expected);
        assertThat(all(query("host-000", Optional.of("tls-client"))))
                .isEqualTo(expected.stream()
                        .filter(sequence -> (sequence - 1) % 3 == 0)
                        .toList());
    }
}
