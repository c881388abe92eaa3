package dev.chancery.core.journal;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What has changed about a CA since it joined.
 *
 * @param addresses those of its new certificates; empty while they are the first ones
 * @param formerCrl every CDP address that a change replaced or kept, oldest first, the ones of today left out
 * @param keyAway whether its key was taken away from this server
 * @param partitions over how many its new certificates are spread; 0 for none
 */
public record AuthorityStanding(
        Optional<CertificateAddresses> addresses, List<URI> formerCrl, boolean keyAway, int partitions) {
    public AuthorityStanding {
        formerCrl = List.copyOf(formerCrl);
    }

    /** As it joined. */
    public static AuthorityStanding unchanged() {
        return new AuthorityStanding(Optional.empty(), List.of(), false, 0);
    }

    /** The former CDP addresses after {@code before} was replaced. */
    public AuthorityStanding with(CertificateAddresses before, CertificateAddresses after) {
        java.util.Set<URI> former = new java.util.LinkedHashSet<>(formerCrl);
        former.addAll(before.crl());
        after.crl().forEach(former::remove);
        return new AuthorityStanding(Optional.of(after), List.copyOf(former), keyAway, partitions);
    }

    public AuthorityStanding withKeyAway(boolean away) {
        return new AuthorityStanding(addresses, formerCrl, away, partitions);
    }

    public AuthorityStanding withPartitions(int count) {
        return new AuthorityStanding(addresses, formerCrl, keyAway, count);
    }
}
