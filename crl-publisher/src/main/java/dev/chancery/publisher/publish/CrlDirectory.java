package dev.chancery.publisher.publish;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.SignedCrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CRLs as files: {@code issuing.crl} is the one in force, {@code issuing/12.crl} every one that was.
 *
 * <p>A file is written beside its name, flushed and renamed, so that nobody reads half of one CRL and half of another.
 */
public final class CrlDirectory {
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,47}\\.crl");

    private final Path directory;

    public CrlDirectory(Path directory) {
        this.directory = directory;
    }

    /** Durable when it returns. A CRL that is a flushed file already is only renamed. */
    public void put(SignedCrl crl) {
        try {
            Path archive = Files.createDirectories(directory.resolve(crl.publication()), ownerOnly("rwx------"));
            Path numbered = archive.resolve(crl.number() + ".crl");
            if (crl.octets().file().isPresent()) {
                rename(crl.octets().file().get(), numbered);
            } else {
                write(numbered, crl.octets());
            }
            putInForce(numbered, directory.resolve(crl.publication() + ".crl"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CRL " + crl.number() + " of " + crl.publication() + " could not be written to " + directory, e);
        }
    }

    /** The octets of the CRL in force, unjudged. */
    public Optional<CrlOctets> current(String publication) {
        Path file = directory.resolve(publication + ".crl");
        try {
            return Files.exists(file) ? Optional.of(CrlOctets.mapped(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the CRL file " + file + " cannot be read", e);
        }
    }

    /** Every one that was published under that name and is still there, by its number. */
    public Optional<CrlOctets> archived(String publication, CrlNumber number) {
        Path file = numbered(publication, number);
        try {
            return Files.exists(file) ? Optional.of(CrlOctets.mapped(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the CRL file " + file + " cannot be read", e);
        }
    }

    /**
     * A file of the archive.
     *
     * @param written when it was published
     */
    record ArchivedFile(CrlNumber number, long octets, Instant written) {}

    /** By rising number. */
    List<ArchivedFile> archivedFiles(String publication) {
        List<ArchivedFile> found = new ArrayList<>();
        for (CrlNumber number : archivedNumbers(publication)) {
            try {
                BasicFileAttributes file =
                        Files.readAttributes(numbered(publication, number), BasicFileAttributes.class);
                found.add(new ArchivedFile(
                        number, file.size(), file.lastModifiedTime().toInstant()));
            } catch (NoSuchFileException e) {
                // Somebody has deleted it meanwhile.
            } catch (IOException e) {
                throw new UncheckedIOException("the CRL file " + numbered(publication, number) + " cannot be read", e);
            }
        }
        return found;
    }

    /** Never the one in force. */
    void deleteArchived(String publication, CrlNumber number) {
        try {
            Files.deleteIfExists(numbered(publication, number));
        } catch (IOException e) {
            throw new UncheckedIOException("the CRL file " + numbered(publication, number) + " cannot be deleted", e);
        }
    }

    private Path numbered(String publication, CrlNumber number) {
        return directory.resolve(publication).resolve(number + ".crl");
    }

    /** The number of the one that was published before. */
    public Optional<CrlNumber> before(String publication, CrlNumber number) {
        return archivedNumbers(publication).stream()
                .filter(other -> other.compareTo(number) < 0)
                .reduce((one, next) -> next);
    }

    private List<CrlNumber> archivedNumbers(String publication) {
        Path archive = directory.resolve(publication);
        if (!Files.isDirectory(archive)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(archive)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NUMBERED.matcher(name).matches())
                    .map(name -> new CrlNumber(new BigInteger(name.substring(0, name.length() - ".crl".length()))))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the CRLs in " + archive + " cannot be listed", e);
        }
    }

    /** Sets a file aside that turned out to be no CRL of this CA, and says where it went. */
    public Path setAside(String publication, long stamp) {
        Path file = directory.resolve(publication + ".crl");
        Path aside = directory.resolve(publication + ".crl.broken-" + stamp);
        try {
            return Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the broken CRL file " + file + " cannot be moved aside", e);
        }
    }

    /** Deletes what a process left unfinished that was killed. */
    public void tidy() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, ".*.tmp")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unfinished files in " + directory + " cannot be deleted", e);
        }
    }

    private static void write(Path target, CrlOctets content) throws IOException {
        Path temporary = beside(target);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            rename(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A second name for the same file, so that a long CRL is written once. */
    private static void putInForce(Path numbered, Path target) throws IOException {
        Path temporary = beside(target);
        try {
            Files.delete(temporary);
            Files.createLink(temporary, numbered);
            rename(temporary, target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links.
            write(target, CrlOctets.mapped(numbered));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path beside(Path target) throws IOException {
        return Files.createTempFile(
                target.toAbsolutePath().getParent(), "." + target.getFileName(), ".tmp", ownerOnly("rw-------"));
    }

    private static void rename(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = target.toAbsolutePath().getParent();
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
