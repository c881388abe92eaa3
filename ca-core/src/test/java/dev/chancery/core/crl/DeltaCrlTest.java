package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.judges.OpenSsl;
import dev.chancery.core.judges.Pkix;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A delta CRL (RFC 5280 §5.2.4)")
final class DeltaCrlTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final URI FRESHEST = URI.create("http://pki.example.com/crl/issuing-delta.crl");
    private static final CrlTerms HOURLY =
            new CrlTerms(Duration.ofHours(2), Duration.ofHours(1), Duration.ofMinutes(10));
    private static final int REMOVED = 8;

    @TempDir
    Path directory;

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);

    private SignedCrl full(Optional<SignedCrl> before) {
        return fixture.crls.issue(
                Requester.system(),
                fixture.authority.issuer(),
                new CrlScope.Full(Optional.of(FRESHEST)),
                CrlTerms.standard(),
                before);
    }

    private SignedCrl delta(SignedCrl base, Optional<SignedCrl> before) {
        return fixture.crls.issueDelta(Requester.system(), fixture.authority.issuer(), HOURLY, base, before);
    }

    private SignedCrl together(SignedCrl full, SignedCrl base) {
        return fixture.crls.issueDelta(Requester.system(), fixture.authority.issuer(), HOURLY, full, base);
    }

    private static Map<BigInteger, Integer> reasons(SignedCrl crl) {
        Map<BigInteger, Integer> reasons = new TreeMap<>();
        CrlContent.read(crl.octets().buffer()).forEach((serial, date, reason) -> reasons.put(serial, reason.orElse(0)));
        return reasons;
    }

    /** What a relying party makes of both. */
    private static Map<BigInteger, Integer> combined(SignedCrl base, SignedCrl delta) {
        Map<BigInteger, Integer> reasons = reasons(base);
        reasons(delta).forEach((serial, reason) -> {
            if (reason == REMOVED) {
                reasons.remove(serial);
            } else {
                reasons.put(serial, reason);
            }
        });
        return reasons;
    }

    @Test
    @DisplayName("says critically to which full CRL it belongs, has a number above it, and names no delta itself")
    void form() {
        SignedCrl base = full(Optional.empty());
        SignedCrl delta = delta(base, Optional.empty());

        X509CRL read = Pkix.crl(delta.octets().der());
        assertThat(read.getCriticalExtensionOIDs()).containsExactly("2.5.29.27");
        assertThat(Der.ofOwned(read.getExtensionValue("2.5.29.27")).hex()).isEqualTo("0403020101");
        assertThat(delta.number().value()).isEqualTo(BigInteger.TWO);
        assertThat(delta.publication()).isEqualTo("issuing-delta");
        assertThat(read.getExtensionValue("2.5.29.46")).isNull();
        assertThat(Pkix.crl(base.octets().der()).getNonCriticalExtensionOIDs()).contains("2.5.29.46");
        assertThat(CrlContent.read(base.octets().buffer()).freshest()).contains(FRESHEST.toString());
        assertThat(delta.nextUpdate()).isEqualTo(CrlFixture.NOW.plus(Duration.ofHours(2)));
        assertThat(CrlJudge.judge(
                        delta.octets().der(),
                        fixture.authority.issuer().certificate().der()))
                .isEmpty();
        assertThat(fixture.lastRecord().event())
                .isInstanceOfSatisfying(
                        CrlSigned.class, signed -> assertThat(signed.scope()).isEqualTo("issuing/delta"));
    }

    @Test
    @DisplayName("has every change since its base: what was revoked, and removeFromCRL for what was released")
    void changes() {
        EncodedCertificate old = fixture.revoked(YEAR, RevocationReason.SUPERSEDED);
        EncodedCertificate held = fixture.revoked(YEAR, RevocationReason.CERTIFICATE_HOLD);
        EncodedCertificate kept = fixture.revoked(YEAR, RevocationReason.CERTIFICATE_HOLD);
        SignedCrl base = full(Optional.empty());
        EncodedCertificate fresh = fixture.revoked(YEAR, RevocationReason.KEY_COMPROMISE);
        SignedCrl first = delta(base, Optional.empty());
        fixture.release(held);
        fixture.revoke(kept, RevocationReason.CESSATION_OF_OPERATION, Optional.empty());

        SignedCrl second = delta(base, Optional.of(first));

        assertThat(reasons(first)).isEqualTo(Map.of(fresh.serial().value(), 1));
        assertThat(reasons(second))
                .isEqualTo(Map.of(
                        fresh.serial().value(), 1,
                        held.serial().value(), REMOVED,
                        kept.serial().value(), 5));
        SignedCrl next = full(Optional.of(base));
        assertThat(combined(base, second))
                .isEqualTo(reasons(next))
                .containsKey(old.serial().value());
        assertThat(next.number()).isEqualTo(second.number().next());
    }

    @Test
    @DisplayName("takes back what its base listed for the last time, since the certificate has ended")
    void ended() {
        EncodedCertificate brief = fixture.revoked(Duration.ofDays(1), RevocationReason.SUPERSEDED);
        SignedCrl before = full(Optional.empty());
        fixture.clock.advance(Duration.ofDays(2));
        SignedCrl base = full(Optional.of(before));
        fixture.clock.advance(Duration.ofHours(1));

        SignedCrl delta = delta(base, Optional.empty());

        assertThat(reasons(base)).containsKey(brief.serial().value());
        assertThat(reasons(delta)).isEqualTo(Map.of(brief.serial().value(), REMOVED));
        assertThat(combined(base, delta)).isEqualTo(reasons(full(Optional.of(base))));
    }

    @Test
    @DisplayName("that is issued with a full one has its number and gives with the full one before it the same list")
    void together() {
        EncodedCertificate held = fixture.revoked(YEAR, RevocationReason.CERTIFICATE_HOLD);
        fixture.revoked(YEAR, RevocationReason.SUPERSEDED);
        SignedCrl before = full(Optional.empty());
        fixture.release(held);
        fixture.revoked(YEAR, RevocationReason.UNSPECIFIED);
        SignedCrl full = full(Optional.of(before));

        SignedCrl delta = together(full, before);

        assertThat(delta.number()).isEqualTo(full.number());
        assertThat(delta.thisUpdate()).isEqualTo(full.thisUpdate());
        assertThat(delta.scope()).isEqualTo(new CrlScope.Delta(before.number()));
        assertThat(combined(before, delta)).isEqualTo(reasons(full));
        assertThat(delta(full, Optional.of(delta)).number())
                .isEqualTo(full.number().next());
    }

    @Test
    @DisplayName("is believed by OpenSSL, which refuses what only the delta revokes and accepts what it releases")
    void openSsl() {
        fixture.clock.set(Instant.now());
        EncodedCertificate good = fixture.issue(YEAR);
        EncodedCertificate inBase = fixture.revoked(YEAR, RevocationReason.KEY_COMPROMISE);
        EncodedCertificate released = fixture.revoked(YEAR, RevocationReason.CERTIFICATE_HOLD);
        SignedCrl base = full(Optional.empty());
        EncodedCertificate inDelta = fixture.revoked(YEAR, RevocationReason.KEY_COMPROMISE);
        fixture.release(released);
        SignedCrl delta = delta(base, Optional.empty());

        OpenSsl openSsl = new OpenSsl(directory);
        List<EncodedCertificate> chain = List.of(fixture.authority.issuer().certificate());
        List<Der> crls = List.of(base.octets().der(), delta.octets().der());
        List<String> options = List.of("-use_deltas", "-extended_crl");
        assertThat(openSsl.verify(good, chain, crls, options).text()).isEqualTo("leaf.pem: OK\n");
        assertThat(openSsl.verify(inBase, chain, crls, options).text()).contains("certificate revoked");
        assertThat(openSsl.verify(inDelta, chain, crls, options).text()).contains("certificate revoked");
        assertThat(openSsl.verify(released, chain, crls, options).text()).isEqualTo("leaf.pem: OK\n");
    }

    @Test
    @DisplayName("is not made to a base that another process has made: nobody here knows what came after it")
    void foreignBase() {
        SignedCrl base = full(Optional.empty());
        CrlFixture other = new CrlFixture(fixture.authority, fixture.clock);

        assertThatThrownBy(() -> other.crls.issueDelta(
                        Requester.system(), fixture.authority.issuer(), HOURLY, base, Optional.empty()))
                .isInstanceOf(CrlFaultException.class)
                .hasMessageContaining("publish a full one first");
    }
}
