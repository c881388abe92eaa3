package dev.chancery.core.journal;

import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CAs, their certificates and the fate of each, as the records tell it. */
final class CertificateHistory {
    private record Place(String issuer, SerialNumber serial) {
        @Override
        public String toString() {
            return "certificate " + serial + " of \"" + issuer + "\"";
        }
    }

    private record KeyUse(String requester, String key) {}

    private enum Fate {
        GOOD,
        HELD,
        REVOKED
    }

    private final SignatureChecks signatures;
    private final Map<String, SignedBy> authorities = new HashMap<>();
    private final Map<Place, Fate> certificates = new HashMap<>();
    private final Set<KeyUse> idempotencyKeys = new HashSet<>();
    private long revoked;

    CertificateHistory(SignatureChecks signatures) {
        this.signatures = signatures;
    }

    boolean isAuthority(String name) {
        return authorities.containsKey(name);
    }

    long authorities() {
        return authorities.size();
    }

    long issued() {
        return certificates.size();
    }

    long revoked() {
        return revoked;
    }

    /** What is wrong with an event about certificates; takes it in when nothing is. */
    Optional<String> wrong(JournalRecord next) {
        if (next.event() instanceof AuthorityAdded added) {
            return join(added);
        }
        if (next.event() instanceof CertificateIssued issued) {
            return issue(issued, next.sequence());
        }
        if (next.event() instanceof CertificateRevoked event) {
            return revoke(event, next);
        }
        return next.event() instanceof HoldReleased released ? release(released) : Optional.empty();
    }

    private Optional<String> join(AuthorityAdded added) {
        if (isAuthority(added.name())) {
            return Optional.of("the CA \"" + added.name() + "\" joins a second time");
        }
        EncodedCertificate below = new EncodedCertificate(added.certificate());
        authorities.put(added.name(), new SignedBy(below));
        for (int i = 0; i <= added.chain().size(); i++) {
            boolean top = i == added.chain().size();
            EncodedCertificate above =
                    top ? below : new EncodedCertificate(added.chain().get(i));
            Optional<String> wrong = new SignedBy(above).wrong(below);
            if (wrong.isPresent()) {
                return Optional.of("the chain of the CA \"" + added.name() + "\" does not hold: " + wrong.get());
            }
            below = above;
        }
        return Optional.empty();
    }

    private Optional<String> issue(CertificateIssued issued, long sequence) {
        EncodedCertificate certificate = new EncodedCertificate(issued.certificate());
        Place place = new Place(issued.issuer(), certificate.serial());
        @Nullable SignedBy authority = authorities.get(issued.issuer());
        if (authority == null) {
            return Optional.of(place + " was issued by a CA that never joined");
        }
        signatures.check(sequence, () -> authority.wrong(certificate));
        if (certificates.putIfAbsent(place, Fate.GOOD) != null) {
            return Optional.of("the serial of " + place + " is issued a second time");
        }
        return issued.idempotencyKey()
                .filter(key -> !idempotencyKeys.add(new KeyUse(issued.requester(), key)))
                .map(key -> "the idempotency key \"" + key + "\" of " + issued.requester()
                        + " leads to a second certificate, " + place);
    }

    private Optional<String> revoke(CertificateRevoked event, JournalRecord next) {
        Place place = new Place(event.issuer(), event.serial());
        boolean hold = event.reason() == RevocationReason.CERTIFICATE_HOLD;
        @Nullable Fate before = certificates.get(place);
        if (before == null) {
            return Optional.of(place + " is revoked, but it was never issued");
        }
        if (before == Fate.REVOKED || (before == Fate.HELD && hold)) {
            return Optional.of(place + " is " + (hold ? "held" : "revoked") + " although it is "
                    + (before == Fate.HELD ? "on hold" : "revoked") + " already");
        }
        if (event.revokedAt().isAfter(next.time().plus(ClockGuard.TOLERANCE))) {
            return Optional.of(place + " is revoked at " + event.revokedAt() + ", after the record itself");
        }
        certificates.put(place, hold ? Fate.HELD : Fate.REVOKED);
        revoked += before == Fate.GOOD ? 1 : 0;
        return Optional.empty();
    }

    private Optional<String> release(HoldReleased released) {
        Place place = new Place(released.issuer(), released.serial());
        if (certificates.get(place) != Fate.HELD) {
            return Optional.of(place + " is released, but it was not on hold");
        }
        certificates.put(place, Fate.GOOD);
        revoked--;
        return Optional.empty();
    }
}
