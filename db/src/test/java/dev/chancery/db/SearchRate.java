package dev.chancery.db;

import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.x509.RevocationReason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Measures lists, searches and counts over many certificates that end all over a year: wall time and CPU of the first page,
 * once the caches are warm. Not a test; arguments are a directory and how many certificates. One that is filled stays so.
 */
final class SearchRate {
    private static final Instant START = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final int COMMIT = 5_000;
    private static final int ROUNDS = 15;

    private final CertificateTemplate template = new CertificateTemplate();
    private final Projection projection;

    private SearchRate(Projection projection) {
        this.projection = projection;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Path directory = Path.of(arguments[0]);
        int certificates = Integer.parseInt(arguments[1]);
        boolean filled = Database.exists(directory);
        try (Database database = Database.open(directory, 2)) {
            SearchRate rate = new SearchRate(new Projection(database.writer()));
            if (!filled) {
                rate.fill(certificates);
            }
            rate.measure(database.readers(() -> {}));
        }
    }

    private void fill(int certificates) throws SQLException {
        long cpuBefore = cpu();
        long sequence = 0;
        for (int number = 0; number < certificates; number++) {
            sequence = apply(issued(number), sequence);
            if (number % 100 == 99) {
                sequence = apply(revoked(number), sequence);
            }
            if (number % COMMIT == COMMIT - 1 || number == certificates - 1) {
                projection.commit(new JournalHead(sequence, START.plusMillis(sequence), JournalHead.BEGINNING.hash()));
            }
        }
        System.out.printf(
                "filled with %,d, CPU %.1f us for each%n", certificates, (cpu() - cpuBefore) / 1e3 / certificates);
    }

    private long apply(JournalEvent event, long sequence) throws SQLException {
        projection.apply(PreparedEvent.of(event), new Place(sequence + 1, START.plusMillis(sequence * 30), "user"));
        return sequence + 1;
    }

    /** A hundred requesters, and of ten thousand certificates one of a rare profile. */
    private CertificateIssued issued(int number) {
        return new CertificateIssued(
                "issuing",
                template.ending(number),
                number % 10_000 == 7 ? "rare" : number % 5 == 0 ? "tls-client" : "tls-server",
                "user-" + number % 100,
                Optional.empty(),
                Optional.empty());
    }

    private CertificateRevoked revoked(int number) {
        return new CertificateRevoked(
                "issuing", template.serial(number), RevocationReason.SUPERSEDED, NOW, Optional.empty());
    }

    private static CertificateQuery all() {
        return CertificateQuery.all(NOW, 50);
    }

    private static CertificateQuery query(
            @Nullable String search, @Nullable Status status, @Nullable String profile, @Nullable String requester) {
        return new CertificateQuery(
                Optional.ofNullable(search),
                Optional.ofNullable(status),
                Optional.ofNullable(profile),
                Optional.empty(),
                Optional.ofNullable(requester),
                Optional.empty(),
                NOW,
                50,
                Optional.empty());
    }

    private void measure(Jdbi jdbi) {
        CertificateCounts counts = new CertificateCounts(jdbi, projection.census());
        CertificateSearch search = new CertificateSearch(jdbi, projection.index(), counts);
        time(
                "counts by kind",
                () -> counts.byKind(NOW, NOW.plusSeconds(30 * 86_400L)).size());
        LocalDate today = LocalDate.parse("2026-07-01");
        time(
                "counts by day",
                () -> counts.byDay(CountTable.State.LIVE, any -> true, today, today.plusYears(1))
                        .size());
        list(search, "newest", all());
        list(search, "valid", query(null, Status.VALID, null, null));
        list(
                search,
                "expired, last first",
                query(null, Status.EXPIRED, null, null).ordered(Order.ENDED));
        list(
                search,
                "ending within 30 days, first first",
                query(null, Status.VALID, null, null)
                        .ending(Optional.empty(), Optional.of(NOW.plusSeconds(30 * 86_400L)))
                        .ordered(Order.ENDING));
        list(search, "revoked", query(null, Status.REVOKED, null, null));
        list(search, "a host", query("host-0004711", null, null, null));
        list(search, "beginning of a host", query("host-01", null, null, null));
        list(search, "a common beginning, all of them old", query("host-000", null, null, null));
        list(search, "a domain that all have", query("lab.example", Status.VALID, null, null));
        list(search, "a serial", query(template.serial(4_711).hex(), null, null, null));
        list(search, "nothing", query("nowhere", null, null, null));
        list(search, "a rare profile", query(null, null, "rare", null));
        list(
                search,
                "a rare profile, expired, last first",
                query(null, Status.EXPIRED, "rare", null).ordered(Order.ENDED));
        list(
                search,
                "a requester, expired, last first",
                query(null, Status.EXPIRED, null, "user-7").ordered(Order.ENDED));
    }

    private static void list(CertificateSearch search, String what, CertificateQuery query) {
        time(what, () -> search.page(query).certificates().size());
        Optional<String> next = search.page(query).next();
        if (next.isPresent()) {
            time(
                    "  its second page",
                    () -> search.page(query.page(next, 50)).certificates().size());
        }
    }

    private static void time(String what, java.util.function.IntSupplier work) {
        int found = 0;
        long wall = Long.MAX_VALUE;
        long cpu = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long wallBefore = System.nanoTime();
            long cpuBefore = cpu();
            found = work.getAsInt();
            cpu = Math.min(cpu, cpu() - cpuBefore);
            wall = Math.min(wall, System.nanoTime() - wallBefore);
        }
        System.out.printf(
                "%-45s %5d found, CPU %8.2f ms, wall %8.2f ms (best of %d)%n",
                what, found, cpu / 1e6, wall / 1e6, ROUNDS);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
