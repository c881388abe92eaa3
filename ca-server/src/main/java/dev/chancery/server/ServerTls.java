package dev.chancery.server;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyLocation;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.keys.TlsKeyExposure;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectAltName;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's own TLS certificate, from its own CA, through the same door as everybody's (SECURITY.md rule 28). It is
 * replaced at two thirds of its life, when the machine's names change, and when it was revoked; connections go on.
 */
final class ServerTls {
    private static final Logger log = LoggerFactory.getLogger(ServerTls.class);
    static final String PROFILE = "server";

    private final KeyVault vault;
    private final OwnCertificates own;
    private final IssuerRegistry issuers;
    private final Enrollment enrollment;
    private final AccessPolicy access;
    private final HostNames names;
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
        this.own = new OwnCertificates(vault, ledger, clock, directory, PROFILE);
        this.issuers = issuers;
        this.enrollment = enrollment;
        this.access = access;
        this.names = names;
    }

    /**
     * Gets a certificate where there is no good one, and sets TLS up.
     *
     * @param crls returns when the first CRLs are out: no certificate leaves before them
     */
    SslContextFactory.Server open(Runnable crls) {
        KeyLocation.Pkcs12File location = own.good(this::namesEverything).orElseGet(() -> {
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
        if (own.good(this::namesEverything).isPresent()) {
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

    private boolean namesEverything(EncodedCertificate certificate) {
        return carried(certificate).containsAll(wanted());
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
        IssuanceOutcome outcome = enrollment.request(OwnCertificates.permit(access, PROFILE), request);
        CertificateRecord record = outcome.fold(
                IssuanceOutcome.Issued::certificate,
                refused -> {
                    throw new StartRefusedException("The server cannot get its own TLS certificate: "
                            + OwnCertificates.words(refused.objections()) + " The profile is " + PROFILE
                            + ".yaml in the data directory's profiles.");
                },
                waiting -> {
                    throw new StartRefusedException("The server cannot get its own TLS certificate: the profile "
                            + PROFILE + " asks for an officer's approval. Set approval: none in it.");
                });
        return store(key, record);
    }

    private KeyLocation.Pkcs12File store(SigningKey key, CertificateRecord record) {
        Issuer issuer = issuers.find(record.issuer()).orElseThrow();
        List<EncodedCertificate> above = new ArrayList<>();
        above.add(issuer.certificate());
        issuer.chain().stream().filter(higher -> !higher.selfIssued()).forEach(above::add);
        return own.store(key, record.certificate(), above);
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
}
