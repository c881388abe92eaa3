package dev.chancery.server.backup;

import dev.chancery.core.keys.Secret;
import dev.chancery.db.JournalSnapshot;
import dev.chancery.db.Progress;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Copies what must be kept out of a data directory whose server runs: the journal up to a record that the server names,
 * and the files beside it. The database is left out, since it is made from the journal.
 */
public final class BackupMaker {
    private final Path data;
    private final SecureRandom random;
    private final int iterations;

    public BackupMaker(Path data, SecureRandom random) {
        this(data, random, EnvelopeOutput.ITERATIONS);
    }

    /** With another cost of guessing the passphrase, for tests. */
    BackupMaker(Path data, SecureRandom random, int iterations) {
        this.data = data;
        this.random = random;
        this.iterations = iterations;
    }

    /**
     * Writes the whole archive.
     *
     * @param mark asks the server where the journal ends, which is recorded there
     * @param checked is told how much of the journal was found whole before it is copied
     */
    public BackupFacts write(
            OutputStream out, Secret passphrase, Instant now, Supplier<BackupFacts> mark, Progress checked)
            throws IOException {
        BackupOutput archive = new BackupOutput(out, passphrase, iterations, random, now);
        // Before the mark, so that no CRL is newer than the journal, which has each of them first.
        directory(archive, "crl");
        BackupFacts facts = mark.get();
        new JournalSnapshot(data.resolve("journal"), facts.record(), facts.hash())
                .copy((name, length, content) -> archive.file("journal/" + name, length, content), checked);
        // After it, so that the key of every CA in the journal is there.
        directory(archive, "keys");
        directory(archive, "profiles");
        directory(archive, "roles");
        directory(archive, "tls");
        file(archive, "chancery.yaml");
        archive.finish(facts);
        return facts;
    }

    /** How many octets there are to copy, about. */
    public long size() throws IOException {
        long sum = 0;
        for (String directory : List.of("crl", "journal", "keys", "profiles", "roles", "tls")) {
            for (Path file : files(directory)) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    /**
     * Reads a backup as a restore would, and keeps nothing.
     *
     * @throws BackupRefusedException when it could not be restored
     */
    public static BackupFacts check(InputStream in, Secret passphrase, LongConsumer octets) throws IOException {
        return BackupInput.read(new CountedInput(in, octets), passphrase, BackupInput.Target.none());
    }

    private void directory(BackupOutput archive, String name) throws IOException {
        for (Path file : files(name)) {
            file(archive, name + "/" + file.getFileName());
        }
    }

    private List<Path> files(String directory) throws IOException {
        if (!Files.isDirectory(data.resolve(directory))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data.resolve(directory))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> BackupArchive.holds(directory + "/" + file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** Open files keep their content although others take their names, which is how all of these are replaced. */
    private void file(BackupOutput archive, String name) throws IOException {
        Path file = data.resolve(name);
        if (Files.isRegularFile(file)) {
            try (FileInputStream content = new FileInputStream(file.toFile())) {
                archive.file(name, content.getChannel().size(), content);
            }
        }
    }
}
