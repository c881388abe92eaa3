package dev.chancery.publisher.publish;

import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * CRLs as files: {@code issuing.crl} is the one in force, {@code issuing/12.crl} every one that was.
 *
 * <p>A file is written beside its name, flushed and renamed, so that nobody reads half of one CRL and half of another.
 */
public final class CrlDirectory {
    private final Path directory;

    public CrlDirectory(Path directory) {
        this.directory = directory;
    }

    /** Durable when it returns. */
    public void put(SignedCrl crl) {
        try {
            Path archive = Files.createDirectories(directory.resolve(crl.issuer()), ownerOnly("rwx------"));
            replace(archive.resolve(crl.number() + ".crl"), crl.der());
            replace(directory.resolve(crl.issuer() + ".crl"), crl.der());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CRL " + crl.number() + " of " + crl.issuer() + " could not be written to " + directory, e);
        }
    }

    /** The bytes of the CRL in force, unjudged. */
    public Optional<Der> current(String issuer) {
        Path file = directory.resolve(issuer + ".crl");
        try {
            return Files.exists(file) ? Optional.of(Der.ofOwned(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the CRL file " + file + " cannot be read", e);
        }
    }

    /** Sets a file aside that turned out to be no CRL of this CA, and says where it went. */
    public Path setAside(String issuer, long stamp) {
        Path file = directory.resolve(issuer + ".crl");
        Path aside = directory.resolve(issuer + ".crl.broken-" + stamp);
        try {
            return Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the broken CRL file " + file + " cannot be moved aside", e);
        }
    }

    private static void replace(Path target, Der content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp", ownerOnly("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content.unsafeOctets());
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
