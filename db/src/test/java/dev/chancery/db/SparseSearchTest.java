package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.x509.RevocationReason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 5,500 certificates that people asked for, then 6,500 of a robot, all of them revoked; people have one profile and the
 * robot another, but for one certificate of each.
 */
@DisplayName("A list in which hardly any of many certificates belongs")
class SparseSearchTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PEOPLE = 5_500;
    private static final int ALL = 12_000;
    private static final int MOST = 2_000;
    private static final int PAGE = 20;
    private static final int ODD = 1_234;

    @TempDir
    private static Path directory;

    private static Database database;
    private static Projection projection;
    private static Jdbi jdbi;
    private static ScannedRows scanned;

    @BeforeAll
    static void fill() throws Exception {
        CertificateTemplate template = new CertificateTemplate();
        database = Database.open(directory, 4);
        projection = new Projection(database.writer(), 6_000);
        long sequence = 0;
        for (int number = 0; number < ALL; number++) {
            sequence = apply(issued(template, number), sequence);
            if (number >= PEOPLE) {
                sequence = apply(
                        new CertificateRevoked(
                                "issuing",
                                template.serial(number),
                                RevocationReason.SUPERSEDED,
                                START,
                                Optional.empty()),
                        sequence);
            }
            if (number % 500 == 499) {
                projection.commit(new JournalHead(sequence, START.plusSeconds(sequence), JournalHead.BEGINNING.hash()));
            }
        }
        jdbi = database.readers(() -> {});
        // The statements that read certificates, and those that say how far a step goes.
        scanned = new ScannedRows(database.readers(() -> {}), "c\\.der|OFFSET");
        jdbi.setSqlLogger(scanned);
    }

    private static CertificateIssued issued(CertificateTemplate template, int number) {
        boolean robot = number >= PEOPLE;
        boolean odd = number == ODD || number == PEOPLE + ODD;
        return new CertificateIssued(
                "issuing",
                template.ending(number),
                robot != odd ? "tls-client" : "tls-server",
                robot ? "robot" : "user-" + number % 2,
                Optional.empty(),
                Optional.empty());
    }

    private static long apply(JournalEvent event, long sequence) throws Exception {
        projection.apply(PreparedEvent.of(event), new Place(sequence + 1, START.plusSeconds(sequence), "user"));
        return sequence + 1;
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    private static CertificateSearch search(int most) {
        return new CertificateSearch(
                jdbi, projection.index(), new CertificateCounts(jdbi, projection.census()), new Walk(most));
    }

    private record Pages(List<Long> found, int pages, long mostScanned) {}

    private static Pages all(CertificateQuery query, int most) {
        CertificateSearch search = search(most);
        List<Long> found = new ArrayList<>();
        Optional<String> next = Optional.empty();
        int pages = 0;
        long mostScanned = 0;
        scanned.take();
        do {
            CertificatePage page = search.page(query.page(next, query.limit()));
            page.certificates().stream().map(CertificateRecord::journalSequence).forEach(found::add);
            next = page.next();
            pages++;
            mostScanned = Math.max(mostScanned, scanned.take());
        } while (next.isPresent());
        return new Pages(found, pages, mostScanned);
    }

    private static CertificateQuery query(
            Optional<String> search, Optional<Status> status, Optional<String> profile, Optional<String> requester) {
        return new CertificateQuery(
                search, status, profile, Optional.empty(), requester, Optional.empty(), START, PAGE, Optional.empty());
    }

    private static final Optional<String> ANY = Optional.empty();

    /** In which far more than a page must be passed by. */
    static Stream<CertificateQuery> sparse() {
        Optional<String> client = Optional.of("tls-client");
        Optional<String> server = Optional.of("tls-server");
        Optional<String> robot = Optional.of("robot");
        CertificateQuery ofPeople = query(ANY, Optional.empty(), client, ANY).except(robot);
        return Stream.of(
                ofPeople,
                ofPeople.ordered(Order.ENDING),
                ofPeople.ordered(Order.ENDED),
                query(ANY, Optional.empty(), server, robot),
                query(ANY, Optional.of(Status.REVOKED), server, ANY),
                query(Optional.of("host-00"), Optional.empty(), client, ANY).except(robot));
    }

    @ParameterizedTest
    @MethodSource("sparse")
    @DisplayName("is looked for a bounded stretch at a time, and all of it is found in the end")
    void bounded(CertificateQuery query) {
        Pages bounded = all(query, MOST);
        assertThat(bounded.found()).hasSize(1);
        assertThat(bounded.pages()).isBetween(3, 8);
        // A step is measured, then walked: each entry counts twice, one that is joined once more, and so do those that
        // end together.
        assertThat(bounded.mostScanned()).isLessThanOrEqualTo(3 * MOST + 100);
        Pages endless = all(query, 1_000_000);
        assertThat(endless.found()).isEqualTo(bounded.found());
        assertThat(endless.mostScanned()).as("what the bound spares").isGreaterThan(4 * MOST);
    }

    @Test
    @DisplayName("leaves those out that come before: each is shown once, in order, on pages of any length")
    void complete() {
        CertificateQuery query = CertificateQuery.all(START, 400).except(Optional.of("robot"));
        Pages pages = all(query, MOST);
        assertThat(pages.found())
                .hasSize(PEOPLE)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        for (Order order : List.of(Order.ENDING, Order.ENDED)) {
            assertThat(all(query.ordered(order), MOST).found())
                    .containsExactlyInAnyOrderElementsOf(pages.found())
                    .isEqualTo(all(query.ordered(order), 1_000_000).found());
        }
    }

    @Test
    @DisplayName("costs a list in which nearly all belong no more than a step")
    void dense() {
        search(Walk.MOST).page(query(ANY, Optional.empty(), ANY, ANY));
        assertThat(scanned.take()).isLessThan(1_100);
    }
}
