package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.ledger.CertificateLedger.RevokedEntry;
import dev.chancery.core.x509.Der;
import java.io.ByteArrayOutputStream;

/** A CRL that grows entry by entry, by rising serial, and is then signed. */
final class CrlDraft {
    private final Issuer issuer;
    private final CrlFrame frame;
    private final ByteArrayOutputStream revokedCertificates = new ByteArrayOutputStream();
    private int entries;

    CrlDraft(Issuer issuer, CrlFrame frame) {
        this.issuer = issuer;
        this.frame = frame;
    }

    void add(RevokedEntry entry) {
        revokedCertificates.writeBytes(CrlEncoder.entry(entry.serial(), entry.status()));
        entries++;
    }

    SignedCrl sign() {
        SigningKey key = issuer.signingKey();
        Der tbs = CrlEncoder.tbsCertList(issuer, frame, revokedCertificates.toByteArray());
        Der crl = CrlEncoder.certificateList(tbs, key.algorithm().identifier(), key.sign(tbs));
        return new SignedCrl(
                issuer.name(),
                frame.number(),
                frame.thisUpdate(),
                frame.nextUpdate(),
                frame.nextPublish(),
                entries,
                crl);
    }
}
