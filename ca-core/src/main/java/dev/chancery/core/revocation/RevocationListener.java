package dev.chancery.core.revocation;

import dev.chancery.core.ledger.CertificateRecord;

/** Told after a revocation or release is durable. */
public interface RevocationListener {
    /** @param certificate whose status it was */
    void statusChanged(CertificateRecord certificate);
}
