package dev.chancery.server;

import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.keys.SignatureProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Loads the signature provider's native library and decrypts the key files, many rounds of derivation each, on a thread
 * of its own while the database opens: the two longest parts of a start.
 */
final class Unlocking {
    private Unlocking() {}

    static CompletableFuture<KeyVault> begin(DataDirectory data, Secret passphrase, SecureRandom random) {
        Executor thread = task -> {
            Thread made = new Thread(task, "unlock");
            made.setDaemon(true);
            made.start();
        };
        return CompletableFuture.supplyAsync(
                () -> {
                    KeyVault vault = new KeyVault(passphrase, SignatureProvider.fastest(), random);
                    List<Path> files = keyFiles(data);
                    // One after the other: the second core has the database.
                    vault.readAhead(
                            files.stream()
                                    .filter(file -> !ResponderCertificates.isTheirs(file))
                                    .toList(),
                            Runnable::run);
                    // Nothing waits for these before the listeners open.
                    vault.readAhead(
                            files.stream()
                                    .filter(ResponderCertificates::isTheirs)
                                    .toList(),
                            thread);
                    return vault;
                },
                thread);
    }

    private static List<Path> keyFiles(DataDirectory data) {
        List<Path> found = new ArrayList<>();
        for (Path directory : List.of(data.keys(), data.tls())) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.getFileName().toString().endsWith(".p12"))
                        .forEach(found::add);
            } catch (IOException e) {
                // Whoever needs a key of this directory says what is wrong with it.
                return found;
            }
        }
        return found;
    }
}
