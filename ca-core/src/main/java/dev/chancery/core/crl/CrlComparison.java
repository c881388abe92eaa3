package dev.chancery.core.crl;

import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Holds a CRL against the one that it replaces: later in every respect, and nothing forgotten (SECURITY.md rule 11). */
final class CrlComparison {
    private final CertificateLedger ledger;

    CrlComparison(CertificateLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * The certificates that were on hold, are missing, and are revoked by now: released and revoked anew while the CRL was
     * made, or forgotten; {@link Unsettled} tells these apart.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    Set<SerialNumber> compare(CrlContent content, SignedCrl before, SignedCrl crl) {
        CrlContent old = CrlContent.read(before.octets().der());
        demand(old.issuer().equals(content.issuer()), "the CRL that it replaces is of another issuer");
        demand(crl.number().compareTo(before.number()) > 0, "its number is not above " + before.number());
        demand(!content.thisUpdate().isBefore(old.thisUpdate()), "it is older than the one that it replaces");
        List<BigInteger> listed = new ArrayList<>(crl.entries());
        content.forEach((serial, date, reason) -> listed.add(serial));
        Set<SerialNumber> unsettled = new LinkedHashSet<>();
        old.forEach((serial, date, reason) -> {
            if (Collections.binarySearch(listed, serial) < 0) {
                SerialNumber missing = new SerialNumber(serial);
                if (!mayVanish(missing, reason, before, crl.issuer())) {
                    unsettled.add(missing);
                }
            }
        });
        return unsettled;
    }

    /**
     * An entry may vanish when its certificate had ended before the last CRL, or was on hold and is released.
     *
     * @return false when it was on hold and is revoked or held by now, so that nobody can say from here whether it was
     *     released when the ledger was read
     */
    private boolean mayVanish(SerialNumber serial, OptionalInt reason, SignedCrl before, String issuer) {
        CertificateRecord record = ledger.find(issuer, serial)
                .orElseThrow(() -> new IllegalArgumentException("certificate " + serial + " is revoked in CRL "
                        + before.number() + " and unknown to the ledger; run \"chancery verify\" to see whether an old"
                        + " backup was restored"));
        boolean ended = record.certificate().validity().notAfter().isBefore(before.thisUpdate());
        boolean held = reason.isPresent() && reason.getAsInt() == RevocationReason.CERTIFICATE_HOLD.code();
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
