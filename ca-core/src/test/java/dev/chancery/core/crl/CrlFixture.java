package dev.chancery.core.crl;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.MemorySpool;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.revocation.RevocationOutcome;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A CA with certificates that can be revoked, and its CRLs. */
final class CrlFixture {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    final TestClock clock;
    final MemoryStores stores;
    final SampleAuthority authority;
    final Revocations revocations;
    final CrlIssuer crls;

    CrlFixture(KeyAlgorithm algorithm) {
        this(new SampleAuthority("issuing", algorithm, NOW), new TestClock(NOW));
    }

    /** Other stores for the same CA: what a restored backup looks like. */
    CrlFixture(SampleAuthority authority, TestClock clock) {
        this.authority = authority;
        this.clock = clock;
        stores = new MemoryStores(clock);
        revocations = new Revocations(stores.journal(), stores.ledger(), clock, issuer -> {});
        crls = new CrlIssuer(stores.ledger(), stores.crlArchive(), stores.journal(), new MemorySpool(), clock);
    }

    EncodedCertificate issue(Duration validFor) {
        Instant now = clock.instant();
        return authority.issue(stores.journal(), "rita", "web.example.com", new Validity(now, now.plus(validFor)));
    }

    EncodedCertificate revoked(Duration validFor, RevocationReason reason) {
        EncodedCertificate certificate = issue(validFor);
        revoke(certificate, reason, Optional.empty());
        return certificate;
    }

    void revoke(EncodedCertificate certificate, RevocationReason reason, Optional<Instant> invalidityDate) {
        RevocationOutcome outcome = revocations.revoke(
                Permits.of(Permits.person("olga", Role.OFFICER), Permission.REVOKE_CERTIFICATE),
                certificate.serial(),
                reason,
                invalidityDate);
        if (!(outcome instanceof RevocationOutcome.Changed)) {
            throw new AssertionError(outcome);
        }
    }

    void release(EncodedCertificate certificate) {
        revocations.release(
                Permits.of(Permits.person("olga", Role.OFFICER), Permission.RELEASE_HOLD), certificate.serial());
    }

    SignedCrl sign(Optional<SignedCrl> predecessor) {
        return crls.issue(
                Requester.system(), authority.issuer(), new CrlScope.Full(), CrlTerms.standard(), predecessor);
    }

    SignedCrl sign() {
        return sign(Optional.empty());
    }

    JournalRecord lastRecord() {
        return stores.journal().records().get((int) stores.journal().lastSequence() - 1);
    }
}
