package dev.chancery.server.command;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.Shipped;
import dev.chancery.config.YamlReader;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.server.command.report.CommandFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A profile by its file, or by its name: of the data directory, or as it comes with the program. */
record NamedProfile(Path data, String name) {
    private static final String ENDING = ".yaml";

    CertificateProfile read() {
        try {
            if (name.endsWith(ENDING)) {
                return ofFile(Path.of(name));
            }
            Path kept = data.resolve("profiles").resolve(name + ENDING);
            return plain() && Files.exists(kept) ? ofFile(kept) : shipped();
        } catch (ConfigurationException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        }
    }

    private static CertificateProfile ofFile(Path file) {
        if (!Files.exists(file)) {
            throw CommandFailedException.wrongUsage("There is no file " + file + ".");
        }
        return YamlReader.read(file, CertificateProfile.class);
    }

    /** No path to somewhere else. */
    private boolean plain() {
        return name.matches("[a-z0-9-]+");
    }

    private CertificateProfile shipped() {
        Map<String, String> all = new TreeMap<>(Shipped.profiles());
        String text = all.get(name + ENDING);
        if (text == null) {
            throw CommandFailedException.wrongUsage("There is no profile \"" + name + "\" in "
                    + data.resolve("profiles") + " (--data), and none of that name comes with the program. Those are "
                    + String.join(", ", all.keySet()).replace(ENDING, "") + ".");
        }
        return YamlReader.read(name + ENDING, text, CertificateProfile.class);
    }
}
