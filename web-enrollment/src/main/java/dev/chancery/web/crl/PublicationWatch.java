package dev.chancery.web.crl;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.ledger.CertificateRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Port: what the web shows of how publication fares out there. */
public interface PublicationWatch {
    /** The last look at a CA's addresses from outside; empty before the first. */
    Optional<SeenFromOutside> seen(String ca);

    /** Who has fetched a CA's CRL, or that of a partition, or asked its responder since the start, newest first. */
    List<CrlFetcher> fetchers(String ca);

    /** Whether that is remembered at all. */
    boolean remembersFetchers();

    /**
     * The first CRL that lists a revoked certificate, of those since the start; empty when none does yet.
     *
     * @param partition its own, for the CRLs of that; empty for full ones
     */
    Optional<CrlNumber> firstListing(CertificateRecord revoked, OptionalInt partition);

    /** The other places that get what is published, in the order of the settings. */
    List<PublicationTarget> targets();
}
