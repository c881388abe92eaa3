package dev.chancery.server.command;

import dev.chancery.core.keys.Passphrase;
import dev.chancery.core.keys.Secret;
import dev.chancery.server.command.files.SecretFile;
import dev.chancery.server.command.report.CommandFailedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Where the password of a PFX comes from: a file, a person, or chance. */
record PfxPassword(Optional<Path> file, Surroundings here) {
    /** @param madeUp whether nobody knows it yet, so that it must be shown */
    record Chosen(Secret secret, boolean madeUp) {}

    Chosen choose() {
        if (file.isPresent()) {
            return new Chosen(SecretFile.read(file.get(), "password"), false);
        }
        return here.console().map(this::ask).orElseGet(this::random);
    }

    private Chosen ask(Surroundings.PasswordPrompt console) {
        Secret typed = console.ask("Password for the PFX (empty for a random one): ");
        char[] first = typed.reveal();
        if (first.length == 0) {
            return random();
        }
        char[] second = console.ask("The same again: ").reveal();
        try {
            if (!Arrays.equals(first, second)) {
                throw CommandFailedException.refused("The two passwords differ. Nothing was asked for; start again.");
            }
            return new Chosen(typed, false);
        } finally {
            Arrays.fill(first, '\0');
            Arrays.fill(second, '\0');
        }
    }

    private Chosen random() {
        return new Chosen(Passphrase.generate(here.random()), true);
    }
}
