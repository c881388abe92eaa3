package dev.chancery.publisher.target;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory that somebody else serves: written beside the name, flushed, renamed; readable for everybody. */
final class DirectoryTarget implements Target {
    private final Path directory;

    DirectoryTarget(Path directory) {
        this.directory = directory;
    }

    @Override
    public void put(PublishedFile file) throws TargetException {
        try {
            if (!Files.isDirectory(directory)) {
                throw new TargetException(
                        "there is no directory " + directory + "; make it, or mount what belongs there");
            }
            Path temporary = Files.createTempFile(directory, "." + file.name(), ".tmp");
            try {
                try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                    file.content().writeTo(channel);
                    channel.force(true);
                }
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
                Files.move(
                        temporary,
                        directory.resolve(file.name()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new TargetException("writing " + file.name() + " into " + directory + " failed: "
                    + e.getClass().getSimpleName() + ", " + e.getMessage());
        }
    }

    @Override
    public String where() {
        return "directory " + directory;
    }
}
