package dev.chancery.web.crl;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import java.util.Optional;

/** Port: the CRLs that were published earlier. */
public interface CrlHistory {
    /** @param publication a CA's short name for a full CRL, followed by {@code -delta} for a delta CRL and by
     *     {@code -3} for that of a partition */
    Optional<CrlOctets> archived(String publication, CrlNumber number);

    /** The number of the one that was published before it under the same name. */
    Optional<CrlNumber> before(String publication, CrlNumber number);
}
