package dev.chancery.server;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.keys.KeyLocation.Pkcs12File;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Validity;
import dev.chancery.publisher.ocsp.OcspResponder;
import dev.chancery.publisher.schedule.Countdown;
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
    private static final Logger log = LoggerFactory.getLogger(Responders.class);

    /** A certificate is renewed with a third of its life left; when half of that has passed, somebody must know. */
    private static final int LAST_PART = 6;

    private final ResponderCertificates certificates;
    private final IssuerRegistry issuers;
    private final OcspResponder responder;
    private final Clock clock;
    private final Map<String, EncodedCertificate> inUse = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final Countdown countdown = new Countdown();

    Responders(ResponderCertificates certificates, IssuerRegistry issuers, OcspResponder responder, Clock clock) {
        this.certificates = certificates;
        this.issuers = issuers;
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
                OwnCertificates own = certificates.kept(issuer);
                Optional<Pkcs12File> kept = issuer.offline()
                        ? own.valid()
                        : own.good(certificate -> certificates.isOrdinary(certificate, issuer));
                if (kept.isPresent()) {
                    KeyVault vault = certificates.vault();
                    use(issuer, vault.open(kept.get()), vault.chain(kept.get()).get(0));
                } else if (!issuer.offline()) {
                    crls.run();
                    renew(issuer);
                }
            });
        }
    }

    /** Called now and then: replaces certificates whose time has come, or says that somebody has to. Never throws. */
    void renewIfDue() {
        look();
        for (Issuer issuer : online()) {
            attempt(issuer, () -> {
                OwnCertificates own = certificates.kept(issuer);
                EncodedCertificate current = inUse.get(issuer.name());
                if (current == null || !own.stillGood(current)) {
                    renew(issuer);
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

    /** What is to be done about the responders of offline CAs; empty while each lasts for more than 30 days. */
    List<String> remarks() {
        return offline().stream()
                .flatMap(issuer -> remark(issuer.name()).stream())
                .toList();
    }

    /** About one CA; empty when it is not offline, or when there is nothing to be done yet. */
    Optional<String> remark(String ca) {
        return issuers.find(ca)
                .filter(Issuer::offline)
                .filter(issuer -> Countdown.due(end(issuer), clock.instant()) > 0)
                .map(this::words);
    }

    /** Says in the log what has become due since the last look, and returns it. */
    List<String> look() {
        List<String> warnings = new ArrayList<>();
        for (Issuer issuer : offline()) {
            if (countdown.isNews(issuer.name(), end(issuer), clock.instant())) {
                String warning = words(issuer);
                log.warn("{}", warning);
                warnings.add(warning);
            }
        }
        return warnings;
    }

    private Optional<Instant> end(Issuer issuer) {
        return Optional.ofNullable(inUse.get(issuer.name()))
                .map(certificate -> certificate.validity().notAfter());
    }

    private String words(Issuer issuer) {
        String ca = issuer.name();
        String todo =
                " Bring the key of " + ca + " to the stopped server: ./chancery ca sign " + ca + " --key-from FILE";
        Optional<Instant> end = end(issuer);
        if (end.isEmpty()) {
            return "The OCSP responder of the offline CA " + ca
                    + " has no certificate, so that only its CRL tells what it has revoked." + todo;
        }
        if (!clock.instant().isBefore(end.get())) {
            return "The certificate of the OCSP responder of the offline CA " + ca + " ended at " + end.get()
                    + ", so that only its CRL tells what it has revoked." + todo;
        }
        return "The certificate of the OCSP responder of the offline CA " + ca + " ends in "
                + Countdown.left(end.get(), clock.instant()) + ", at " + end.get() + "." + todo;
    }

    private List<Issuer> offline() {
        return issuers.all().stream().filter(Issuer::offline).toList();
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

    private void renew(Issuer issuer) {
        ResponderCertificates.Made made = certificates.renew(issuer);
        use(issuer, made.key(), made.certificate());
    }

    private void use(Issuer issuer, SigningKey key, EncodedCertificate certificate) {
        responder.serve(issuer.name(), issuer.certificate(), key, certificate);
        inUse.put(issuer.name(), certificate);
    }
}
