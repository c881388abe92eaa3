package dev.chancery.core.crl;

import dev.chancery.core.ledger.RevocationStatus;
import java.util.Optional;

/**
 * What became of a certificate: whether and how the next CRL lists it.
 *
 * @param status empty when it is not listed: released, or long expired
 */
record Fate(Optional<RevocationStatus> status) {
    static final Fate UNLISTED = new Fate(Optional.empty());

    static Fate listed(RevocationStatus status) {
        return new Fate(Optional.of(status));
    }
}
