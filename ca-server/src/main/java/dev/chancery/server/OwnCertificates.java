package dev.chancery.server;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.keys.KeyLocation.Pkcs12File;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the server keeps a key that it made for itself, with the certificate that it got from its own CA: in a file
 * PREFIX-SERIAL.p12, of which the newest counts; and when it is time for another.
 */
final class OwnCertificates {
    private static final Logger log = LoggerFactory.getLogger(OwnCertificates.class);

    private final KeyVault vault;
    private final CertificateLedger ledger;
    private final Clock clock;
    private final Path directory;
    private final String prefix;
    private final Pattern names;

    OwnCertificates(KeyVault vault, CertificateLedger ledger, Clock clock, Path directory, String prefix) {
        this.vault = vault;
        this.ledger = ledger;
        this.clock = clock;
        this.directory = directory;
        this.prefix = prefix;
        this.names = Pattern.compile(Pattern.quote(prefix) + "-[0-9a-f]+\\.p12");
    }

    /** The newest, when it can still be used and fits. */
    Optional<Pkcs12File> good(Predicate<EncodedCertificate> fits) {
        return latest(certificate -> stillGood(certificate) && fits.test(certificate));
    }

    /** The newest, until its very end: of one that cannot be renewed. */
    Optional<Pkcs12File> valid() {
        return latest(this::accepted);
    }

    private Optional<Pkcs12File> latest(Predicate<EncodedCertificate> fits) {
        return latest().filter(location -> {
            try {
                return fits.test(vault.chain(location).get(0));
            } catch (KeyUnavailableException e) {
                log.warn("A key of the server itself cannot be used and is replaced: {}", e.getMessage());
                return false;
            }
        });
    }

    /** Neither revoked nor at two thirds of its life (SECURITY.md rule 28). */
    boolean stillGood(EncodedCertificate certificate) {
        Validity validity = certificate.validity();
        Duration life = Duration.between(validity.notBefore(), validity.notAfter());
        Instant renewal = validity.notBefore().plus(life.multipliedBy(2).dividedBy(3));
        return accepted(certificate) && clock.instant().isBefore(renewal);
    }

    private boolean accepted(EncodedCertificate certificate) {
        return ledger.find(certificate.serial())
                .map(record -> record.status(clock.instant()) == CertificateRecord.Status.VALID)
                .orElse(false);
    }

    /**
     * Stores a new one, and deletes those before it.
     *
     * @param above the chain that belongs to it, nearest first
     */
    Pkcs12File store(SigningKey key, EncodedCertificate certificate, List<EncodedCertificate> above) {
        List<EncodedCertificate> chain = new ArrayList<>();
        chain.add(certificate);
        chain.addAll(above);
        Pkcs12File location = new Pkcs12File(
                directory.resolve(prefix + "-" + certificate.serial().hex() + ".p12"));
        vault.store(key, chain, location);
        removeOlder(location.file());
        return location;
    }

    /** The server itself may ask for a certificate of this profile. */
    static Permit permit(AccessPolicy access, String profile) {
        return access.decide(
                        Requester.system(), Permission.REQUEST_CERTIFICATE, AccessPolicy.AccessObject.named(profile))
                .fold(allowed -> allowed, reason -> {
                    throw new IllegalStateException("the server may not request its own certificate: " + reason);
                });
    }

    static String words(List<Objection> objections) {
        return String.join(" ", objections.stream().map(Objection::message).toList());
    }

    private Optional<Pkcs12File> latest() {
        try {
            return files().stream()
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(Pkcs12File::new);
        } catch (IOException e) {
            throw new StartRefusedException("The directory " + directory + " cannot be read: " + e, e);
        }
    }

    private void removeOlder(Path current) {
        try {
            for (Path file : files()) {
                if (!file.equals(current)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            log.warn("An old key in {} could not be deleted: {}", directory, e.toString());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }
}
