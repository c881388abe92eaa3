package dev.chancery.db;

import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Measures what the tables cost the one writer for each certificate, as they grow: CPU of its thread and wall time. Not a
 * test; arguments are a directory, how many certificates, and how many of them to a batch. In a directory that holds a
 * database already, only look-ups are measured.
 */
final class StoreRate {
    private static final Instant START = Instant.parse("2026-01-02T00:00:00Z");
    private static final int STEP = 20_000;
    private static final int LOOK_UPS = 2_000;
    private static final int RECORDS_PER_COMMIT = 5_000;

    private final CertificateTemplate template = new CertificateTemplate();
    private final Projection projection;
    private final int batch;
    private long cpu;
    private long wall;
    private int uncommitted;

    private StoreRate(Projection projection, int batch) {
        this.projection = projection;
        this.batch = batch;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        int certificates = Integer.parseInt(arguments[1]);
        Path directory = Path.of(arguments[0]);
        boolean filled = Database.exists(directory);
        try (Database database = Database.open(directory, 1)) {
            StoreRate rate = new StoreRate(new Projection(database.writer()), Integer.parseInt(arguments[2]));
            for (int number = 0; number < certificates && !filled; number += STEP) {
                rate.step(number, Math.min(STEP, certificates - number));
            }
            for (int round = 0; round < 3; round++) {
                rate.lookUp(certificates);
            }
        }
    }

    private void lookUp(int certificates) throws SQLException {
        SearchIndex index = projection.index();
        WriterSql sql = new WriterSql(projection.connection());
        Random random = new Random(certificates);
        long start = System.nanoTime();
        for (int i = 0; i < LOOK_UPS; i++) {
            String serial = template.serial(random.nextInt(certificates)).hex();
            index.exact(sql, IndexEntry.serial(serial), sequence -> true);
        }
        long middle = System.nanoTime();
        for (int i = 0; i < LOOK_UPS; i++) {
            String label = IndexEntry.label("host-%07d".formatted(random.nextInt(certificates)));
            index.range(projection.connection(), TextRange.beginningWith(label), sequence -> true);
        }
        System.out.printf(
                "a serial %.1f us, a label %.1f us%n",
                (middle - start) / 1e3 / LOOK_UPS, (System.nanoTime() - middle) / 1e3 / LOOK_UPS);
    }

    private void step(int from, int count) throws SQLException {
        cpu = 0;
        wall = 0;
        for (int i = 0; i < count; i += batch) {
            List<PreparedEvent> events = new ArrayList<>();
            for (int number = from + i; number < from + Math.min(i + batch, count); number++) {
                events.add(issued(number));
            }
            long wallBefore = System.nanoTime();
            long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            apply(from + i + 1L, events);
            cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
            wall += System.nanoTime() - wallBefore;
        }
        System.out.printf(
                "%,d: CPU %.1f us, wall %.1f us for each%n", from + count, cpu / 1e3 / count, wall / 1e3 / count);
    }

    private void apply(long first, List<PreparedEvent> events) throws SQLException {
        projection.mark();
        long sequence = first;
        for (PreparedEvent event : events) {
            projection.apply(event, new Place(sequence, START.plusMillis(sequence), "user"));
            sequence++;
        }
        projection.flush();
        uncommitted += events.size();
        if (uncommitted >= RECORDS_PER_COMMIT) {
            projection.commit(new JournalHead(sequence - 1, START.plusMillis(sequence), JournalHead.BEGINNING.hash()));
            uncommitted = 0;
        }
    }

    private PreparedEvent issued(int number) {
        Der certificate = template.certificate(number);
        return PreparedEvent.of(new CertificateIssued(
                "issuing", certificate, "tls-server", "user-" + number % 20, Optional.empty(), Optional.empty()));
    }
}
