package dev.chancery.core.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A file that only its owner may read: mode 0600 from its first moment, whole or absent, never replaced. */
final class PrivateFile {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final Path path;

    PrivateFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /**
     * Writes the content and flushes it, and the directory, to the disk.
     *
     * @throws FileAlreadyExistsException when there is a file of that name; it stays as it is
     */
    void create(byte[] content) throws IOException {
        Path directory = directory();
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path temporary = directory.resolve("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            write(temporary, content);
            // A second name for the file: atomic, and unlike a rename it fails when the name is taken.
            Files.createLink(path, temporary);
        } catch (UnsupportedOperationException e) {
            // A file system without links. Nearly as good: looks first, then renames.
            Files.move(temporary, path);
        } finally {
            Files.deleteIfExists(temporary);
        }
        flush(directory);
    }

    /**
     * The content, when nobody but the owner can have read it.
     *
     * @param what it is, for error messages: {@code key file}
     */
    byte[] read(String what, int maximum) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (permissions.stream().anyMatch(OTHERS::contains)) {
                throw new KeyUnavailableException("The " + what + " " + path + " can be read or changed by others ("
                        + PosixFilePermissions.toString(permissions) + "). If nobody did, run: chmod 600 " + path);
            }
            long size = Files.size(path);
            if (size > maximum) {
                throw new KeyUnavailableException("The " + what + " " + path + " has " + size + " octets, more than "
                        + maximum + ": it is something else. Restore it from a backup.");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new KeyUnavailableException(
                    "The " + what + " " + path + " does not exist. Restore it from a backup, or correct the path.", e);
        } catch (AccessDeniedException e) {
            throw new KeyUnavailableException(
                    "The " + what + " " + path + " may not be read by this user. Its owner must run the server.", e);
        } catch (IOException e) {
            throw new KeyUnavailableException("The " + what + " " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path directory() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static void write(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(
                file, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void flush(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
