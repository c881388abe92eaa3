package dev.chancery.server.command.files;

import dev.chancery.server.command.report.CommandFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** A file that a command makes: whole or absent, and never over another one unless that was asked for. */
public final class OutputFile {
    private final Path path;
    private final boolean force;

    /** @param force whether an existing file may be replaced */
    public OutputFile(Path path, boolean force) {
        this.path = path;
        this.force = force;
    }

    public Path path() {
        return path;
    }

    /** Refuses at once what {@link #writePublic} would refuse only after something that cannot be undone. */
    public void check() {
        if (!force && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw exists();
        }
        if (Files.isDirectory(path)) {
            throw CommandFailedException.refused(path + " is a directory; name a file in it.");
        }
        Path directory = directory();
        if (!Files.isDirectory(directory)) {
            throw CommandFailedException.refused(
                    "There is no directory " + directory + " to write " + path.getFileName() + " to.");
        }
        if (!Files.isWritable(directory)) {
            throw CommandFailedException.refused("This user may not write to the directory " + directory + ".");
        }
    }

    /** For certificates and the like: the mode that the user's umask gives. */
    public void writePublic(byte[] content) {
        write(content, "rw-r--r--");
    }

    /** For what holds a key: mode 0600 from its first moment. */
    public void writePrivate(byte[] content) {
        write(content, "rw-------");
    }

    /** Gives this name to a file beside it that is whole and flushed. */
    void take(Path finished) throws IOException {
        try {
            if (force) {
                Files.move(finished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                giveName(finished);
                Files.deleteIfExists(finished);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists();
        }
        try (FileChannel entries = FileChannel.open(directory(), StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private void write(byte[] content, String mode) {
        Path temporary = directory().resolve("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try {
                fill(temporary, content, mode);
                if (force) {
                    Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    giveName(temporary);
                }
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists();
        } catch (IOException e) {
            throw CommandFailedException.refused("The file " + path + " cannot be written: " + e.getMessage());
        }
    }

    /** A second name for the file is atomic, and unlike a rename it fails when the name is taken. */
    private void giveName(Path temporary) throws IOException {
        try {
            Files.createLink(path, temporary);
        } catch (UnsupportedOperationException e) {
            Files.move(temporary, path);
        }
    }

    private static void fill(Path file, byte[] content, String mode) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private Path directory() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    private CommandFailedException exists() {
        return CommandFailedException.refused(
                path + " exists already. Choose another name, or replace it with --force.");
    }
}
