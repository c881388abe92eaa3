package dev.chancery.publisher.publish;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlReader;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One publication: sign, write, put in force. The one before stays in force until the new one is on disk. */
public final class CrlPublication {
    private static final Logger log = LoggerFactory.getLogger(CrlPublication.class);

    private final CrlIssuer crlIssuer;
    private final CrlTerms terms;
    private final CrlDirectory directory;
    private final PublishedCrls published;
    private final Clock clock;

    public CrlPublication(
            CrlIssuer crlIssuer, CrlTerms terms, CrlDirectory directory, PublishedCrls published, Clock clock) {
        this.crlIssuer = crlIssuer;
        this.terms = terms;
        this.directory = directory;
        this.published = published;
        this.clock = clock;
    }

    /** Serves the file of an earlier run at once, so that a start never leaves a gap. */
    public void resume(Issuer issuer) {
        Optional<CrlOctets> file = directory.current(issuer.name());
        if (file.isEmpty()) {
            return;
        }
        try {
            published.put(CrlReader.read(issuer.name(), issuer.certificate(), file.get()));
        } catch (IllegalArgumentException e) {
            Path aside = directory.setAside(issuer.name(), clock.millis());
            log.warn(
                    "The CRL file of {} is broken ({}); it was moved to {} and a new CRL follows",
                    issuer.name(),
                    e.getMessage(),
                    aside);
        }
    }

    public SignedCrl publish(Requester actor, Issuer issuer) {
        SignedCrl crl = crlIssuer.issue(actor, issuer, new CrlScope.Full(), terms, published.find(issuer.name()));
        directory.put(crl);
        published.put(crl);
        log.info(
                "Published CRL {} of {}: {} revoked, next publication {}, ends {}",
                crl.number(),
                issuer.name(),
                crl.entries(),
                crl.nextPublish(),
                crl.nextUpdate());
        return crl;
    }
}
