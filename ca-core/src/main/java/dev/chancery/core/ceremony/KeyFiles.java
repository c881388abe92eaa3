package dev.chancery.core.ceremony;

import dev.chancery.core.journal.Authorities;
import dev.chancery.core.keys.KeyLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Where the keys of CAs lie below the data directory. */
final class KeyFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path dataDirectory;
    private final Authorities authorities;
    private final PublishedNames names;
    private final Clock clock;

    KeyFiles(Path dataDirectory, Authorities authorities, Clock clock) {
        this.dataDirectory = dataDirectory;
        this.authorities = authorities;
        this.names = new PublishedNames(authorities);
        this.clock = clock;
    }

    /** @param recordedAs relative to the data directory, as the journal has it */
    record KeyFile(KeyLocation location, String recordedAs) {}

    /**
     * A free place for the key of a new CA. A file that stands there without a CA in the journal is what a crash left; it
     * is moved aside and not deleted, because keys never are.
     */
    KeyFile claim(String name) {
        String relative = "keys/" + name + ".p12";
        Path file = dataDirectory.resolve(relative);
        if (authorities.all().stream()
                .anyMatch(known -> known.name().equals(name) || known.keyFile().equals(relative))) {
            throw new CeremonyFaultException(
                    "There already is a CA \"" + name + "\" with a key in " + relative + ". Choose another name.");
        }
        names.collision(name).ifPresent(why -> {
            throw new CeremonyFaultException("The CA \"" + name + "\" was not made. " + why);
        });
        try {
            Files.createDirectories(file.getParent(), OWNER_ONLY);
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".orphan-" + STAMP.format(clock.instant())));
            }
        } catch (IOException e) {
            throw new CeremonyFaultException(
                    "No place for the key of the CA \"" + name + "\": " + file + ": " + e.getMessage()
                            + ". Check that the directory belongs to the user who runs Chancery.",
                    e);
        }
        return new KeyFile(new KeyLocation.Pkcs12File(file), relative);
    }
}
