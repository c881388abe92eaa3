package dev.chancery.server;

import static org.awaitility.Awaitility.await;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.keys.Passphrase;
import dev.chancery.db.Seal;
import dev.chancery.db.Storage;
import dev.chancery.db.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes the journal of a data directory as long as those of servers that have lived: its first segment is compressed. */
final class LongJournal {
    /** Within the data directory. */
    static final String PACKED = "journal/000000000001.jsonl.gz";

    private static final int SEGMENT_OCTETS = 70_000;
    private static final int RECORDS = 80;

    private LongJournal() {}

    /** No server may have it. */
    static void grow(Path data) {
        char[] passphrase = Passphrase.readFile(data.resolve("keys/passphrase")).reveal();
        StorageSettings usual = StorageSettings.in(data);
        StorageSettings small = new StorageSettings(data, 1, 64, 16, SEGMENT_OCTETS, usual.stepLimit());
        Seal seal = Seal.of(passphrase, new SecureRandom());
        try (Storage storage = Storage.open(small, seal, Clock.systemUTC(), (step, since) -> {})) {
            Decision noted = new Decision("noted", "a test", "x".repeat(1000));
            for (int i = 0; i < RECORDS; i++) {
                storage.journal().record(Requester.system(), noted);
            }
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(data.resolve(PACKED))
                            && Files.notExists(data.resolve("journal/000000000001.jsonl")));
        }
    }

    /** The segment that is being written, within the data directory. */
    static String last(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("journal"))) {
            return "journal/"
                    + files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".jsonl"))
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
        }
    }
}
