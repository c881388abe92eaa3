package dev.chancery.server;

import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Passphrase;
import dev.chancery.core.keys.Secret;
import dev.chancery.db.DataDirectoryInUseException;
import dev.chancery.db.JournalCorruptException;
import dev.chancery.db.SchemaTooNewException;
import dev.chancery.db.Seal;
import dev.chancery.db.Storage;
import dev.chancery.db.StorageException;
import dev.chancery.db.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory's secrets and stores, opened; or a refusal that says what is wrong. */
record Opening(CompletableFuture<KeyVault> vault, Storage storage) {
    private static final Logger log = LoggerFactory.getLogger(Opening.class);

    /** Wins over the file {@code keys/passphrase}, which then need not exist. */
    static final String PASSPHRASE_VARIABLE = "CHANCERY_PASSPHRASE";

    /** The watchdog ended a server whose disk does not answer (SECURITY.md rule 15). */
    private static final int WATCHDOG = 70;

    static Opening open(DataDirectory data, Clock clock, SecureRandom random, Map<String, String> environment) {
        Secret passphrase = passphrase(data, random, environment);
        // Side by side: each takes about as long as the other.
        CompletableFuture<KeyVault> vault = Unlocking.begin(data, passphrase, random);
        return new Opening(vault, storage(data, passphrase, clock, random));
    }

    private static Storage storage(DataDirectory data, Secret passphrase, Clock clock, SecureRandom random) {
        char[] characters = passphrase.reveal();
        try {
            Storage storage = Storage.open(
                    StorageSettings.in(data.root()), Seal.of(characters, random), clock, Opening::endProcess);
            if (storage.replayed() > 0) {
                log.info("The journal was ahead of the database; {} records were applied again", storage.replayed());
            }
            refuseLostJournal(data, storage);
            return storage;
        } catch (JournalCorruptException e) {
            throw new StartRefusedException(
                    e.getMessage() + "\nNothing was changed. Bring the journal back from a backup, and check the data"
                            + " directory with: ./chancery verify --data " + data.root(),
                    e);
        } catch (DataDirectoryInUseException | SchemaTooNewException | StorageException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** An empty journal means a first start, which makes CAs; never where there were some already. */
    private static void refuseLostJournal(DataDirectory data, Storage storage) {
        if (storage.journal().lastSequence() > 0 || !has(data.crl(), ".crl")) {
            return;
        }
        storage.close();
        throw new StartRefusedException("There are CRLs in " + data.crl() + ", but the journal in " + data.journal()
                + " is empty: it was lost, and with it every certificate. Bring it back from a backup; or, to begin with"
                + " new CAs, choose another data directory with --data.");
    }

    private static Secret passphrase(DataDirectory data, SecureRandom random, Map<String, String> environment) {
        try {
            if (environment.containsKey(PASSPHRASE_VARIABLE)) {
                return Passphrase.readEnvironment(environment, PASSPHRASE_VARIABLE);
            }
            if (!Files.exists(data.passphrase()) && has(data.keys(), ".p12")) {
                throw new StartRefusedException("There are keys in " + data.keys() + ", but their passphrase file "
                        + data.passphrase() + " is missing. Put it back from a backup, or give the passphrase in the"
                        + " environment variable " + PASSPHRASE_VARIABLE + ".");
            }
            return Passphrase.readOrCreate(data.passphrase(), random);
        } catch (KeyUnavailableException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean has(Path directory, String suffix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(suffix));
        } catch (IOException e) {
            throw new StartRefusedException("The directory " + directory + " cannot be read: " + e, e);
        }
    }

    /** A disk that does not answer can deadlock H2; only a new process helps (SECURITY.md rule 15). */
    private static void endProcess(String step, Duration since) {
        log.error(
                "The journal's step \"{}\" has taken {} s: the disk does not answer. Ending the process; the next start"
                        + " continues from what is on disk",
                step,
                since.toSeconds());
        Runtime.getRuntime().halt(WATCHDOG);
    }
}
