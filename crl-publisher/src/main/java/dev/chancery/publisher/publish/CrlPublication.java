package dev.chancery.publisher.publish;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlReader;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One publication: sign, write, put in force. The one before stays in force until the new one is on disk. */
public final class CrlPublication {
    private static final Logger log = LoggerFactory.getLogger(CrlPublication.class);

    private final CrlIssuer crlIssuer;
    private final CrlDirectory directory;
    private final PublishedCrls published;
    private final Clock clock;

    public CrlPublication(CrlIssuer crlIssuer, CrlDirectory directory, PublishedCrls published, Clock clock) {
        this.crlIssuer = crlIssuer;
        this.directory = directory;
        this.published = published;
        this.clock = clock;
    }

    /** Before anything is published. */
    public void tidy() {
        directory.tidy();
    }

    /**
     * Serves the files of an earlier run at once, so that a start never leaves a gap.
     *
     * @return whether nobody has to wait for a new CRL: the full one is good now, and the journal vouches for it, so that
     *     the next one is made from it
     */
    public boolean resume(Issuer issuer, boolean deltas) {
        Optional<SignedCrl> full = resume(issuer, issuer.name());
        if (deltas) {
            var unused = resume(issuer, CrlScope.Delta.publicationOf(issuer.name()));
        }
        return full.filter(crl -> crlIssuer.adopt(issuer, crl))
                .filter(crl -> crl.nextUpdate().isAfter(clock.instant()))
                .isPresent();
    }

    /** Whether the whole ledger lists what the CRL in force lists; throws what {@link CrlIssuer#confirm} throws. */
    public boolean confirm(Issuer issuer, BooleanSupplier abandoned) throws IOException {
        return crlIssuer.confirm(issuer, abandoned);
    }

    Optional<SignedCrl> resume(Issuer issuer, String publication) {
        Optional<CrlOctets> file = directory.current(publication);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            SignedCrl crl = CrlReader.read(issuer.name(), issuer.certificate(), file.get());
            if (!crl.publication().equals(publication)) {
                throw new IllegalArgumentException("it is the CRL " + crl.publication());
            }
            published.put(crl);
            return Optional.of(crl);
        } catch (IllegalArgumentException e) {
            Path aside = directory.setAside(publication, clock.millis());
            log.warn(
                    "The CRL file of {} is broken ({}); it was moved to {} and a new CRL follows",
                    publication,
                    e.getMessage(),
                    aside);
            return Optional.empty();
        }
    }

    /**
     * A full CRL, and with it the delta CRL of the same number, for whoever still has the full one before.
     *
     * @param deltas the times of delta CRLs; empty when this CA has none
     */
    public SignedCrl publish(Requester actor, Issuer issuer, CrlTerms terms, Optional<CrlTerms> deltas) {
        Optional<SignedCrl> before = published.find(issuer.name());
        CrlScope.Full scope = new CrlScope.Full(deltas.map(unused -> deltaAddress(issuer)));
        SignedCrl full = put(crlIssuer.issue(actor, issuer, scope, terms, before));
        if (deltas.isPresent() && before.isPresent()) {
            put(crlIssuer.issueDelta(actor, issuer, deltas.get(), full, before.get()));
        }
        return full;
    }

    /** A delta CRL to the full one in force. */
    public SignedCrl publishDelta(Requester actor, Issuer issuer, CrlTerms terms) {
        SignedCrl base = published
                .find(issuer.name())
                .orElseThrow(() -> new IllegalStateException("a delta CRL needs a full one"));
        Optional<SignedCrl> before = published.find(CrlScope.Delta.publicationOf(issuer.name()));
        return put(crlIssuer.issueDelta(actor, issuer, terms, base, before));
    }

    /** Beside the full CRL: {@code /crl/issuing-delta.crl} (CONTRACT.md). */
    private static URI deltaAddress(Issuer issuer) {
        String full = issuer.addresses().crl().get(0).toString();
        return URI.create(
                full.substring(0, full.lastIndexOf('/') + 1) + CrlScope.Delta.publicationOf(issuer.name()) + ".crl");
    }

    SignedCrl put(SignedCrl crl) {
        directory.put(crl);
        published.put(crl);
        log.info(
                "Published CRL {} of {}: {} revoked, next publication {}, ends {}",
                crl.number(),
                crl.publication(),
                crl.entries(),
                crl.nextPublish(),
                crl.nextUpdate());
        return crl;
    }
}
