package dev.chancery.core.memory;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Certificates and their fate, as the journal's events make them. */
final class CertificateIndex implements Projection {
    private record Place(String issuer, SerialNumber serial) {}

    private record KeyUse(String requester, String key) {}

    private final Map<Place, CertificateRecord> certificates = new LinkedHashMap<>();
    private final Map<KeyUse, Place> byKey = new HashMap<>();

    List<CertificateRecord> all() {
        return List.copyOf(certificates.values());
    }

    Optional<CertificateRecord> find(String issuer, SerialNumber serial) {
        return Optional.ofNullable(certificates.get(new Place(issuer, serial)));
    }

    Optional<CertificateRecord> findByIdempotencyKey(String requester, String key) {
        return Optional.ofNullable(byKey.get(new KeyUse(requester, key))).map(certificates::get);
    }

    @Override
    public Optional<Conflict> conflict(JournalEvent event) {
        if (event instanceof CertificateIssued issued) {
            return conflict(issued);
        }
        if (event instanceof CertificateRevoked revoked) {
            return conflict(revoked);
        }
        return event instanceof HoldReleased released ? conflict(released) : Optional.empty();
    }

    private Optional<Conflict> conflict(CertificateIssued issued) {
        SerialNumber serial = new EncodedCertificate(issued.certificate()).serial();
        if (find(issued.issuer(), serial).isPresent()) {
            return Optional.of(
                    new Conflict(Kind.DUPLICATE_SERIAL, issued.issuer() + " has issued serial " + serial + " before"));
        }
        return issued.idempotencyKey()
                .filter(key -> byKey.containsKey(new KeyUse(issued.requester(), key)))
                .map(key -> new Conflict(
                        Kind.IDEMPOTENCY_KEY_USED, issued.requester() + " used the key \"" + key + "\" before"));
    }

    private Optional<Conflict> conflict(CertificateRevoked revoked) {
        Optional<CertificateRecord> known = find(revoked.issuer(), revoked.serial());
        if (known.isEmpty()) {
            return unknown(revoked.issuer(), revoked.serial());
        }
        boolean holdAgain = revoked.reason() == RevocationReason.CERTIFICATE_HOLD;
        return known.get()
                .revocation()
                .filter(status -> !status.onHold() || holdAgain)
                .map(status -> new Conflict(
                        Kind.ALREADY_REVOKED,
                        "certificate " + revoked.serial() + " was revoked at " + status.revokedAt() + " for "
                                + status.reason().rfcName()));
    }

    private Optional<Conflict> conflict(HoldReleased released) {
        Optional<CertificateRecord> known = find(released.issuer(), released.serial());
        if (known.isEmpty()) {
            return unknown(released.issuer(), released.serial());
        }
        return known.get().revocation().filter(RevocationStatus::onHold).isPresent()
                ? Optional.empty()
                : Optional.of(new Conflict(Kind.NOT_ON_HOLD, "certificate " + released.serial() + " is not on hold"));
    }

    private static Optional<Conflict> unknown(String issuer, SerialNumber serial) {
        return Optional.of(new Conflict(Kind.UNKNOWN_CERTIFICATE, issuer + " has never issued the serial " + serial));
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        if (stored.event() instanceof CertificateIssued issued) {
            return issue(issued, stored);
        }
        if (stored.event() instanceof CertificateRevoked revoked) {
            return change(
                    new Place(revoked.issuer(), revoked.serial()),
                    Optional.of(new RevocationStatus(revoked.revokedAt(), revoked.reason(), revoked.invalidityDate())));
        }
        return stored.event() instanceof HoldReleased released
                ? change(new Place(released.issuer(), released.serial()), Optional.empty())
                : NOTHING;
    }

    private Runnable issue(CertificateIssued event, JournalRecord stored) {
        EncodedCertificate certificate = new EncodedCertificate(event.certificate());
        Place place = new Place(event.issuer(), certificate.serial());
        certificates.put(
                place,
                new CertificateRecord(
                        event.issuer(),
                        certificate,
                        event.profile(),
                        event.requester(),
                        stored.time(),
                        stored.sequence(),
                        Optional.empty(),
                        event.partition(),
                        event.profileVersion()));
        event.idempotencyKey().ifPresent(key -> byKey.put(new KeyUse(event.requester(), key), place));
        return () -> {
            certificates.remove(place);
            event.idempotencyKey().ifPresent(key -> byKey.remove(new KeyUse(event.requester(), key)));
        };
    }

    private Runnable change(Place place, Optional<RevocationStatus> status) {
        CertificateRecord before = certificates.get(place);
        certificates.put(
                place,
                new CertificateRecord(
                        before.issuer(),
                        before.certificate(),
                        before.profile(),
                        before.requester(),
                        before.issuedAt(),
                        before.journalSequence(),
                        status,
                        before.partition(),
                        before.profileVersion()));
        return () -> certificates.put(place, before);
    }
}
