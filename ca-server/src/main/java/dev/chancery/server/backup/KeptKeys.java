package dev.chancery.server.backup;

import dev.chancery.core.keys.KeyLocation;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Passphrase;
import dev.chancery.core.keys.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which key files of a data directory are of no use, so that those of a backup must take their place. */
record KeptKeys(Path data, Path staged, Optional<Secret> given) {
    private static final String PASSPHRASE = "keys/passphrase";

    /** @param names of the key files in the backup */
    List<String> unusable(List<String> names) {
        List<String> unusable = new ArrayList<>();
        Optional<Secret> present = given.or(() -> read(data));
        Optional<Secret> backed = given.or(() -> read(staged));
        boolean opensSome = present.isPresent() && names.stream().anyMatch(name -> opens(data, name, present.get()));
        Optional<Secret> chosen = opensSome ? present : backed;
        if (names.contains(PASSPHRASE) && !opensSome && given.isEmpty()) {
            unusable.add(PASSPHRASE);
        }
        for (String name : names) {
            boolean key = name.endsWith(".p12");
            boolean better = key && chosen.isPresent() && opens(staged, name, chosen.get());
            if (better && !opens(data, name, chosen.get())) {
                unusable.add(name);
            }
        }
        return unusable;
    }

    private static Optional<Secret> read(Path directory) {
        try {
            Path file = directory.resolve(PASSPHRASE);
            return Files.exists(file) ? Optional.of(Passphrase.readFile(file)) : Optional.empty();
        } catch (KeyUnavailableException e) {
            return Optional.empty();
        }
    }

    private static boolean opens(Path directory, String name, Secret passphrase) {
        if (!name.endsWith(".p12")) {
            return false;
        }
        try {
            new KeyVault(passphrase).open(new KeyLocation.Pkcs12File(directory.resolve(name)));
            return true;
        } catch (KeyUnavailableException e) {
            return false;
        }
    }
}
