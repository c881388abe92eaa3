package dev.chancery.server.command;

import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.Passphrase;
import dev.chancery.core.keys.Secret;
import dev.chancery.db.Seal;
import dev.chancery.db.StorageSettings;
import dev.chancery.server.backup.Restoration;
import dev.chancery.server.command.report.CommandFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A data directory whose server is stopped. */
final class OfflineOptions {
    /** As for {@code serve}: wins over the file. */
    private static final String PASSPHRASE_VARIABLE = "CHANCERY_PASSPHRASE";

    private static final Path STANDARD_DATA = Path.of("data");

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory. Default: ./data")
    private Path data = STANDARD_DATA;

    /** Ends the command where there is nothing to work on; nothing is made. */
    StorageSettings settings() {
        if (Restoration.isPending(data)) {
            throw CommandFailedException.refused(
                    "A restore into " + data + " was cut short. Complete it first: " + command("restore FILE"));
        }
        Path journal = data.resolve("journal");
        if (!Files.isDirectory(journal)) {
            throw CommandFailedException.refused("There is no journal in " + data + " (" + journal
                    + " is missing). Name the data directory of a server: --data DIR");
        }
        return StorageSettings.in(data);
    }

    Path directory() {
        return data;
    }

    /** Empty when there is none to be found. */
    Optional<Secret> passphrase(Surroundings here) {
        Path file = data.resolve("keys").resolve("passphrase");
        try {
            if (here.environment().containsKey(PASSPHRASE_VARIABLE)) {
                return Optional.of(Passphrase.readEnvironment(here.environment(), PASSPHRASE_VARIABLE));
            }
            return Files.exists(file) ? Optional.of(Passphrase.readFile(file)) : Optional.empty();
        } catch (KeyUnavailableException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        }
    }

    /** The passphrase of the key files, if the environment has it. */
    Optional<Secret> given(Surroundings here) {
        return here.environment().containsKey(PASSPHRASE_VARIABLE) ? passphrase(here) : Optional.empty();
    }

    CommandFailedException noPassphrase(String otherwise) {
        return CommandFailedException.refused("There is no passphrase: "
                + data.resolve("keys").resolve("passphrase")
                + " is missing. Put it back from a backup, or give it in the"
                + " environment variable " + PASSPHRASE_VARIABLE + "." + otherwise);
    }

    /** {@code ./chancery} with the option that leads to the same directory. */
    String command(String rest) {
        return "./chancery " + rest + (data.equals(STANDARD_DATA) ? "" : " --data " + data);
    }

    static Seal seal(Secret passphrase, Surroundings here) {
        char[] characters = passphrase.reveal();
        try {
            return Seal.of(characters, here.random());
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
