package dev.chancery.server;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.IssuanceRequest;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyLocation.Pkcs12File;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Validity;
import dev.chancery.publisher.ocsp.OcspResponder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys and certificates with which OCSP answers are signed, one for each CA, through the one signing path. The
 * responder gets them, and never a CA's key.
 */
final class Responders {
    static final String PROFILE = "ocsp-responder";

    /** No CA's own key file has a dot in its name. */
    private static final String INFIX = ".ocsp";

    private static final Logger log = LoggerFactory.getLogger(Responders.class);
    private static final KeyAlgorithm KEY = KeyAlgorithm.EC_P256;

    /** A certificate is renewed with a third of its life left; when half of that has passed, somebody must know. */
    private static final int LAST_PART = 6;

    private final KeyVault vault;
    private final Path directory;
    private final IssuerRegistry issuers;
    private final Issuance issuance;
    private final ProfileCatalog profiles;
    private final CertificateRequestReader reader;
    private final CertificateLedger ledger;
    private final AccessPolicy access;
    private final OcspResponder responder;
    private final Clock clock;
    private final Map<String, EncodedCertificate> inUse = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    Responders(
            KeyVault vault,
            Path directory,
            IssuerRegistry issuers,
            Issuance issuance,
            ProfileCatalog profiles,
            CertificateRequestReader reader,
            CertificateLedger ledger,
            AccessPolicy access,
            OcspResponder responder,
            Clock clock) {
        this.vault = vault;
        this.directory = directory;
        this.issuers = issuers;
        this.issuance = issuance;
        this.profiles = profiles;
        this.reader = reader;
        this.ledger = ledger;
        this.access = access;
        this.responder = responder;
        this.clock = clock;
    }

    /**
     * Opens what there is, and gets what is missing. A CA without a responder is no reason not to start: its CRL says the
     * same. Readiness tells.
     *
     * @param crls returns when the first CRLs are out: no certificate is made before them
     */
    void open(Runnable crls) {
        for (Issuer issuer : issuers.all()) {
            responder.serveLater(issuer.name(), issuer.certificate());
            attempt(issuer, () -> {
                OwnCertificates own = own(issuer);
                Optional<Pkcs12File> kept = own.good(certificate -> true);
                if (kept.isPresent()) {
                    use(issuer, vault.open(kept.get()), vault.chain(kept.get()).get(0));
                } else if (!issuer.offline()) {
                    crls.run();
                    renew(issuer, own);
                }
            });
        }
    }

    /** Called now and then: replaces certificates whose time has come. Never throws. */
    void renewIfDue() {
        for (Issuer issuer : online()) {
            attempt(issuer, () -> {
                OwnCertificates own = own(issuer);
                EncodedCertificate current = inUse.get(issuer.name());
                if (current == null || !own.stillGood(current)) {
                    renew(issuer, own);
                    log.info("The OCSP responder of {} has a new key and certificate", issuer.name());
                }
            });
        }
    }

    /** Why OCSP does not, or soon will not, answer for some CA; in words. Looks at memory only. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        Instant now = clock.instant();
        for (Issuer issuer : online()) {
            EncodedCertificate certificate = inUse.get(issuer.name());
            String why = Optional.ofNullable(failures.get(issuer.name()))
                    .map(text -> " " + text)
                    .orElse("");
            if (certificate == null) {
                reasons.add("The OCSP responder of " + issuer.name() + " has no certificate." + why);
            } else if (!now.isBefore(lastPart(certificate.validity()))) {
                reasons.add("The certificate of the OCSP responder of " + issuer.name() + " ends at "
                        + certificate.validity().notAfter() + " and was not renewed." + why);
            }
        }
        return reasons;
    }

    /** An offline CA can sign no responder's certificate; the one that it had is used until it ends. */
    private List<Issuer> online() {
        return issuers.all().stream().filter(issuer -> !issuer.offline()).toList();
    }

    private static Instant lastPart(Validity validity) {
        Duration life = Duration.between(validity.notBefore(), validity.notAfter());
        return validity.notAfter().minus(life.dividedBy(LAST_PART));
    }

    private void attempt(Issuer issuer, Runnable work) {
        try {
            work.run();
            failures.remove(issuer.name());
        } catch (RuntimeException e) {
            failures.put(issuer.name(), String.valueOf(e.getMessage()));
            log.error(
                    "The OCSP responder of {} got no certificate; it is tried again in 10 minutes: {}",
                    issuer.name(),
                    e.getMessage(),
                    e);
        }
    }

    private OwnCertificates own(Issuer issuer) {
        return new OwnCertificates(vault, ledger, clock, directory, issuer.name() + INFIX);
    }

    /** Whether this is the file of a responder's key. */
    static boolean isTheirs(Path file) {
        return file.getFileName().toString().contains(INFIX + "-");
    }

    private void renew(Issuer issuer, OwnCertificates own) {
        SigningKey key = vault.generate(KEY);
        EncodedCertificate certificate = issue(issuer, key);
        own.store(key, certificate, List.of(issuer.certificate()));
        use(issuer, key, certificate);
    }

    private void use(Issuer issuer, SigningKey key, EncodedCertificate certificate) {
        responder.serve(issuer.name(), issuer.certificate(), key, certificate);
        inUse.put(issuer.name(), certificate);
    }

    private EncodedCertificate issue(Issuer issuer, SigningKey key) {
        CertificateProfile profile = profiles.find(PROFILE)
                .orElseThrow(() -> new IllegalStateException("The profile " + PROFILE + " is missing. Put the shipped "
                        + PROFILE + ".yaml back into the data directory's profiles."))
                .issuedBy(issuer.name());
        if (profile.approval() != Approval.NONE) {
            throw new IllegalStateException("The profile " + PROFILE + " asks for an officer's approval, whom the"
                    + " server cannot wait for. Set approval: none in it.");
        }
        return issuance.issue(
                        OwnCertificates.permit(access, PROFILE),
                        new IssuanceRequest(
                                grant(profile, issuer, key),
                                Requester.system().name(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()))
                .fold(
                        issued -> issued.certificate().certificate(),
                        refused -> {
                            throw new IllegalStateException(OwnCertificates.words(refused.objections()));
                        },
                        waiting -> {
                            throw new IllegalStateException("it waits for approval");
                        });
    }

    private Grant grant(CertificateProfile profile, Issuer issuer, SigningKey key) {
        CertificateRequest request = reader.read(
                        OwnRequest.pkcs10(key, "OCSP responder").octets())
                .fold(read -> read, rejected -> {
                    throw new IllegalStateException(OwnCertificates.words(rejected.objections()));
                });
        return profile.grant(request, Wishes.none(), issuer.certificate().validity(), clock.instant())
                .fold(granted -> granted, objections -> {
                    throw new IllegalStateException(
                            "The profile " + PROFILE + " does not fit: " + OwnCertificates.words(objections));
                });
    }
}
