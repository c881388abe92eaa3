package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.x509.SerialNumber;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs and writes a CRL, has it judged, and throws away what does not pass. */
final class CrlMaker {
    private static final Logger log = LoggerFactory.getLogger(CrlMaker.class);

    private final CrlSpool spool;
    private final CrlInspection inspection;

    CrlMaker(CrlSpool spool, CrlInspection inspection) {
        this.spool = spool;
        this.inspection = inspection;
    }

    /** A step that writes to disk. */
    @FunctionalInterface
    interface Writing<T> {
        T write() throws IOException;
    }

    CrlDraft.Unjudged draft(Issuer issuer, CrlFrame frame, ListedEntries entries) {
        return written(issuer, frame, () -> new CrlDraft(spool).sign(issuer, frame, entries));
    }

    /** @throws CrlFaultException when the disk refuses */
    <T> T written(Issuer issuer, CrlFrame frame, Writing<T> writing) {
        try {
            return writing.write();
        } catch (IOException e) {
            throw new CrlFaultException(
                    "CRL " + frame.number() + " of \"" + frame.scope().publication(issuer.name())
                            + "\" could not be written: " + e.getMessage() + ". The CRL before it stays in force.",
                    e);
        }
    }

    /**
     * Whether the CRL can stand; it is on disk then.
     *
     * @param settled has the last word on certificates that may be missing
     * @throws CrlFaultException naming what is wrong
     */
    boolean judge(
            CrlDraft.Unjudged unjudged,
            Issuer issuer,
            Optional<SignedCrl> predecessor,
            Predicate<Set<SerialNumber>> settled) {
        boolean good = false;
        try {
            boolean stands = settled.test(inspection.inspect(unjudged, issuer, predecessor));
            if (stands) {
                flushed(unjudged);
            }
            good = stands;
            return good;
        } finally {
            if (!good) {
                discard(unjudged.crl());
            }
        }
    }

    private static void flushed(CrlDraft.Unjudged unjudged) {
        try {
            unjudged.flushed().join();
        } catch (CompletionException e) {
            throw CrlFaultException.thrownAway(
                    unjudged.crl(),
                    new IllegalArgumentException("it could not be written to disk: " + e.getCause(), e));
        }
    }

    private static void discard(SignedCrl crl) {
        try {
            crl.octets().discard();
        } catch (IOException e) {
            log.warn("CRL {} of {}, which was thrown away, cannot be deleted", crl.number(), crl.publication(), e);
        }
    }
}
