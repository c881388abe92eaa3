package dev.chancery.core.ceremony;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import java.util.List;

/**
 * Spreads the new certificates of a CA over partitions, each with a CRL of its own. There can be more of them later and
 * never fewer: a certificate that is out names the CRL of its partition until it ends.
 */
public final class Partitioning {
    private final IssuerRegistry issuers;
    private final PublishedNames names;
    private final Journal journal;

    public Partitioning(IssuerRegistry issuers, Authorities authorities, Journal journal) {
        this.issuers = issuers;
        this.names = new PublishedNames(authorities);
        this.journal = journal;
    }

    /**
     * Durable when it returns. The CRL of a new partition has to be published before a certificate names it, so call this
     * before the first publication after a start. As many as there are already leave no record.
     *
     * @param permit for MANAGE_AUTHORITIES
     * @throws CeremonyFaultException when it cannot be, with the reason
     */
    public synchronized void partition(Permit permit, String ca, int wanted) {
        permit.require(Permission.MANAGE_AUTHORITIES);
        Issuer issuer = issuers.find(ca)
                .orElseThrow(() -> new CeremonyFaultException("There is no CA \"" + ca
                        + "\" here to partition; there are "
                        + String.join(
                                ", ", issuers.all().stream().map(Issuer::name).toList()) + "."));
        if (wanted == issuer.partitions()) {
            return;
        }
        require(issuer, wanted);
        JournalEvent event = new JournalEvent.AuthorityPartitioned(ca, issuer.partitions(), wanted);
        issuers.replace(journal.record(permit.requester(), List.of(event))
                .fold(recorded -> issuer.partitionedInto(wanted), conflict -> {
                    throw new CeremonyFaultException(
                            "The CA \"" + ca + "\" was not partitioned: " + conflict.detail() + ".");
                }));
    }

    private void require(Issuer issuer, int wanted) {
        String ca = issuer.name();
        if (wanted < issuer.partitions()) {
            throw new CeremonyFaultException("The CA \"" + ca + "\" cannot have " + wanted + " partitions: it has "
                    + issuer.partitions() + ", and certificates name their lists. Their number can only grow.");
        }
        if (wanted > CrlPartition.MOST) {
            throw new CeremonyFaultException("The CA \"" + ca + "\" cannot have " + wanted + " partitions: "
                    + CrlPartition.MOST + " are the most, since each is signed and written at every publication.");
        }
        if (issuer.offline()) {
            throw new CeremonyFaultException("The CA \"" + ca + "\" is offline: its key is not on this server, so the"
                    + " lists of partitions could not be signed. An offline CA has one list, which is uploaded.");
        }
        names.inTheWay(ca, wanted).ifPresent(other -> {
            throw new CeremonyFaultException("The CA \"" + ca + "\" cannot have " + wanted + " partitions: one of them"
                    + " would publish at /crl/" + other + ".crl, the address of the CA \"" + other + "\".");
        });
    }
}
