package dev.chancery.web.crl;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.crl.UploadOutcome;
import dev.chancery.core.x509.Der;
import java.util.Optional;
import java.util.OptionalInt;

/** Port: what the web needs of whoever publishes CRLs. */
public interface CrlPublication extends CrlHistory {
    /**
     * Signs and publishes a full CRL at once; returns when it can be fetched.
     *
     * @param actor who asked, and was permitted to
     * @param ca short name; empty is returned when there is none of that name
     * @throws dev.chancery.core.authority.AuthorityOfflineException when its key is elsewhere
     * @throws dev.chancery.core.crl.CrlFaultException when the new CRL fails a check; its predecessor stays in force
     */
    Optional<SignedCrl> publishNow(Requester actor, String ca);

    /**
     * Takes in the CRL of an offline CA, signed where its key is; published when it was accepted.
     *
     * @param actor who brought it, and was permitted to
     * @param ca short name; empty is returned when there is none of that name
     */
    Optional<UploadOutcome> upload(Requester actor, String ca, Der crl);

    /** Whether that CA's key is elsewhere, so that its CRLs are uploaded. */
    boolean signedElsewhere(String ca);

    /** When that CA's CRLs come; empty for an offline or unknown one. */
    Optional<CrlTimes> times(String ca);

    /** What is to be done about the CRL of an offline CA before it ends; empty while nothing is. */
    Optional<String> due(String ca);

    /** What is to be done about the OCSP responder of an offline CA before its certificate ends; empty while nothing is. */
    Optional<String> responderDue(String ca);

    /**
     * The CRL that validating servers get at this moment, if there is one.
     *
     * @param publication a CA's short name for its full CRL, {@code issuing-delta} for a delta CRL, {@code issuing-3} for that of a partition
     */
    Optional<SignedCrl> current(String publication);

    /** The same of a CA, or of one of its partitions. */
    default Optional<SignedCrl> current(String ca, OptionalInt partition) {
        return current(partition.isPresent() ? CrlPartition.publication(ca, partition.getAsInt()) : ca);
    }

    /** Why the last publication of that CA failed; empty when it did not. */
    Optional<String> lastFailure(String ca);
}
