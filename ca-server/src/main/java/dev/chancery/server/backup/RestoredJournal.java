package dev.chancery.server.backup;

import dev.chancery.core.access.Requester;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.db.JournalAtRest;
import dev.chancery.db.Storage;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a journal that came from a backup fit for use although what followed it is lost: no CRL number comes a second
 * time, and what the last published CRL says stays revoked.
 */
final class RestoredJournal {
    /**
     * Far more CRLs than can have been published since: at one each second, thirty years. Two such steps still fit into 31
     * bits, which is what the narrowest of validating servers has.
     */
    static final BigInteger STEP = BigInteger.valueOf(1_000_000_000);

    /** A journal that is not used any more, and its last record. */
    record Discarded(JournalAtRest journal, long last) {}

    private final Storage storage;
    private final List<PublishedCrls> published;
    private final String why;
    private final List<Restored.Raised> raised = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private long revoked;

    /** @param published every directory of CRLs that can be found */
    RestoredJournal(Storage storage, List<PublishedCrls> published, BackupFacts facts) {
        this.storage = storage;
        this.published = List.copyOf(published);
        this.why = "restored from a backup that ends with record " + facts.record() + " of " + facts.time()
                + "; what was published since is not known";
    }

    /** @param other its numbers were used all the same */
    void mend(Optional<Discarded> other) {
        for (AuthorityAdded authority : storage.authorities().all()) {
            published.forEach(
                    directory -> directory.inForce(authority).ifPresent(crl -> revocations(authority.name(), crl)));
            for (String scope : scopes(authority.name())) {
                raise(authority, scope, other);
            }
        }
    }

    List<Restored.Raised> raised() {
        return raised;
    }

    long revoked() {
        return revoked;
    }

    List<String> lost() {
        return lost;
    }

    private Set<String> scopes(String issuer) {
        Set<String> scopes = new TreeSet<>(Set.of(issuer));
        storage.crlArchive().list(issuer, 1000).stream()
                .map(CrlArchive.Entry::scope)
                .forEach(scopes::add);
        for (int number = 1; number <= storage.authorities().standing(issuer).partitions(); number++) {
            scopes.add(CrlScope.Partition.sequenceOf(issuer, number));
        }
        published.forEach(directory -> scopes.addAll(directory.partitions(issuer)));
        return scopes;
    }

    private void raise(AuthorityAdded authority, String scope, Optional<Discarded> other) {
        CrlNumber highest = storage.crlArchive().highest(authority.name(), scope);
        for (PublishedCrls directory : published) {
            highest = highest.max(directory.highest(authority, scope));
        }
        if (other.isPresent()) {
            highest = highest.max(highestIn(other.get().journal(), other.get().last(), authority.name(), scope));
        }
        BigInteger to = highest.value().add(STEP);
        record(new JournalEvent.CrlNumbersRaised(authority.name(), scope, new CrlNumber(to).value(), why));
        raised.add(new Restored.Raised(scope, highest.toString(), to.toString()));
    }

    private static CrlNumber highestIn(JournalAtRest journal, long last, String issuer, String scope) {
        CrlNumber[] highest = {CrlNumber.ZERO};
        journal.read(1, last, found -> {
            if (found.event() instanceof JournalEvent.CrlSigned signed
                    && signed.issuer().equals(issuer)
                    && signed.scope().equals(scope)) {
                highest[0] = highest[0].max(new CrlNumber(signed.number()));
            }
        });
        return highest[0];
    }

    /** A published CRL is evidence: it was signed by this CA, and what it lists was revoked. */
    private void revocations(String issuer, SignedCrl crl) {
        for (X509CRLEntry entry : entries(crl)) {
            SerialNumber serial = new SerialNumber(entry.getSerialNumber());
            Optional<CertificateRecord> known = storage.ledger().find(issuer, serial);
            if (known.isEmpty()) {
                lost.add(serial.hex());
            } else if (known.get().revocation().isEmpty()) {
                revoke(known.get(), entry);
            }
        }
    }

    @SuppressWarnings("EnumOrdinal") // the JDK documents the order as that of RFC 5280
    private void revoke(CertificateRecord certificate, X509CRLEntry entry) {
        // The numbers of java.security.cert.CRLReason are those of RFC 5280 §5.3.1.
        RevocationReason reason = entry.getRevocationReason() == null
                ? RevocationReason.UNSPECIFIED
                : RevocationReason.ofCode(entry.getRevocationReason().ordinal());
        record(new JournalEvent.CertificateRevoked(
                certificate.issuer(),
                certificate.serial(),
                reason,
                entry.getRevocationDate().toInstant(),
                Optional.empty()));
        revoked++;
    }

    private static Iterable<? extends X509CRLEntry> entries(SignedCrl crl) {
        try {
            X509CRL parsed = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(crl.octets().stream());
            return parsed.getRevokedCertificates() == null ? List.of() : parsed.getRevokedCertificates();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a CRL that was read before cannot be read again", e);
        }
    }

    private void record(JournalEvent event) {
        storage.journal().record(Requester.system(), List.of(event)).fold(recorded -> recorded, conflict -> {
            throw new BackupRefusedException(
                    "The restored journal does not take what belongs to it: " + conflict.detail());
        });
    }
}
