package dev.chancery.core.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalFaultException;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.SampleServer;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.Validity;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Revocations")
final class RevocationsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Permit OFFICER =
            Permits.of(Permits.person("olga", Role.OFFICER), Permission.REVOKE_CERTIFICATE);
    private static final Permit RELEASING = Permits.of(Permits.person("olga", Role.OFFICER), Permission.RELEASE_HOLD);

    private final TestClock clock = new TestClock(NOW);
    private final MemoryStores stores = new MemoryStores(clock);
    private final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private final List<String> told = new ArrayList<>();
    private final Revocations revocations = new Revocations(stores.journal(), stores.ledger(), clock, this::tell);
    private final EncodedCertificate certificate = authority.issue(
            stores.journal(), "rita", "web.example.com", new Validity(NOW, NOW.plus(Duration.ofDays(90))));

    private void tell(CertificateRecord changed) {
        told.add(changed.issuer());
    }

    private RevocationOutcome revoke(RevocationReason reason) {
        return revocations.revoke(OFFICER, certificate.serial(), reason, Optional.empty());
    }

    private static RevocationStatus changed(RevocationOutcome outcome) {
        assertThat(outcome).isInstanceOf(RevocationOutcome.Changed.class);
        return ((RevocationOutcome.Changed) outcome).certificate().revocation().orElseThrow();
    }

    private static String rule(RevocationOutcome outcome) {
        return outcome.fold(done -> "changed", Objection::rule, Objection::rule, Objection::rule);
    }

    @Test
    @DisplayName("are durable, dated now and told to the listener when they return")
    void durable() {
        RevocationStatus status = changed(revoke(RevocationReason.KEY_COMPROMISE));

        assertThat(status).isEqualTo(new RevocationStatus(NOW, RevocationReason.KEY_COMPROMISE, Optional.empty()));
        assertThat(told).containsExactly("issuing");
        assertThat(stores.journal().records().get(1).actor()).isEqualTo("olga");
        assertThat(stores.ledger()
                        .compromised(certificate.subjectPublicKeyInfo().sha256()))
                .isTrue();
    }

    @Test
    @DisplayName("are final: a second one changes nothing and says when the first was")
    void onlyOnce() {
        revoke(RevocationReason.SUPERSEDED);
        clock.advance(Duration.ofHours(1));

        RevocationOutcome again = revoke(RevocationReason.KEY_COMPROMISE);

        assertThat(again)
                .isInstanceOfSatisfying(
                        RevocationOutcome.Conflicting.class,
                        conflict -> assertThat(conflict.objection().message())
                                .contains(NOW.toString(), "superseded", "cannot be undone"));
        assertThat(told).hasSize(1);
    }

    @Test
    @DisplayName("of many at once are judged one by one, in their order")
    void many() {
        EncodedCertificate other = authority.issue(
                stores.journal(), "rita", "mail.example.com", new Validity(NOW, NOW.plus(Duration.ofDays(90))));
        AccessPolicy policy = new AccessPolicy();
        List<Permit> permits = java.util.stream.Stream.of(
                        certificate.serial().hex(), "abcd", other.serial().hex())
                .map(serial -> policy.decide(
                                Permits.person("olga", Role.OFFICER),
                                Permission.REVOKE_CERTIFICATE,
                                AccessPolicy.AccessObject.named(serial))
                        .fold(permit -> permit, reason -> {
                            throw new AssertionError(reason);
                        }))
                .toList();
        revoke(RevocationReason.CERTIFICATE_HOLD);
        List<RevocationOutcome> first = revocations.revokeAll(permits, RevocationReason.SUPERSEDED, Optional.empty());
        assertThat(first)
                .extracting(RevocationsTest::rule)
                .containsExactly("changed", "certificate-unknown", "changed");
        assertThat(revocations.revokeAll(permits, RevocationReason.SUPERSEDED, Optional.empty()))
                .extracting(RevocationsTest::rule)
                .containsExactly("already-revoked", "certificate-unknown", "already-revoked");
        assertThat(told).hasSize(3);
    }

    @Test
    @DisplayName("stand even when the listener fails")
    void listenerFails() {
        Revocations deaf = new Revocations(stores.journal(), stores.ledger(), clock, issuer -> {
            throw new IllegalStateException("no publisher");
        });

        changed(deaf.revoke(OFFICER, certificate.serial(), RevocationReason.UNSPECIFIED, Optional.empty()));
    }

    @Test
    @DisplayName("are not told, and not acknowledged, when the journal's disk fails")
    void diskFails() {
        stores.journal().breakDisk();

        assertThatThrownBy(() -> revoke(RevocationReason.SUPERSEDED)).isInstanceOf(JournalFaultException.class);
        assertThat(told).isEmpty();
    }

    @Test
    @DisplayName("of a serial that was never issued are not found")
    void unknown() {
        SerialNumber stranger = new SerialNumber(BigInteger.TEN);

        assertThat(revocations.revoke(OFFICER, stranger, RevocationReason.UNSPECIFIED, Optional.empty()))
                .isInstanceOf(RevocationOutcome.NotFound.class);
        assertThat(revocations.release(RELEASING, stranger)).isInstanceOf(RevocationOutcome.NotFound.class);
    }

    @Test
    @DisplayName("need a permit for this very certificate")
    void permit() {
        Permit forAnother = Permits.of(
                Permits.person("rita", Role.REQUESTER), Permission.REVOKE_CERTIFICATE, new AccessObject("0a", "rita"));
        Permit toRead = Permits.of(Permits.person("olga", Role.OFFICER), Permission.READ_CERTIFICATE);

        assertThatThrownBy(() -> revocations.revoke(
                        forAnother, certificate.serial(), RevocationReason.UNSPECIFIED, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0a");
        assertThatThrownBy(() -> revocations.release(toRead, certificate.serial()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> revocations.release(OFFICER, certificate.serial()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RELEASE_HOLD");
    }

    @Test
    @DisplayName("of a root are refused, since it would sign its own sentence")
    void root() {
        EncodedCertificate root = authority.issuer().certificate();
        JournalEvent issued = new JournalEvent.CertificateIssued(
                "issuing", root.der(), "certificate-authority", "system", Optional.empty(), Optional.empty());
        stores.journal().record(OFFICER.requester(), issued);

        assertThat(rule(revocations.revoke(OFFICER, root.serial(), RevocationReason.CA_COMPROMISE, Optional.empty())))
                .isEqualTo("root-not-revocable");
    }

    @Test
    @DisplayName("of a CA are told for the CRL of the CA above it")
    void authorityBelow() {
        SampleServer server = SampleServer.withoutFiles(clock, KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P256);
        Revocations above =
                new Revocations(server.stores().journal(), server.stores().ledger(), clock, this::tell);

        changed(above.revoke(
                OFFICER, server.chain().get(0).serial(), RevocationReason.CA_COMPROMISE, Optional.empty()));

        assertThat(told).containsExactly("root");
    }

    @Nested
    @DisplayName("that hold")
    final class Hold {
        @Test
        @DisplayName("can be released, and the certificate is good again")
        void released() {
            assertThat(changed(revoke(RevocationReason.CERTIFICATE_HOLD)).onHold())
                    .isTrue();

            RevocationOutcome outcome = revocations.release(RELEASING, certificate.serial());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            RevocationOutcome.Changed.class,
                            done -> assertThat(done.certificate().revocation()).isEmpty());
            assertThat(told).hasSize(2);
        }

        @Test
        @DisplayName("may become final, and keep the date of the hold")
        void becomesFinal() {
            revoke(RevocationReason.CERTIFICATE_HOLD);
            clock.advance(Duration.ofDays(2));

            RevocationStatus status = changed(revoke(RevocationReason.KEY_COMPROMISE));

            assertThat(status.reason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
            assertThat(status.revokedAt()).isEqualTo(NOW);
        }

        @Test
        @DisplayName("cannot be placed twice")
        void twice() {
            revoke(RevocationReason.CERTIFICATE_HOLD);

            assertThat(rule(revoke(RevocationReason.CERTIFICATE_HOLD))).isEqualTo("already-revoked");
        }

        @Test
        @DisplayName("are all that can be released")
        void onlyHolds() {
            assertThat(rule(revocations.release(RELEASING, certificate.serial())))
                    .isEqualTo("not-on-hold");
            revoke(RevocationReason.SUPERSEDED);

            assertThat(rule(revocations.release(RELEASING, certificate.serial())))
                    .isEqualTo("not-on-hold");
            assertThat(told).hasSize(1);
        }
    }

    @Nested
    @DisplayName("with an invalidity date (RFC 5280 §5.3.2)")
    final class Rfc5280Section5_3_2 {
        private RevocationOutcome invalidSince(Instant date) {
            return revocations.revoke(
                    OFFICER, certificate.serial(), RevocationReason.KEY_COMPROMISE, Optional.of(date));
        }

        @Test
        @DisplayName("keep it in whole seconds")
        void kept() {
            clock.advance(Duration.ofDays(3));
            Instant date = NOW.plus(Duration.ofDays(1));

            assertThat(changed(invalidSince(date.plusMillis(7))).invalidityDate())
                    .contains(date);
        }

        @Test
        @DisplayName("in the future are refused, with the time it is now as a suggestion")
        void future() {
            assertThat(invalidSince(NOW.plusSeconds(1)))
                    .isInstanceOfSatisfying(
                            RevocationOutcome.Refused.class,
                            refused ->
                                    assertThat(refused.objection().suggestion()).contains(NOW.toString()));
            assertThat(told).isEmpty();
        }

        @Test
        @DisplayName("before the certificate began are refused, with its beginning as a suggestion")
        void beforeItsBeginning() {
            assertThat(rule(invalidSince(NOW.minusSeconds(1)))).isEqualTo("invalidity-date-too-early");
        }
    }
}
