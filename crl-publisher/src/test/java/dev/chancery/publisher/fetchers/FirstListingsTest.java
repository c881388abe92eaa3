package dev.chancery.publisher.fetchers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Requester;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.MemorySpool;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.Validity;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The first CRL that lists a certificate")
class FirstListingsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestClock clock = new TestClock(NOW);
    private final MemoryStores stores = new MemoryStores(clock);
    private final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private final CrlIssuer crlIssuer =
            new CrlIssuer(stores.ledger(), stores.crlArchive(), stores.journal(), new MemorySpool(), clock);
    private final Map<String, SignedCrl> published = new LinkedHashMap<>();
    private final FirstListings listings = new FirstListings((publication, number) ->
            Optional.ofNullable(published.get(publication + number)).map(SignedCrl::octets));
    private Optional<SignedCrl> last = Optional.empty();

    @Test
    @DisplayName("is found among those of the same second by what is in it")
    void sameSecond() {
        SerialNumber early = revoke();
        publish();
        clock.advance(Duration.ofMillis(300));
        SerialNumber late = revoke();
        assertThat(find(early)).contains(number(1));
        assertThat(find(late)).isEmpty();
        clock.advance(Duration.ofMillis(300));
        publish();
        clock.advance(Duration.ofSeconds(10));
        publish();
        assertThat(find(early)).contains(number(1));
        assertThat(find(late)).contains(number(2));
    }

    @Test
    @DisplayName("is the first since the start for what was revoked before that")
    void before() {
        SerialNumber old = revoke();
        clock.advance(Duration.ofDays(3));
        publish();
        publish();
        assertThat(find(old)).contains(number(1));
    }

    @Test
    @DisplayName("may be a delta CRL of a later second")
    void delta() {
        publish();
        SerialNumber early = revoke();
        publishDelta();
        assertThat(find(early)).as("of the same second").isEmpty();
        clock.advance(Duration.ofSeconds(2));
        SerialNumber late = revoke();
        clock.advance(Duration.ofSeconds(2));
        publishDelta();
        assertThat(find(early)).contains(number(3));
        assertThat(find(late)).contains(number(3));
        clock.advance(Duration.ofSeconds(2));
        publish();
        assertThat(find(late)).contains(number(3));
    }

    private void publishDelta() {
        keep(crlIssuer.issueDelta(
                Requester.system(), authority.issuer(), CrlTerms.standard(), last.orElseThrow(), Optional.empty()));
    }

    private Optional<CrlNumber> find(SerialNumber serial) {
        Instant at = stores.ledger()
                .find(serial)
                .orElseThrow()
                .revocation()
                .orElseThrow()
                .revokedAt();
        return listings.find("issuing", serial, at);
    }

    private SerialNumber revoke() {
        SerialNumber serial = authority
                .issue(
                        stores.journal(),
                        "requester",
                        "web.example.com",
                        new Validity(NOW, NOW.plus(Duration.ofDays(90))))
                .serial();
        var unused = stores.journal()
                .record(
                        Requester.system(),
                        new CertificateRevoked(
                                "issuing", serial, RevocationReason.SUPERSEDED, clock.instant(), Optional.empty()));
        return serial;
    }

    private void publish() {
        SignedCrl crl =
                crlIssuer.issue(Requester.system(), authority.issuer(), new CrlScope.Full(), CrlTerms.standard(), last);
        last = Optional.of(crl);
        keep(crl);
    }

    private void keep(SignedCrl crl) {
        published.put(crl.publication() + crl.number(), crl);
        listings.published(crl);
    }

    private static CrlNumber number(long number) {
        return new CrlNumber(BigInteger.valueOf(number));
    }
}
