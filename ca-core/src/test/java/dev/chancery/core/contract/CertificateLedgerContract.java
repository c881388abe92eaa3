package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.ledger.CertificateLedger.RevokedEntry;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a {@link dev.chancery.core.ledger.CertificateLedger} promises about single certificates and about CRLs. */
@DisplayName("A certificate ledger")
public abstract class CertificateLedgerContract extends PortsContract {
    private final Samples.Certificate sample = Samples.certificate("4f01");

    private Optional<RevocationStatus> revocation(Samples.Certificate certificate) {
        return ports().ledger().find(certificate.serial()).orElseThrow().revocation();
    }

    private List<RevokedEntry> crl(String issuer, Instant expiresFrom) {
        List<RevokedEntry> entries = new ArrayList<>();
        ports().ledger().revoked(issuer, expiresFrom, entries::add);
        return entries;
    }

    @Test
    @DisplayName("finds a certificate by its serial, byte for byte, with when and by which record it was issued")
    void find() {
        long sequence = record(sample.issued());
        CertificateRecord expected =
                new CertificateRecord("issuing", sample.encoded(), "server", "alice", NOW, sequence, Optional.empty());
        assertThat(ports().ledger().find("issuing", sample.serial())).contains(expected);
        assertThat(ports().ledger().find(sample.serial())).contains(expected);
        assertThat(ports().ledger().find("root", sample.serial())).isEmpty();
        assertThat(ports().ledger().find(SerialNumber.parse("4f02"))).isEmpty();
    }

    @Test
    @DisplayName("tells of a certificate whether it is revoked now, asked again and again")
    void revocationOfCertificate() {
        assertThat(ports().ledger().revocation(sample.encoded())).isEmpty();
        record(sample.issued());
        assertThat(ports().ledger().revocation(sample.encoded())).isEmpty();
        record(sample.revoked(RevocationReason.CERTIFICATE_HOLD, NOW));
        assertThat(ports().ledger().revocation(sample.encoded()))
                .map(RevocationStatus::reason)
                .contains(RevocationReason.CERTIFICATE_HOLD);
        record(new HoldReleased("issuing", sample.serial(), NOW));
        assertThat(ports().ledger().revocation(sample.encoded())).isEmpty();
        record(sample.revoked(RevocationReason.SUPERSEDED, NOW));
        assertThat(ports().ledger().revocation(sample.encoded())).isPresent();
        assertThat(ports().ledger().revocation(sample.withKey(7).encoded())).isEmpty();
    }

    @Test
    @DisplayName("says of a serial whether this CA issued it and whether it is revoked now, from the first moment on")
    void status() {
        assertThat(status("issuing")).isEqualTo("never issued");
        record(sample.issued());
        assertThat(status("issuing")).isEqualTo("unrevoked");
        assertThat(status("root")).isEqualTo("never issued");
        record(sample.by("root", "server").issued());
        assertThat(status("issuing") + ", " + status("root")).isEqualTo("unrevoked, unrevoked");
        record(sample.revoked(RevocationReason.CERTIFICATE_HOLD, NOW));
        assertThat(status("issuing") + ", " + status("root")).isEqualTo("certificateHold, unrevoked");
        record(new HoldReleased("issuing", sample.serial(), NOW));
        assertThat(status("issuing")).isEqualTo("unrevoked");
        record(sample.revoked(RevocationReason.UNSPECIFIED, NOW));
        assertThat(status("issuing")).isEqualTo("unspecified");
    }

    private String status(String issuer) {
        return ports().ledger()
                .status(issuer, sample.serial())
                .fold(
                        () -> "never issued",
                        () -> "unrevoked",
                        revoked -> revoked.reason().rfcName());
    }

    @Test
    @DisplayName("counts changes of a serial's status, each before it is acknowledged")
    void statusChanges() {
        record(sample.issued());
        List<Long> counts = new ArrayList<>(List.of(ports().ledger().statusChanges(sample.serial())));
        record(sample.revoked(RevocationReason.CERTIFICATE_HOLD, NOW));
        counts.add(ports().ledger().statusChanges(sample.serial()));
        record(new HoldReleased("issuing", sample.serial(), NOW));
        counts.add(ports().ledger().statusChanges(sample.serial()));
        record(sample.revoked(RevocationReason.SUPERSEDED, NOW));
        counts.add(ports().ledger().statusChanges(sample.serial()));
        assertThat(counts).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("keeps serials apart by issuer, and refuses the second use by the same one")
    void duplicateSerial() {
        record(sample.issued());
        refused(Kind.DUPLICATE_SERIAL, sample.names("other.lab.test").issued());
        record(sample.by("root", "server").issued());
        assertThat(ports().ledger().find("root", sample.serial())).isPresent();
    }

    @Test
    @DisplayName("finds a certificate by its requester's idempotency key, and refuses the same key again")
    void idempotencyKey() {
        record(sample.keyed("k").issued());
        refused(
                Kind.IDEMPOTENCY_KEY_USED,
                Samples.certificate("4f02").keyed("k").issued());
        record(Samples.certificate("4f03").to("bob").keyed("k").issued());

        assertThat(ports().ledger().findByIdempotencyKey("alice", "k").map(CertificateRecord::serial))
                .contains(sample.serial());
        assertThat(ports().ledger().findByIdempotencyKey("bob", "k").map(CertificateRecord::serial))
                .contains(SerialNumber.parse("4f03"));
        assertThat(ports().ledger().findByIdempotencyKey("alice", "other")).isEmpty();
    }

    @Nested
    @DisplayName("Revocation")
    class Revocation {
        @ParameterizedTest
        @EnumSource(RevocationReason.class)
        @DisplayName("keeps time, reason and invalidity date")
        void reason(RevocationReason reason) {
            record(sample.issued());
            Instant since = NOW.minusSeconds(3600);
            record(new CertificateRevoked("issuing", sample.serial(), reason, NOW, Optional.of(since)));
            assertThat(revocation(sample)).contains(new RevocationStatus(NOW, reason, Optional.of(since)));
        }

        @Test
        @DisplayName("is refused for an unknown certificate, also when another CA has that serial")
        void unknown() {
            record(sample.issued());
            refused(
                    Kind.UNKNOWN_CERTIFICATE,
                    new CertificateRevoked(
                            "root", sample.serial(), RevocationReason.SUPERSEDED, NOW, Optional.empty()));
            refused(Kind.UNKNOWN_CERTIFICATE, new HoldReleased("root", sample.serial(), NOW));
        }

        @Test
        @DisplayName("happens once")
        void once() {
            record(sample.issued());
            record(sample.revoked(RevocationReason.SUPERSEDED, NOW));
            refused(Kind.ALREADY_REVOKED, sample.revoked(RevocationReason.KEY_COMPROMISE, NOW));
            refused(Kind.ALREADY_REVOKED, sample.revoked(RevocationReason.CERTIFICATE_HOLD, NOW));
            refused(Kind.NOT_ON_HOLD, new HoldReleased("issuing", sample.serial(), NOW));
        }

        @Test
        @DisplayName("can end a hold; a hold can be released and put on again, but not twice")
        void hold() {
            record(sample.issued());
            refused(Kind.NOT_ON_HOLD, new HoldReleased("issuing", sample.serial(), NOW));
            record(sample.revoked(RevocationReason.CERTIFICATE_HOLD, NOW));
            refused(Kind.ALREADY_REVOKED, sample.revoked(RevocationReason.CERTIFICATE_HOLD, NOW));
            record(new HoldReleased("issuing", sample.serial(), NOW));
            assertThat(revocation(sample)).isEmpty();

            record(sample.revoked(RevocationReason.CERTIFICATE_HOLD, NOW));
            record(sample.revoked(RevocationReason.SUPERSEDED, NOW.plusSeconds(1)));
            assertThat(revocation(sample).orElseThrow().reason()).isEqualTo(RevocationReason.SUPERSEDED);
        }
    }

    @Test
    @DisplayName("gives a CRL its entries: one CA's, by rising serial, without those that ended before")
    void revoked() {
        record(Samples.certificate("0a").issued());
        record(Samples.certificate("1234567890").issued());
        record(Samples.certificate("ff").issued());
        record(Samples.certificate("02").issued());
        record(Samples.certificate("0b").by("root", "ca").issued());
        record(Samples.certificate("03").until("2026-02-01T00:00:00Z").issued());
        for (String serial : List.of("1234567890", "ff", "0a", "03")) {
            record(Samples.certificate(serial).revoked(RevocationReason.CERTIFICATE_HOLD, NOW));
        }
        record(Samples.certificate("0b").by("root", "ca").revoked(RevocationReason.SUPERSEDED, NOW));

        assertThat(crl("issuing", Instant.parse("2026-02-01T00:00:01Z")))
                .extracting(entry -> entry.serial().hex())
                .containsExactly("0a", "ff", "1234567890");
        assertThat(crl("issuing", Instant.parse("2026-02-01T00:00:00Z")))
                .extracting(entry -> entry.serial().hex())
                .containsExactly("03", "0a", "ff", "1234567890");
        RevokedEntry first = crl("root", NOW).get(0);
        assertThat(first.status().reason()).isEqualTo(RevocationReason.SUPERSEDED);
        assertThat(first.notAfter()).isEqualTo(sample.encoded().validity().notAfter());
    }

    @Test
    @DisplayName("gives the CRL of a partition its entries, and knows of each certificate where it belongs")
    void partition() {
        record(Samples.certificate("0a").in(1).issued());
        record(Samples.certificate("ff").in(2).issued());
        record(Samples.certificate("0b").in(2).issued());
        record(Samples.certificate("0c").issued());
        record(Samples.certificate("0d").in(2).until("2026-02-01T00:00:00Z").issued());
        for (String serial : List.of("0a", "ff", "0b", "0c", "0d")) {
            record(Samples.certificate(serial).revoked(RevocationReason.SUPERSEDED, NOW));
        }
        List<RevokedEntry> found = new ArrayList<>();
        ports().ledger().revokedIn("issuing", 2, Instant.parse("2026-02-01T00:00:01Z"), found::add);

        assertThat(found).extracting(entry -> entry.serial().hex()).containsExactly("0b", "ff");
        assertThat(found).extracting(RevokedEntry::partition).containsOnly(OptionalInt.of(2));
        assertThat(crl("issuing", Instant.parse("2026-02-01T00:00:00Z"))).hasSize(5);
        assertThat(ports().ledger()
                        .find(Samples.certificate("ff").serial())
                        .orElseThrow()
                        .partition())
                .hasValue(2);
        assertThat(ports().ledger()
                        .find(Samples.certificate("0c").serial())
                        .orElseThrow()
                        .partition())
                .isEmpty();
    }

    @Test
    @DisplayName("shows with a CRL's content everything up to the record that it names")
    void through() {
        record(sample.issued());
        assertThat(ports().ledger().revoked("issuing", NOW, entry -> {})).isLessThanOrEqualTo(1);
        long last = record(sample.revoked(RevocationReason.SUPERSEDED, NOW));

        assertThat(ports().ledger().revoked("issuing", NOW, entry -> {})).isEqualTo(last);
    }

    @Test
    @DisplayName("knows which revoked certificates of one CA ended in a span of time")
    void ending() {
        record(Samples.certificate("0b")
                .by("root", "ca")
                .until("2026-02-01T00:00:00Z")
                .issued());
        record(Samples.certificate("0b").by("root", "ca").revoked(RevocationReason.SUPERSEDED, NOW));
        List.of("01", "02", "03", "04")
                .forEach(day -> record(Samples.certificate("a" + day)
                        .until("2026-02-" + day + "T00:00:00Z")
                        .issued()));
        List.of("01", "02", "03")
                .forEach(day -> record(Samples.certificate("a" + day).revoked(RevocationReason.CERTIFICATE_HOLD, NOW)));
        List<String> ended = new ArrayList<>();

        ports().ledger()
                .revokedEnding(
                        "issuing",
                        Instant.parse("2026-02-02T00:00:00Z"),
                        Instant.parse("2026-02-03T00:00:00Z"),
                        serial -> ended.add(serial.hex()));

        assertThat(ended).containsExactly("0a02");
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    @DisplayName("remembers the keys that were compromised, and only those")
    void compromised(RevocationReason reason) {
        record(sample.withKey(7).issued());
        Der key = sample.withKey(7).encoded().subjectPublicKeyInfo().sha256();
        assertThat(ports().ledger().compromised(key)).isFalse();
        record(sample.revoked(reason, NOW));
        boolean bad = reason == RevocationReason.KEY_COMPROMISE
                || reason == RevocationReason.CA_COMPROMISE
                || reason == RevocationReason.AA_COMPROMISE;
        assertThat(ports().ledger().compromised(key)).isEqualTo(bad);
        Der other = sample.withKey(8).encoded().subjectPublicKeyInfo().sha256();
        assertThat(ports().ledger().compromised(other)).isFalse();
    }

    @Test
    @DisplayName("takes the same compromised key twice")
    void compromisedTwice() {
        for (String serial : List.of("4f01", "4f02")) {
            var certificate = Samples.certificate(serial).withKey(7);
            record(certificate.issued());
            record(certificate.revoked(RevocationReason.KEY_COMPROMISE, NOW));
        }
        assertThat(ports().ledger()
                        .compromised(sample.withKey(7)
                                .encoded()
                                .subjectPublicKeyInfo()
                                .sha256()))
                .isTrue();
    }
}
