package dev.chancery.core.ledger;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Port: reads what the journal has recorded about certificates. */
public interface CertificateLedger {
    Optional<CertificateRecord> find(String issuer, SerialNumber serial);

    /** By serial alone, over all CAs; our serials are random enough to be unique. */
    Optional<CertificateRecord> find(SerialNumber serial);

    /** Whether this very certificate is revoked or held, and how; empty when it is neither, or was not issued here. */
    default Optional<RevocationStatus> revocation(EncodedCertificate certificate) {
        return find(certificate.serial())
                .filter(record -> record.certificate().equals(certificate))
                .flatMap(CertificateRecord::revocation);
    }

    /**
     * What became of a serial number of this CA. Knows whatever was acknowledged before the call, and does not wait for
     * what is being issued.
     */
    default SerialStatus status(String issuer, SerialNumber serial) {
        return find(issuer, serial).map(SerialStatus::of).orElseGet(SerialStatus.NeverIssued::new);
    }

    /**
     * Changes when a certificate with this serial is revoked, held or released: after {@link #status} shows it, and before
     * anybody is told. It may change more often. Who asks for it first and for the status afterwards may repeat what
     * that was, as long as this stays the same; only of a serial that was not issued yet it says nothing.
     */
    long statusChanges(SerialNumber serial);

    /** What this requester's idempotency key led to. */
    Optional<CertificateRecord> findByIdempotencyKey(String requester, String key);

    CertificatePage search(CertificateQuery query);

    /** How many there are of each status, for the counts on filters. */
    Map<CertificateRecord.Status, Long> counts(Optional<String> requester, Instant now);

    /** Valid ones that end before {@code limit}. */
    long countEndingBefore(Optional<String> requester, Instant now, Instant limit);

    /**
     * How many there are of each kind, in the order of kinds; without those of which there are none. Looks at no
     * certificate, however many there are.
     *
     * @param soon before this, a valid one is "ending"
     */
    List<KindCount> countsByKind(Instant now, Instant soon);

    /** How many that are neither revoked nor held end on each day (UTC), {@code until} not included. */
    SortedMap<LocalDate, Long> endingByDay(Predicate<CertificateKind> kinds, LocalDate from, LocalDate until);

    /** How many were issued on each day (UTC), {@code until} not included, whatever became of them. */
    SortedMap<LocalDate, Long> issuedByDay(Predicate<CertificateKind> kinds, LocalDate from, LocalDate until);

    /** The journal's records that changed the fate of one certificate, oldest first: revoked, held, released. */
    List<Long> changes(String issuer, SerialNumber serial);

    /**
     * Everything revoked or held by one CA whose certificate ends at or after {@code expiresFrom}, by rising serial,
     * streamed: the content of a CRL.
     *
     * @return a journal sequence: what had happened up to there is surely shown; what happened later may be or not
     */
    long revoked(String issuer, Instant expiresFrom, Consumer<RevokedEntry> reader);

    /** The same of the certificates of one partition. */
    default long revokedIn(String issuer, int partition, Instant expiresFrom, Consumer<RevokedEntry> reader) {
        return revoked(issuer, expiresFrom, entry -> {
            if (entry.partition().equals(OptionalInt.of(partition))) {
                reader.accept(entry);
            }
        });
    }

    /** The serials of revoked or held certificates of one CA that ended in this span, {@code until} not included. */
    void revokedEnding(String issuer, Instant from, Instant until, Consumer<SerialNumber> reader);

    /**
     * Whether this public key (SHA-256 of its SubjectPublicKeyInfo) was ever revoked as compromised: for
     * keyCompromise, cACompromise or aACompromise.
     */
    boolean compromised(Der subjectPublicKeyInfoSha256);

    /** Names of certificates that the same requester got before, newest first: for the approval page. */
    List<CertificateRecord> latestFor(String requester, int limit);

    /** One line of a CRL. */
    record RevokedEntry(SerialNumber serial, RevocationStatus status, Instant notAfter, OptionalInt partition) {
        /** One of no partition. */
        public RevokedEntry(SerialNumber serial, RevocationStatus status, Instant notAfter) {
            this(serial, status, notAfter, OptionalInt.empty());
        }
    }
}
