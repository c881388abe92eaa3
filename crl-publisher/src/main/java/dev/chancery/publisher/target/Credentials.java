package dev.chancery.publisher.target;

import dev.chancery.core.keys.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A user whose password stands in a file, which is read each time: it may be changed while the server runs. */
record Credentials(String user, Path passwordFile) {
    Secret password() throws TargetException {
        try {
            List<String> lines = Files.readAllLines(passwordFile);
            if (lines.isEmpty() || lines.get(0).isBlank()) {
                throw new TargetException("the password file " + passwordFile + " is empty");
            }
            return Secret.of(lines.get(0).strip());
        } catch (IOException e) {
            throw new TargetException("the password file " + passwordFile + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }
}
