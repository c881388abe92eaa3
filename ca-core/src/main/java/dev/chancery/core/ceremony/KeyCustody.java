package dev.chancery.core.ceremony;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.keys.KeyLocation;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes the key of a CA out of the data directory, and brings it back. At every moment there is at least one whole copy of
 * it on disk: it is copied and opened, the journal records where it is, and only then the other copy is deleted.
 */
public final class KeyCustody {
    private final KeyVault vault;
    private final Authorities authorities;
    private final Journal journal;
    private final Path dataDirectory;

    public KeyCustody(KeyVault vault, Authorities authorities, Journal journal, Path dataDirectory) {
        this.vault = vault;
        this.authorities = authorities;
        this.journal = journal;
        this.dataDirectory = dataDirectory;
    }

    /**
     * Moves the key file to {@code target}. A removal that was cut short is completed.
     *
     * @param permit for MANAGE_AUTHORITIES
     * @param target a file that does not exist yet, outside of the data directory
     * @throws CeremonyFaultException when it was not moved, with the reason
     */
    public void takeAway(Permit permit, String ca, Path target, String why) {
        boolean recorded = !mayLeave(permit, ca, target);
        AuthorityAdded authority = find(ca);
        Path file = dataDirectory.resolve(authority.keyFile());
        if (!recorded || !Files.exists(target)) {
            copy(file, target);
        }
        requireKeyOf(authority, target);
        if (!recorded) {
            record(permit, new JournalEvent.AuthorityKeyMoved(ca, true, why));
        }
        delete(file);
    }

    /**
     * Whether the key could be moved to {@code target}, without moving it.
     *
     * @return false when the journal says already that it is away, and only its file is still here
     * @throws CeremonyFaultException when it cannot, with the reason
     */
    public boolean mayLeave(Permit permit, String ca, Path target) {
        permit.require(Permission.MANAGE_AUTHORITIES);
        AuthorityAdded authority = find(ca);
        Path file = dataDirectory.resolve(authority.keyFile());
        boolean recorded = authorities.standing(ca).keyAway();
        if (recorded && !Files.exists(file)) {
            throw new CeremonyFaultException("The CA \"" + ca + "\" is offline already.");
        }
        if (absolute(target).startsWith(absolute(dataDirectory))) {
            throw new CeremonyFaultException(target + " is inside the data directory " + dataDirectory
                    + ", where the key would be in every backup. Choose a place outside, a removable disk for"
                    + " instance.");
        }
        requireOneList(authority);
        if (!recorded && Files.exists(target)) {
            throw new CeremonyFaultException("The key cannot be copied to " + target
                    + ": there is a file of that name. It stays in " + file + "; choose one that does not exist yet.");
        }
        requireCaBelow(authority);
        requireKeyOf(authority, file);
        return !recorded;
    }

    /** @throws CeremonyFaultException unless that CA's key is elsewhere */
    public void requireAway(String ca) {
        if (!authorities.standing(find(ca).name()).keyAway()) {
            throw new CeremonyFaultException("The CA \"" + ca + "\" is not offline: its key is here.");
        }
    }

    /**
     * Copies the key file back from {@code source}, which stays where it is.
     *
     * @param permit for MANAGE_AUTHORITIES
     * @throws CeremonyFaultException when it was not brought back, with the reason
     */
    public void bringBack(Permit permit, String ca, Path source, String why) {
        permit.require(Permission.MANAGE_AUTHORITIES);
        AuthorityAdded authority = find(ca);
        requireAway(ca);
        requireKeyOf(authority, source);
        Path file = dataDirectory.resolve(authority.keyFile());
        if (!Files.exists(file)) {
            copy(source, file);
        }
        requireKeyOf(authority, file);
        record(permit, new JournalEvent.AuthorityKeyMoved(ca, false, why));
    }

    private AuthorityAdded find(String ca) {
        List<AuthorityAdded> all = authorities.all();
        return all.stream()
                .filter(known -> known.name().equals(ca))
                .findFirst()
                .orElseThrow(() -> new CeremonyFaultException("There is no CA \"" + ca + "\" here; there are "
                        + String.join(
                                ", ", all.stream().map(AuthorityAdded::name).toList()) + "."));
    }

    /** One that issues certificates day by day cannot do so without its key, and nor can the server get its own. */
    private void requireCaBelow(AuthorityAdded authority) {
        boolean below = authorities.all().stream()
                .filter(other -> !authorities.standing(other.name()).keyAway())
                .anyMatch(other -> other.chain().contains(authority.certificate()));
        if (!below) {
            throw new CeremonyFaultException(
                    "The CA \"" + authority.name() + "\" has no other CA below it here, so that nothing could be"
                            + " issued any more without its key. Only a CA above another one"
                            + " can be offline.");
        }
    }

    /** What is signed elsewhere and brought here is the full list; nobody brings hundreds. */
    private void requireOneList(AuthorityAdded authority) {
        int partitions = authorities.standing(authority.name()).partitions();
        if (partitions > 0) {
            throw new CeremonyFaultException("The revocation lists of the CA \"" + authority.name()
                    + "\" are partitioned: certificates name " + partitions + " lists, which nobody could sign any more"
                    + " without its key.");
        }
    }

    private void requireKeyOf(AuthorityAdded authority, Path file) {
        try {
            EncodedCertificate certificate = new EncodedCertificate(authority.certificate());
            if (!vault.open(new KeyLocation.Pkcs12File(file))
                    .publicKeyInfo()
                    .equals(certificate.subjectPublicKeyInfo())) {
                throw new CeremonyFaultException("The key in " + file + " is not the one of the CA \""
                        + authority.name() + "\" (serial " + certificate.serial() + "). Nothing was changed.");
            }
        } catch (KeyUnavailableException e) {
            throw new CeremonyFaultException(String.valueOf(e.getMessage()) + " Nothing was changed.", e);
        }
    }

    private void record(Permit permit, JournalEvent event) {
        var unused = journal.record(permit.requester(), List.of(event)).fold(recorded -> recorded, conflict -> {
            throw new CeremonyFaultException("Nothing was changed: " + conflict.detail() + ".");
        });
    }

    /** Mode 0600 from its first moment, and on disk when this returns. */
    private static void copy(Path from, Path to) {
        try (FileChannel out = FileChannel.open(
                to,
                Set.copyOf(EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(from));
            while (content.hasRemaining()) {
                out.write(content);
            }
            out.force(true);
            flushDirectory(to);
        } catch (IOException | UnsupportedOperationException e) {
            throw new CeremonyFaultException(
                    "The key cannot be copied to " + to + ": " + e + ". It stays in " + from
                            + "; choose a file that does not exist yet, on a disk that knows file permissions.",
                    e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
            flushDirectory(file);
        } catch (IOException e) {
            throw new CeremonyFaultException(
                    "The key was copied, but " + file + " could not be deleted: " + e + ". Delete it by hand.", e);
        }
    }

    private static void flushDirectory(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(absolute(file).getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
