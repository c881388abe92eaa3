package dev.chancery.core.crl;

import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlEntryCursor;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Holds a CRL against the one that it replaces: later in every respect, and nothing forgotten (SECURITY.md rule 11). Both
 * are by rising serial, so that one walk over both finds what vanished.
 */
final class CrlComparison {
    private final CertificateLedger ledger;
    private final SignedCrl before;
    private final SignedCrl crl;
    private final CrlContent old;
    private final CrlEntryCursor former;
    private final Set<SerialNumber> unsettled = new LinkedHashSet<>();
    private boolean more;

    CrlComparison(CertificateLedger ledger, SignedCrl before, SignedCrl crl) {
        this.ledger = ledger;
        this.before = before;
        this.crl = crl;
        this.old = CrlContent.read(before.octets().buffer());
        this.former = old.entries();
        this.more = former.next();
    }

    /** @throws IllegalArgumentException naming what is wrong */
    void frame(CrlContent content) {
        demand(old.issuer().equals(content.issuer()), "the CRL that it replaces is of another issuer");
        demand(crl.number().compareTo(before.number()) > 0, "its number is not above " + before.number());
        demand(!content.thisUpdate().isBefore(old.thisUpdate()), "it is older than the one that it replaces");
    }

    /**
     * The next entry of the new one.
     *
     * @throws IllegalArgumentException when one is missing before it that may not
     */
    void entry(CrlEntryCursor entry) {
        while (more) {
            int order = former.compareSerial(entry);
            if (order > 0) {
                return;
            }
            if (order < 0) {
                vanished();
            }
            more = former.next();
        }
    }

    /**
     * The certificates that were on hold, are missing, and are revoked by now: released and revoked anew while the CRL was
     * made, or forgotten; {@link Unsettled} tells these apart.
     *
     * @throws IllegalArgumentException when one is missing at the end
     */
    Set<SerialNumber> end() {
        while (more) {
            vanished();
            more = former.next();
        }
        return unsettled;
    }

    private void vanished() {
        SerialNumber missing = new SerialNumber(former.serial());
        if (!mayVanish(missing, former.reason())) {
            unsettled.add(missing);
        }
    }

    /**
     * An entry may vanish when its certificate had ended before the last CRL, or was on hold and is released.
     *
     * @return false when it was on hold and is revoked or held by now, so that nobody can say from here whether it was
     *     released when the ledger was read
     */
    private boolean mayVanish(SerialNumber serial, int reason) {
        CertificateRecord record = ledger.find(crl.issuer(), serial)
                .orElseThrow(() -> new IllegalArgumentException("certificate " + serial + " is revoked in CRL "
                        + before.number() + " and unknown to the ledger; run \"chancery verify\" to see whether an old"
                        + " backup was restored"));
        boolean ended = record.certificate().validity().notAfter().isBefore(before.thisUpdate());
        boolean held = reason == RevocationReason.CERTIFICATE_HOLD.code();
        demand(
                ended || held,
                "certificate " + serial + ", revoked in CRL " + before.number() + " and valid until "
                        + record.certificate().validity().notAfter() + ", is missing from it");
        return ended || record.revocation().isEmpty();
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
