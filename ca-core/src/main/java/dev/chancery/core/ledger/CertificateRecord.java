package dev.chancery.core.ledger;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate and its fate.
 *
 * @param issuer the CA's short name
 * @param issuedAt when it was recorded
 * @param journalSequence the record that issued it
 */
public record CertificateRecord(
        String issuer,
        EncodedCertificate certificate,
        String profile,
        String requester,
        Instant issuedAt,
        long journalSequence,
        Optional<RevocationStatus> revocation) {
    public SerialNumber serial() {
        return certificate.serial();
    }

    public Status status(Instant now) {
        if (revocation.isPresent()) {
            return revocation.get().onHold() ? Status.HELD : Status.REVOKED;
        }
        return now.isAfter(certificate.validity().notAfter()) ? Status.EXPIRED : Status.VALID;
    }

    /** As the API spells it, in lower case. */
    public enum Status {
        VALID,
        HELD,
        REVOKED,
        EXPIRED
    }
}
