package dev.chancery.publisher.publish;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import java.util.Optional;

/** The CRLs of a CA's partitions, beside its full one. */
public final class PartitionPublication {
    private final CrlIssuer crlIssuer;
    private final CrlPublication publication;
    private final PublishedCrls published;

    public PartitionPublication(CrlIssuer crlIssuer, CrlPublication publication, PublishedCrls published) {
        this.crlIssuer = crlIssuer;
        this.publication = publication;
        this.published = published;
    }

    /** Serves the file of an earlier run at once. */
    public void resume(Issuer issuer, int number) {
        publication.resume(issuer, CrlPartition.publication(issuer.name(), number));
    }

    /** The one in force. */
    public Optional<SignedCrl> find(Issuer issuer, int number) {
        return published.find(CrlPartition.publication(issuer.name(), number));
    }

    /** Whether it names every address that certificates of the partition carry by now. */
    public static boolean namesItsAddresses(SignedCrl crl, Issuer issuer, int number) {
        return crl.scope().equals(scope(issuer, number));
    }

    /** A new one. */
    public SignedCrl publish(Requester actor, Issuer issuer, int number, CrlTerms terms) {
        return publication.put(crlIssuer.issue(actor, issuer, scope(issuer, number), terms, find(issuer, number)));
    }

    private static CrlScope.Partition scope(Issuer issuer, int number) {
        return new CrlScope.Partition(number, issuer.partitionAddresses(number));
    }
}
