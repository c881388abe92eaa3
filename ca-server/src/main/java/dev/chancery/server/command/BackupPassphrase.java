package dev.chancery.server.command;

import dev.chancery.core.keys.Secret;
import dev.chancery.server.command.files.SecretFile;
import dev.chancery.server.command.report.CommandFailedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a backup is encrypted with: from a file, the environment, or a person; never an argument. */
final class BackupPassphrase {
    static final String VARIABLE = "CHANCERY_BACKUP_PASSPHRASE";

    /** Whoever has the archive can try as often as they like. */
    private static final int SHORTEST = 12;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Passphrase of the backup, in the first line. Without it, the environment variable "
                    + VARIABLE + "; else you are asked.")
    private Optional<Path> file = Optional.empty();

    /** For a new backup: long enough, and typed twice. */
    Secret choose(Surroundings here) {
        Secret chosen = given(here).orElseGet(() -> typedTwice(here));
        char[] characters = chosen.reveal();
        int length = characters.length;
        Arrays.fill(characters, '\0');
        if (length < SHORTEST) {
            throw CommandFailedException.refused(
                    "The passphrase has " + length + " characters. It guards the CA's keys:" + " give it at least "
                            + SHORTEST + ", for example four words.");
        }
        return chosen;
    }

    Secret of(Surroundings here) {
        return given(here).orElseGet(() -> console(here).ask("Passphrase of the backup: "));
    }

    private Optional<Secret> given(Surroundings here) {
        if (file.isPresent()) {
            return file.map(path -> SecretFile.read(path, "passphrase"));
        }
        Optional<String> value = Optional.ofNullable(here.environment().get(VARIABLE));
        if (value.filter(String::isBlank).isPresent()) {
            throw CommandFailedException.refused("The environment variable " + VARIABLE + " is empty.");
        }
        return value.map(Secret::of);
    }

    private static Secret typedTwice(Surroundings here) {
        Surroundings.PasswordPrompt console = console(here);
        Secret typed = console.ask("Passphrase for the backup (keep it elsewhere; without it the backup is lost): ");
        char[] first = typed.reveal();
        char[] second = console.ask("The same again: ").reveal();
        try {
            if (!Arrays.equals(first, second)) {
                throw CommandFailedException.refused("The two passphrases differ. Nothing was done; start again.");
            }
            return typed;
        } finally {
            Arrays.fill(first, '\0');
            Arrays.fill(second, '\0');
        }
    }

    private static Surroundings.PasswordPrompt console(Surroundings here) {
        return here.console()
                .orElseThrow(() -> CommandFailedException.wrongUsage("Nobody is there to type the passphrase of the"
                        + " backup. Give it with --passphrase-file FILE or in the environment variable " + VARIABLE
                        + "."));
    }
}
