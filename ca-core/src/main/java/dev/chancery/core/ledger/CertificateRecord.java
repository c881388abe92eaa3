package dev.chancery.core.ledger;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A certificate and its fate.
 *
 * @param issuer the CA's short name
 * @param issuedAt when it was recorded
 * @param journalSequence the record that issued it
 * @param partition the part of the CA's certificates to which it belongs, whose CRL it names; empty for the full CRL
 * @param profileVersion the number of the profile's version by which it was made; empty for what no file describes, and
 *     for certificates from before profiles had versions
 */
public record CertificateRecord(
        String issuer,
        EncodedCertificate certificate,
        String profile,
        String requester,
        Instant issuedAt,
        long journalSequence,
        Optional<RevocationStatus> revocation,
        OptionalInt partition,
        OptionalInt profileVersion) {
    /** One that names the full CRL, of a profile without versions. */
    public CertificateRecord(
            String issuer,
            EncodedCertificate certificate,
            String profile,
            String requester,
            Instant issuedAt,
            long journalSequence,
            Optional<RevocationStatus> revocation) {
        this(
                issuer,
                certificate,
                profile,
                requester,
                issuedAt,
                journalSequence,
                revocation,
                OptionalInt.empty(),
                OptionalInt.empty());
    }

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
