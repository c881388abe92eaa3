package dev.chancery.server;

import dev.chancery.core.access.AccessDecision;
import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyLocation;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.keys.TlsKeyExposure;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.core.x509.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's own TLS certificate, from its own CA, through the same door as everybody's (SECURITY.md rule 28). It is
 * replaced at two thirds of its life, when the machine's names change, and when it was revoked; connections go on.
 */
final class ServerTls {
    private static final Logger log = LoggerFactory.getLogger(ServerTls.class);
    private static final String PROFILE = "server";

    private final KeyVault vault;
    private final Path directory;
    private final IssuerRegistry issuers;
    private final CertificateLedger ledger;
    private final Enrollment enrollment;
    private final AccessPolicy access;
    private final HostNames names;
    private final Clock clock;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();

    ServerTls(
            KeyVault vault,
            Path directory,
            IssuerRegistry issuers,
            CertificateLedger ledger,
            Enrollment enrollment,
            AccessPolicy access,
            HostNames names,
            Clock clock) {
        this.vault = vault;
        this.directory = directory;
        this.issuers = issuers;
        this.ledger = ledger;
        this.enrollment = enrollment;
        this.access = access;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Gets a certificate where there is no good one, and sets TLS up.
     *
     * @param crls returns when the first CRLs are out: no certificate leaves before them
     */
    SslContextFactory.Server open(Runnable crls) {
        KeyLocation.Pkcs12File location = latest().filter(this::good).orElseGet(() -> {
            crls.run();
            return issue();
        });
        configure(factory, location);
        // A client may show a certificate of ours to sign in; nobody has to.
        factory.setTrustStore(trustStore());
        factory.setWantClientAuth(true);
        factory.setEndpointIdentificationAlgorithm(null);
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setSniRequired(false);
        return factory;
    }

    /** Called now and then: swaps the certificate when its time has come. */
    void renewIfDue() {
        if (latest().filter(this::good).isPresent()) {
            return;
        }
        KeyLocation.Pkcs12File location = issue();
        try {
            factory.reload(reloaded -> configure(reloaded, location));
            log.info("The server's TLS certificate was renewed");
        } catch (Exception e) {
            throw new IllegalStateException("the renewed TLS certificate could not be put to use", e);
        }
    }

    private void configure(SslContextFactory target, KeyLocation location) {
        target.setKeyStore(vault.openForTls(location, TlsKeyExposure.keyLeavesTheVaultForTheTlsStack()));
        target.setKeyStorePassword("");
        target.setKeyManagerPassword("");
    }

    private Optional<KeyLocation.Pkcs12File> latest() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".p12"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(KeyLocation.Pkcs12File::new);
        } catch (IOException e) {
            throw new StartRefusedException("The directory " + directory + " cannot be read: " + e, e);
        }
    }

    private boolean good(KeyLocation.Pkcs12File location) {
        try {
            EncodedCertificate certificate = vault.chain(location).get(0);
            Validity validity = certificate.validity();
            Duration life = Duration.between(validity.notBefore(), validity.notAfter());
            Instant renewal = validity.notBefore().plus(life.multipliedBy(2).dividedBy(3));
            boolean accepted = ledger.find(certificate.serial())
                    .map(record -> record.status(clock.instant()) == CertificateRecord.Status.VALID)
                    .orElse(false);
            return accepted
                    && clock.instant().isBefore(renewal)
                    && carried(certificate).containsAll(wanted());
        } catch (KeyUnavailableException e) {
            log.warn("The server's TLS key cannot be used and is replaced: {}", e.getMessage());
            return false;
        }
    }

    private static Set<String> carried(EncodedCertificate certificate) {
        Set<String> carried = new HashSet<>();
        certificate.subjectAltNames().stream().map(SubjectAltName::text).forEach(carried::add);
        return carried;
    }

    private Set<String> wanted() {
        Set<String> wanted = new HashSet<>(names.dns());
        wanted.addAll(names.ip());
        return wanted;
    }

    private KeyLocation.Pkcs12File issue() {
        SigningKey key = vault.generate(KeyAlgorithm.EC_P256);
        EnrollmentRequest request = new EnrollmentRequest(
                PROFILE,
                OwnRequest.pkcs10(key, names.dns().get(0)),
                new Wishes(Optional.of(requestedNames()), Optional.empty(), Optional.empty()),
                Optional.empty());
        AccessDecision decision = access.decide(
                Requester.system(), Permission.REQUEST_CERTIFICATE, AccessPolicy.AccessObject.named(PROFILE));
        Permit permit = decision.fold(allowed -> allowed, reason -> {
            throw new IllegalStateException("the server may not request its own certificate: " + reason);
        });
        IssuanceOutcome outcome = enrollment.request(permit, request);
        CertificateRecord record = outcome.fold(
                IssuanceOutcome.Issued::certificate,
                refused -> {
                    throw new StartRefusedException(
                            "The server cannot get its own TLS certificate: " + words(refused.objections())
                                    + " The profile is " + PROFILE + ".yaml in the data directory's profiles.");
                },
                waiting -> {
                    throw new StartRefusedException("The server cannot get its own TLS certificate: the profile "
                            + PROFILE + " asks for an officer's approval. Set approval: none in it.");
                });
        return store(key, record);
    }

    private KeyLocation.Pkcs12File store(SigningKey key, CertificateRecord record) {
        Issuer issuer = issuers.find(record.issuer()).orElseThrow();
        List<EncodedCertificate> chain = new ArrayList<>();
        chain.add(record.certificate());
        chain.add(issuer.certificate());
        issuer.chain().stream().filter(above -> !above.selfIssued()).forEach(chain::add);
        KeyLocation.Pkcs12File location = new KeyLocation.Pkcs12File(
                directory.resolve("server-" + record.serial().hex() + ".p12"));
        vault.store(key, chain, location);
        removeOlder(location.file());
        return location;
    }

    private void removeOlder(Path current) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(other -> !other.equals(current)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            log.warn("An old TLS key in {} could not be deleted: {}", directory, e.toString());
        }
    }

    private List<RequestedName> requestedNames() {
        List<RequestedName> wishes = new ArrayList<>();
        names.dns().forEach(name -> wishes.add(RequestedName.dns(name, "dns[" + wishes.size() + "]")));
        names.ip().forEach(name -> wishes.add(RequestedName.ip(name, "ip[" + wishes.size() + "]")));
        return wishes;
    }

    private KeyStore trustStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Issuer issuer : issuers.all()) {
                store.setCertificateEntry(issuer.name(), issuer.certificate().toJca());
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime cannot hold a trust store in memory", e);
        }
    }

    private static String words(List<Objection> objections) {
        return String.join(" ", objections.stream().map(Objection::message).toList());
    }
}
