package dev.chancery.core.issuance;

import static dev.chancery.core.issuance.IssuanceFixture.RITAS;
import static dev.chancery.core.issuance.IssuanceFixture.issued;
import static dev.chancery.core.issuance.IssuanceFixture.refused;
import static dev.chancery.core.issuance.IssuanceFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.journal.ClockFaultException;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalFaultException;
import dev.chancery.core.journal.JournalVerifier;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.LongMessage;
import dev.chancery.core.keys.SignatureAlgorithm;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.Validity;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Issuance")
final class IssuanceTest {
    private static final int CEREMONY_RECORDS = 4;

    private final IssuanceFixture fixture = new IssuanceFixture(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P256);

    private long records() {
        return fixture.stores().journal().lastSequence();
    }

    private void revoke(SerialNumber serial, RevocationReason reason) {
        new Revocations(fixture.stores().journal(), fixture.stores().ledger(), fixture.server.clock(), issuer -> {})
                .revoke(
                        Permits.of(Permits.person("olga", Role.OFFICER), Permission.REVOKE_CERTIFICATE),
                        serial,
                        reason,
                        Optional.empty());
    }

    @Test
    @DisplayName("hands out what is in the journal and the ledger, and nothing else")
    void recorded() {
        CertificateRecord record = fixture.issued(fixture.grant("www.example.com"));

        assertThat(record.requester()).isEqualTo("rita");
        assertThat(record.profile()).isEqualTo("tls-server");
        assertThat(record.issuer()).isEqualTo("issuing");
        assertThat(fixture.stores().journal().records().get((int) records() - 1).event())
                .isEqualTo(new CertificateIssued(
                        "issuing",
                        record.certificate().der(),
                        "tls-server",
                        "rita",
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    @DisplayName("hands out nothing when the journal's disk fails")
    void diskFails() {
        fixture.stores().journal().breakDisk();

        assertThatThrownBy(() -> fixture.issue(fixture.grant("www.example.com")))
                .isInstanceOf(JournalFaultException.class)
                .hasMessageContaining("disk has failed");
    }

    @Test
    @DisplayName("from many threads at once gives every request its own serial, and a journal that verifies")
    void concurrent() {
        List<Grant> grants = IntStream.range(0, 40)
                .mapToObj(i -> fixture.grant("host" + i + ".example.com"))
                .toList();

        List<SerialNumber> serials =
                grants.stream()
                        .map(grant -> CompletableFuture.supplyAsync(() -> fixture.issued(grant)))
                        .toList()
                        .stream()
                        .map(future -> future.join().serial())
                        .toList();

        assertThat(serials).doesNotHaveDuplicates().hasSize(40);
        assertThat(records()).isEqualTo(CEREMONY_RECORDS + 40);
        JournalVerifier verifier = new JournalVerifier();
        fixture.stores().journal().read(1, verifier::accept);
        assertThat(verifier.fault()).isEmpty();
        assertThat(verifier.tally().certificates()).isEqualTo(42);
    }

    @Nested
    @DisplayName("with an idempotency key")
    final class IdempotencyKey {
        @Test
        @DisplayName("answers a repeated request with the first certificate")
        void repeated() {
            Grant grant = fixture.grant("www.example.com");
            IssuanceOutcome.Issued first =
                    issued(fixture.server.issuance().issue(RITAS, request(grant, Optional.of("k-1"))));

            IssuanceOutcome.Issued again =
                    issued(fixture.server.issuance().issue(RITAS, request(grant, Optional.of("k-1"))));

            assertThat(first.repeated()).isFalse();
            assertThat(again.repeated()).isTrue();
            assertThat(again.certificate()).isEqualTo(first.certificate());
        }

        @Test
        @DisplayName("issues once when the same request comes ten times at the same moment")
        void race() {
            Grant grant = fixture.grant("www.example.com");

            List<IssuanceOutcome.Issued> outcomes = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                            issued(fixture.server.issuance().issue(RITAS, request(grant, Optional.of("k-1"))))))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(outcomes)
                    .extracting(outcome -> outcome.certificate().serial())
                    .containsOnly(outcomes.get(0).certificate().serial());
            assertThat(outcomes).filteredOn(outcome -> !outcome.repeated()).hasSize(1);
            assertThat(records()).isEqualTo(CEREMONY_RECORDS + 1);
        }

        @Test
        @DisplayName("refuses to answer a request for another public key with the first certificate")
        void otherKey() {
            issued(fixture.server
                    .issuance()
                    .issue(RITAS, request(fixture.grant("www.example.com"), Optional.of("k-1"))));

            IssuanceOutcome other = fixture.server
                    .issuance()
                    .issue(RITAS, request(fixture.grant("www.example.com"), Optional.of("k-1")));

            assertThat(refused(other).rule()).isEqualTo("idempotency-key-reused");
        }
    }

    @Nested
    @DisplayName("refuses")
    final class Refuses {
        @Test
        @DisplayName("a public key that was revoked as compromised")
        void compromisedKey() {
            Der key = fixture.newKey(KeyAlgorithm.EC_P256);
            revoke(fixture.issued(fixture.grant(key, "www.example.com")).serial(), RevocationReason.KEY_COMPROMISE);

            assertThat(refused(fixture.issue(fixture.grant(key, "other.example.com")))
                            .rule())
                    .isEqualTo("key-compromised");
        }

        @Test
        @DisplayName("what would be valid before or after its issuer (SECURITY.md rule 17)")
        void outsideIssuer() {
            Validity wide = new Validity(
                    IssuanceFixture.NOW.minus(Duration.ofDays(9)), IssuanceFixture.NOW.plus(Duration.ofDays(99_999)));
            Grant tooLong = fixture.grant(
                    SampleProfile.tlsServer().validity("20 years", "20 years").build(),
                    fixture.newKey(KeyAlgorithm.EC_P256),
                    IssuanceFixture.hosts("www.example.com"),
                    wide);

            assertThat(refused(fixture.issue(tooLong)).rule()).isEqualTo("validity-outside-issuer");
            assertThat(records()).isEqualTo(CEREMONY_RECORDS);
        }

        @Test
        @DisplayName("to sign with a CA that was revoked")
        void revokedIssuer() {
            revoke(fixture.issuing.certificate().serial(), RevocationReason.CA_COMPROMISE);

            assertThat(refused(fixture.issue(fixture.grant("www.example.com"))))
                    .satisfies(objection -> assertThat(objection.rule()).isEqualTo("issuer-revoked"))
                    .satisfies(objection -> assertThat(objection.message()).contains("cACompromise"));
        }

        @Test
        @DisplayName("what a rule objects to, before the key is touched, and says whose fault it is")
        void lint() {
            Issuance overHttps = issuanceWithAddresses(URI.create("https://ca.example.com"));

            IssuanceOutcome outcome = overHttps.issue(RITAS, request(fixture.grant("www.example.com")));

            assertThat(refused(outcome).message())
                    .contains("https://ca.example.com", "RFC ", "was not signed", "\"tls-server\"", "administrator");
            assertThat(records()).isEqualTo(CEREMONY_RECORDS);
        }

        private Issuance issuanceWithAddresses(URI publicUrl) {
            Issuer issuing = fixture.issuing;
            IssuerRegistry issuers = new IssuerRegistry();
            issuers.add(new Issuer(
                    issuing.name(),
                    issuing.certificate(),
                    issuing.chain(),
                    new UntouchedKey(issuing.signingKey()),
                    PublicationAddresses.under(publicUrl, issuing.name()),
                    0));
            return new Issuance(
                    issuers,
                    new Linter(),
                    fixture.stores().journal(),
                    fixture.stores().ledger(),
                    fixture.server.clock(),
                    new SecureRandom());
        }

        @Test
        @DisplayName("to sign when the clock stands more than five minutes before the journal (SECURITY.md rule 17)")
        void clock() {
            Grant grant = fixture.grant("www.example.com");
            fixture.server.clock().advance(Duration.ofMinutes(-5).minusSeconds(1));

            assertThatThrownBy(() -> fixture.issue(grant)).isInstanceOf(ClockFaultException.class);
        }
    }

    /** A key that fails the test when it is used. */
    private record UntouchedKey(SigningKey key) implements SigningKey {
        @Override
        public Der publicKeyInfo() {
            return key.publicKeyInfo();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public Der sign(Der message) {
            throw new AssertionError("the CA key was touched");
        }

        @Override
        public Der sign(LongMessage message) {
            throw new AssertionError("the CA key was touched");
        }

        @Override
        public String provider() {
            return key.provider();
        }
    }
}
