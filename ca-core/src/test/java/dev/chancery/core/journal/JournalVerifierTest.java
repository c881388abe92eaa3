package dev.chancery.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.CrlNumbersRaised;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import dev.chancery.core.journal.JournalVerifier.Tally;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.Validity;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The journal's verifier")
final class JournalVerifierTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final SampleAuthority AUTHORITY = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private static final SampleAuthority STRANGER = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private static final SampleAuthority OTHER = new SampleAuthority("other", KeyAlgorithm.EC_P256, NOW);
    private static final Validity VALIDITY = new Validity(NOW, NOW.plus(Duration.ofDays(90)));
    private static final EncodedCertificate FIRST = AUTHORITY.sign("one.example.com", VALIDITY);
    private static final EncodedCertificate SECOND = AUTHORITY.sign("two.example.com", VALIDITY);
    private static final List<JournalEvent> GOOD = List.of(
            added(AUTHORITY, "issuing"),
            issued(FIRST, Optional.empty()),
            submitted(1),
            submitted(2),
            new RequestApproved(1, "fine"),
            issued(SECOND, Optional.of(1L)),
            new RequestDenied(2, "no"),
            revoked(FIRST.serial(), RevocationReason.CERTIFICATE_HOLD),
            new HoldReleased("issuing", FIRST.serial(), NOW),
            revoked(FIRST.serial(), RevocationReason.CERTIFICATE_HOLD),
            revoked(FIRST.serial(), RevocationReason.KEY_COMPROMISE),
            crl(1),
            crl(7));

    private static AuthorityAdded added(SampleAuthority authority, String name) {
        Der certificate = authority.issuer().certificate().der();
        return new AuthorityAdded(
                name, certificate, List.of(), "keys/issuing.p12", 0, URI.create("http://ca.example.com"));
    }

    private static CertificateIssued issued(EncodedCertificate certificate, Optional<Long> request) {
        return new CertificateIssued("issuing", certificate.der(), "tls-server", "rita", Optional.empty(), request);
    }

    private static RequestSubmitted submitted(long id) {
        return new RequestSubmitted(
                id,
                "tls-server",
                "rita",
                Der.fromHex("3000"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static CertificateRevoked revoked(SerialNumber serial, RevocationReason reason) {
        return new CertificateRevoked("issuing", serial, reason, NOW, Optional.empty());
    }

    private static CrlSigned crl(long number) {
        return new CrlSigned(
                "issuing", "issuing", BigInteger.valueOf(number), NOW, VALIDITY.notAfter(), 0, Der.fromHex("00"));
    }

    private static CrlNumbersRaised raised(String issuer, long number) {
        return new CrlNumbersRaised(issuer, issuer, BigInteger.valueOf(number), "restored from a backup");
    }

    /** Chained by a hash that needs only to differ from record to record. */
    private static List<JournalRecord> chained(List<JournalEvent> events) {
        List<JournalRecord> records = new ArrayList<>();
        Der previous = Der.ofOwned(new byte[32]);
        for (JournalEvent event : events) {
            long sequence = records.size() + 1L;
            Der hash = Der.ofOwned(BigInteger.valueOf(sequence).toByteArray()).sha256();
            Requester actor = Requester.system();
            records.add(new JournalRecord(sequence, NOW, actor.name(), actor.means(), event, previous, hash));
            previous = hash;
        }
        return records;
    }

    /** Read twice: signatures checked in their turn, and by other threads, which must find the same. */
    private static JournalVerifier read(List<JournalRecord> records) {
        JournalVerifier verifier = new JournalVerifier();
        JournalVerifier sideBySide = new JournalVerifier(ForkJoinPool.commonPool());
        records.forEach(verifier::accept);
        records.forEach(sideBySide::accept);
        assertThat(sideBySide.fault()).isEqualTo(verifier.fault());
        return verifier;
    }

    @Test
    @DisplayName("finds nothing wrong with a good journal, and counts what is in it")
    void good() {
        JournalVerifier verifier = read(chained(GOOD));

        assertThat(verifier.fault()).isEmpty();
        assertThat(verifier.tally()).isEqualTo(new Tally(13, 1, 2, 1, 2));
    }

    @TestFactory
    @DisplayName("names the first event that was impossible:")
    Stream<DynamicTest> impossibleEvents() {
        EncodedCertificate foreign = STRANGER.sign("evil.example.com", VALIDITY);
        SerialNumber unknown = new SerialNumber(BigInteger.TEN);
        CertificateIssued elsewhere = new CertificateIssued(
                "elsewhere", FIRST.der(), "tls-server", "rita", Optional.empty(), Optional.empty());
        return Stream.of(
                impossible(added(AUTHORITY, "issuing"), "joins a second time"),
                impossible(elsewhere, "a CA that never joined"),
                impossible(issued(foreign, Optional.empty()), "does not verify with the key of"),
                impossible(issued(OTHER.sign("four.example.com", VALIDITY), Optional.empty()), "names the issuer"),
                impossible(issued(FIRST, Optional.empty()), "issued a second time"),
                impossible(revoked(unknown, RevocationReason.SUPERSEDED), "never issued"),
                impossible(revoked(FIRST.serial(), RevocationReason.SUPERSEDED), "revoked already"),
                impossible(new HoldReleased("issuing", FIRST.serial(), NOW), "not on hold"),
                impossible(crl(7), "numbers only go up"),
                impossible(raised("issuing", 7), "are raised to 7, which is not above 7"),
                impossible(raised("elsewhere", 8), "a CA that never joined"),
                impossible(submitted(2), "submitted a second time"),
                impossible(new RequestApproved(2, ""), "denied and not waiting"),
                impossible(new RequestDenied(9, ""), "unknown and not waiting"),
                impossible(
                        issued(AUTHORITY.sign("three.example.com", VALIDITY), Optional.of(2L)),
                        "denied and not approved"));
    }

    private static DynamicTest impossible(JournalEvent event, String words) {
        return DynamicTest.dynamicTest(event.type() + ": " + words, () -> {
            List<JournalEvent> events = new ArrayList<>(GOOD);
            events.add(event);
            events.add(crl(8));
            assertThat(read(chained(events)).fault()).hasValueSatisfying(fault -> {
                assertThat(fault.sequence()).isEqualTo(14);
                assertThat(fault.words()).contains(words);
            });
        });
    }

    @Test
    @DisplayName("notices a record that is missing")
    void missing() {
        List<JournalRecord> records = chained(GOOD);
        records.remove(4);

        assertThat(read(records).fault().map(Object::toString)).contains("record 6: a record is missing: 6 follows 4");
    }

    @Test
    @DisplayName("notices a record that was exchanged")
    void exchanged() {
        List<JournalRecord> records = chained(GOOD);
        JournalRecord old = records.get(4);
        Der otherHash = Der.fromHex("00".repeat(32));
        records.set(
                4, new JournalRecord(5, old.time(), old.actor(), old.means(), old.event(), old.previous(), otherHash));

        assertThat(read(records).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.sequence()).isEqualTo(6);
            assertThat(fault.words()).contains("the chain is broken");
        });
    }

    private static JournalRecord at(Instant time, JournalRecord old) {
        return new JournalRecord(
                old.sequence(), time, old.actor(), old.means(), old.event(), old.previous(), old.hash());
    }

    @Test
    @DisplayName("notices time that runs backwards")
    void backwards() {
        List<JournalRecord> records = chained(GOOD);
        records.set(6, at(NOW.minusNanos(1000), records.get(6)));

        assertThat(read(records).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.sequence()).isEqualTo(7);
            assertThat(fault.words()).contains("time runs backwards");
        });
    }
}
