package dev.chancery.db;

import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.journal.JournalVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Derives everything from the journal once more, into a database of its own, and compares. It changes nothing: a damaged
 * database stays where it is.
 */
final class Verification {
    private final StorageSettings settings;
    private final RecordReader records;
    private final Progress progress;
    private final ExecutorService signatures =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                Thread thread = new Thread(work, "signature-check");
                thread.setDaemon(true);
                return thread;
            });
    private final JournalVerifier verifier = new JournalVerifier(signatures);

    Verification(StorageSettings settings, RecordReader records, Progress progress) {
        this.settings = settings;
        this.records = records;
        this.progress = progress;
    }

    Verified run() throws IOException {
        Path scratch = settings.database().resolve("verification");
        deleteAll(scratch);
        try (Database derived = Database.open(scratch, 1)) {
            Optional<String> problem = problem(derived);
            return new Verified(verifier.tally(), problem);
        } finally {
            signatures.shutdownNow();
            deleteAll(scratch);
        }
    }

    private Optional<String> problem(Database derived) throws IOException {
        try {
            JournalState journal =
                    new ChainCheck(settings.journal(), records, 0, sequence -> {}, ChainCheck.Depth.LINES).run();
            Projection projection = new Projection(derived.writer());
            projection.index().alone();
            replay(projection, JournalHead.BEGINNING, journal.head(), verifier::accept, progress);
            if (verifier.fault().isPresent()) {
                return verifier.fault().map(JournalVerifier.Fault::toString);
            }
            List<String> sealed = records.accountsWithoutSecrets();
            return sealed.isEmpty()
                    ? compare(derived, journal)
                    : Optional.of("the passphrase does not open what is sealed for the accounts " + sealed
                            + ": it is not the one that they were saved with");
        } catch (JournalCorruptException | BrokenDatabaseException | SchemaTooNewException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            return Optional.of("the database cannot be read: " + e.getMessage());
        }
    }

    /** The server's database may be a few records behind after a crash; the next start would apply them, and so do we. */
    private Optional<String> compare(Database derived, JournalState journal) throws IOException, SQLException {
        if (!Database.exists(settings.database())) {
            return Optional.of("there is no database in " + settings.database()
                    + "; start the server, or run \"chancery rebuild\", to make it from the journal");
        }
        try (Database database = Database.open(settings.database(), 1)) {
            Projection projection = new Projection(database.writer());
            JournalHead position = projection.position();
            JournalState marked = new ChainCheck(
                            settings.journal(),
                            records,
                            position.sequence(),
                            sequence -> {},
                            ChainCheck.Depth.PACKED_AS_A_WHOLE)
                    .run();
            Recovery.refuseOtherJournal(settings.journal(), position, marked);
            replay(projection, position, journal.head(), stored -> {}, Progress.silent());
            return new TableComparison(derived.writer(), database.writer()).firstDifference();
        }
    }

    private void replay(
            Projection projection,
            JournalHead from,
            JournalHead to,
            java.util.function.Consumer<JournalRecord> listener,
            Progress shown)
            throws SQLException {
        JournalFiles files = new JournalFiles(settings.journal(), records);
        new Replay(settings.journal(), files, projection, listener, shown).run(from, to);
    }

    private static void deleteAll(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
