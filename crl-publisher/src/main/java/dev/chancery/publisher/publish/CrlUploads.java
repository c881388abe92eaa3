package dev.chancery.publisher.publish;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.CrlAcceptance;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.crl.UploadOutcome;
import dev.chancery.core.x509.Der;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** CRLs that were signed elsewhere: judged, recorded, and then published like our own. */
public final class CrlUploads {
    private static final Logger log = LoggerFactory.getLogger(CrlUploads.class);

    private final CrlAcceptance acceptance;
    private final CrlDirectory directory;
    private final PublishedCrls published;

    public CrlUploads(CrlAcceptance acceptance, CrlDirectory directory, PublishedCrls published) {
        this.acceptance = acceptance;
        this.directory = directory;
        this.published = published;
    }

    /** Served when it returns and was accepted; one at a time, so that none overtakes another. */
    public synchronized UploadOutcome upload(Requester actor, Issuer issuer, Der octets) {
        UploadOutcome outcome = acceptance.accept(actor, issuer, octets, published.find(issuer.name()));
        return outcome.fold(
                accepted -> {
                    SignedCrl crl = accepted.crl();
                    directory.put(crl);
                    published.put(crl);
                    log.info(
                            "Published CRL {} of {}, signed elsewhere and uploaded by {}: {} revoked, ends {}",
                            crl.number(),
                            issuer.name(),
                            actor.name(),
                            crl.entries(),
                            crl.nextUpdate());
                    return accepted;
                },
                refused -> refused);
    }
}
