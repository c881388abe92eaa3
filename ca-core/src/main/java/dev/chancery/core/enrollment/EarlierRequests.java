package dev.chancery.core.enrollment;

import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.issuance.IssuanceOutcome.AwaitingApproval;
import dev.chancery.core.issuance.IssuanceOutcome.Issued;
import dev.chancery.core.issuance.IssuanceOutcome.Refused;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SerialNumber;
import java.util.List;
import java.util.Optional;

/** What an idempotency key led to before: the same request gets the same answer, and nothing is recorded twice. */
final class EarlierRequests {
    private final CertificateRequestReader reader;
    private final CertificateLedger ledger;
    private final RequestQueue queue;

    EarlierRequests(CertificateRequestReader reader, CertificateLedger ledger, RequestQueue queue) {
        this.reader = reader;
        this.ledger = ledger;
        this.queue = queue;
    }

    /** Empty when the key is new to this requester, or when there is none. */
    Optional<IssuanceOutcome> find(String requester, EnrollmentRequest request) {
        return request.idempotencyKey().flatMap(key -> find(requester, key, request));
    }

    private Optional<IssuanceOutcome> find(String requester, String key, EnrollmentRequest request) {
        Optional<CertificateRecord> issued = ledger.findByIdempotencyKey(requester, key);
        if (issued.isPresent()) {
            Optional<Der> certified = issued.map(found -> found.certificate().subjectPublicKeyInfo());
            return Optional.of(same(request, issued.get().profile(), certified) ? repeated(issued.get()) : reused(key));
        }
        return queue.findByIdempotencyKey(requester, key)
                .map(queued -> same(request, queued.profile(), publicKey(queued.csr())) ? answer(queued) : reused(key));
    }

    /** The same profile and the same key pair; a client that tries again may well have signed its CSR anew. */
    private boolean same(EnrollmentRequest request, String profile, Optional<Der> publicKey) {
        return request.profile().equals(profile) && publicKey.isPresent() && publicKey.equals(publicKey(request.csr()));
    }

    private Optional<Der> publicKey(Der csr) {
        return reader.read(csr.unsafeOctets())
                .fold(read -> Optional.of(read.subjectPublicKeyInfo()), rejected -> Optional.empty());
    }

    private static IssuanceOutcome reused(String key) {
        return new Refused(
                List.of(Objection.of(
                        "idempotency-key-reused",
                        "Idempotency-Key",
                        "The Idempotency-Key \"" + key
                                + "\" was used before, for another public key or profile; send this"
                                + " request with a key of its own.")),
                false);
    }

    private IssuanceOutcome answer(PendingRequest earlier) {
        return switch (earlier.state()) {
            case PENDING -> new AwaitingApproval(earlier.id(), earlier.waitsBecause());
            case DENIED -> new Refused(List.of(Objection.of("request-denied", "request", denied(earlier))), false);
            case ISSUED -> issued(earlier);
        };
    }

    private IssuanceOutcome issued(PendingRequest earlier) {
        return earlier.serial()
                .map(SerialNumber::parse)
                .flatMap(ledger::find)
                .map(EarlierRequests::repeated)
                .orElseThrow(() -> new IllegalStateException(
                        "request " + earlier.id() + " was fulfilled, but the ledger does not know its certificate"));
    }

    private static String denied(PendingRequest earlier) {
        return "Request " + earlier.id() + " was denied"
                + earlier.decided()
                        .map(decided -> " by " + decided.by() + " at " + decided.at()
                                + (decided.comment().isBlank() ? "" : ": " + decided.comment()))
                        .orElse("")
                + ". Send a new request with a new Idempotency-Key.";
    }

    private static IssuanceOutcome repeated(CertificateRecord certificate) {
        return new Issued(certificate, true);
    }
}
