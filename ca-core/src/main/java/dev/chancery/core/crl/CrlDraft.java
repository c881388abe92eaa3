package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.ledger.CertificateLedger.RevokedEntry;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.Der;
import java.io.ByteArrayOutputStream;

/** A CRL that grows entry by entry, by rising serial, and is then signed. */
final class CrlDraft {
    private final Issuer issuer;
    private final CrlFrame frame;
    private final ByteArrayOutputStream revokedCertificates = new ByteArrayOutputStream();
    private final EntryDigest entries = new EntryDigest();

    CrlDraft(Issuer issuer, CrlFrame frame) {
        this.issuer = issuer;
        this.frame = frame;
    }

    /** Signed, and not yet judged: its only way out is {@link CrlInspection}. */
    record Unjudged(SignedCrl crl, Der entryDigest) {}

    /** @throws CrlFaultException when the ledger gives entries out of order */
    void add(RevokedEntry entry) {
        RevocationStatus status = entry.status();
        try {
            entries.add(
                    entry.serial().value(), status.revokedAt(), status.reason().code());
        } catch (IllegalArgumentException e) {
            throw new CrlFaultException(
                    "The ledger of \"" + issuer.name() + "\" is out of order: " + e.getMessage(), e);
        }
        revokedCertificates.writeBytes(CrlEncoder.entry(entry.serial(), status));
    }

    Unjudged sign() {
        SigningKey key = issuer.signingKey();
        Der tbs = CrlEncoder.tbsCertList(issuer, frame, revokedCertificates.toByteArray());
        Der crl = CrlEncoder.certificateList(tbs, key.algorithm().identifier(), key.sign(tbs));
        return new Unjudged(
                new SignedCrl(
                        issuer.name(),
                        frame.number(),
                        frame.signedAt(),
                        frame.thisUpdate(),
                        frame.nextUpdate(),
                        frame.nextPublish(),
                        entries.count(),
                        CrlOctets.of(crl)),
                entries.value());
    }
}
