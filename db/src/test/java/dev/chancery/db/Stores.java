package dev.chancery.db;

import dev.chancery.core.access.Requester;
import dev.chancery.core.contract.Ports;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.AppendOutcome.Recorded;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens storage the way tests need it, and looks into what it left behind. */
final class Stores {
    static final Watchdog NO_WATCHDOG = (step, since) -> {};

    private Stores() {}

    static Seal seal() {
        return Seal.of("correct horse battery staple".toCharArray(), new SecureRandom());
    }

    static Environment environment() {
        return new Environment(seal(), Clock.systemUTC(), NO_WATCHDOG);
    }

    static Storage open(Path directory) {
        return open(directory, Clock.systemUTC());
    }

    static Storage open(Path directory, Clock clock) {
        return Storage.open(StorageSettings.in(directory), seal(), clock, NO_WATCHDOG);
    }

    /** With segments of a few records each. */
    static StorageSettings small(Path directory) {
        return new StorageSettings(directory, 2, 64, 16, 2_000, Duration.ofSeconds(10));
    }

    static Ports ports(Storage storage) {
        return new Ports(
                storage.journal(),
                storage.ledger(),
                storage.crlArchive(),
                storage.requestQueue(),
                storage.authorities(),
                storage.accounts(),
                storage.profileVersions(),
                storage::close);
    }

    /** @return the sequence of its last record */
    static long record(Storage storage, JournalEvent... events) {
        AppendOutcome outcome = storage.journal().record(Requester.system(), List.of(events));
        return outcome.fold(Recorded::sequence, conflict -> {
            throw new AssertionError(conflict.detail());
        });
    }

    static List<JournalRecord> records(Storage storage) {
        List<JournalRecord> records = new ArrayList<>();
        storage.journal().read(1, records::add);
        return records;
    }

    /** The journal's last segment. */
    static Path tail(Path directory) throws IOException {
        List<Segment> segments = Segment.list(directory.resolve("journal"));
        return segments.get(segments.size() - 1).file();
    }

    static JournalState check(Path directory, long mark) throws IOException {
        return new ChainCheck(
                        directory.resolve("journal"),
                        new RecordReader(seal()),
                        mark,
                        sequence -> {},
                        ChainCheck.Depth.LINES)
                .run();
    }

    /** Compares the tables of two data directories that nobody has open. */
    static Optional<String> difference(Path expected, Path actual) throws IOException, SQLException {
        try (Database left = Database.open(expected.resolve("db"), 1);
                Database right = Database.open(actual.resolve("db"), 1)) {
            return new TableComparison(left.writer(), right.writer()).firstDifference();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
