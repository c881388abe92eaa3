package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.journal.CrlCoverage;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalFaultException;
import dev.chancery.core.judges.OpenSsl;
import dev.chancery.core.judges.Pkix;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A CRL")
final class CrlIssuerTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String REASON_CODE = "2.5.29.21";
    private static final String INVALIDITY_DATE = "2.5.29.24";

    @TempDir
    Path directory;

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);

    private static Optional<X509CRLEntry> entry(SignedCrl crl, EncodedCertificate certificate) {
        X509CRL read = Pkix.crl(crl.octets().der());
        return Optional.ofNullable(
                read.getRevokedCertificate(certificate.serial().value()));
    }

    @ParameterizedTest(name = "signed with {0}")
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"RSA_2048", "EC_P256", "EC_P384", "EC_P521"})
    @DisplayName("makes OpenSSL and the JDK refuse the revoked certificate and accept the other")
    void judged(KeyAlgorithm algorithm) {
        CrlFixture signing = new CrlFixture(algorithm);
        signing.clock.set(Instant.now());
        EncodedCertificate good = signing.issue(YEAR);
        EncodedCertificate bad = signing.revoked(YEAR, RevocationReason.KEY_COMPROMISE);

        SignedCrl crl = signing.sign();

        OpenSsl openSsl = new OpenSsl(directory);
        List<EncodedCertificate> chain = List.of(signing.authority.issuer().certificate());
        List<Der> crls = List.of(crl.octets().der());
        assertThat(openSsl.verify(good, chain, crls).text()).isEqualTo("leaf.pem: OK\n");
        assertThat(openSsl.verify(bad, chain, crls).text()).contains("error 23").contains("certificate revoked");
        assertThat(Pkix.validate(good, chain, crls, Instant.now())).isEmpty();
        assertThat(Pkix.validate(bad, chain, crls, Instant.now()))
                .map(CertPathValidatorException::getReason)
                .contains(BasicReason.REVOKED);
        assertThat(openSsl.text(crl.octets().der(), chain.get(0)))
                .contains("verify OK", "X509v3 CRL Number", "Key Compromise", "Version 2");
    }

    @Test
    @DisplayName("is recorded, with its hash, before it is handed out")
    void recorded() {
        fixture.revoked(YEAR, RevocationReason.SUPERSEDED);

        SignedCrl crl = fixture.sign();

        assertThat(fixture.lastRecord().event())
                .isEqualTo(new JournalEvent.CrlSigned(
                        "issuing",
                        "issuing",
                        crl.number().value(),
                        crl.thisUpdate(),
                        crl.nextUpdate(),
                        1,
                        crl.octets().der().sha256(),
                        Optional.of(new CrlCoverage(fixture.stores.journal().lastSequence() - 1, crl.thisUpdate())),
                        Optional.empty()));
    }

    @Test
    @DisplayName("is not handed out when it cannot be recorded")
    void diskFails() {
        fixture.stores.journal().breakDisk();

        assertThatThrownBy(fixture::sign).isInstanceOf(JournalFaultException.class);
    }

    @Nested
    @DisplayName("as RFC 5280 §5.1 has it")
    final class Rfc5280Section5_1 {
        @Test
        @DisplayName("has no revokedCertificates when nothing is revoked (§5.1.2.6)")
        void empty() {
            SignedCrl crl = fixture.sign();

            List<DerCursor> tbs =
                    DerCursor.of(crl.octets().der()).children().get(0).children();
            assertThat(tbs).extracting(DerCursor::tag).containsExactly(0x02, 0x30, 0x30, 0x17, 0x17, 0xa0);
            assertThat(crl.entries()).isZero();
        }

        @Test
        @DisplayName("names its issuer with the very octets of the CA's subject (§5.1.2.3)")
        void issuer() {
            List<DerCursor> tbs = DerCursor.of(fixture.sign().octets().der())
                    .children()
                    .get(0)
                    .children();

            assertThat(tbs.get(2).encoded())
                    .isEqualTo(
                            fixture.authority.issuer().certificate().subject().der());
        }

        @Test
        @DisplayName("begins ten minutes ago and says when its successor is due and when it ends (§5.1.2.4, §5.1.2.5)")
        void times() {
            SignedCrl crl = fixture.sign();

            X509CRL read = Pkix.crl(crl.octets().der());
            assertThat(read.getThisUpdate()).isEqualTo(Date.from(CrlFixture.NOW.minus(Duration.ofMinutes(10))));
            assertThat(read.getNextUpdate()).isEqualTo(Date.from(CrlFixture.NOW.plus(Duration.ofDays(7))));
            assertThat(crl.nextPublish()).isEqualTo(CrlFixture.NOW.plus(Duration.ofDays(1)));
        }

        @Test
        @DisplayName("lists by rising serial")
        void sorted() {
            for (int i = 0; i < 12; i++) {
                fixture.revoked(YEAR, RevocationReason.UNSPECIFIED);
            }
            List<DerCursor> tbs = DerCursor.of(fixture.sign().octets().der())
                    .children()
                    .get(0)
                    .children();

            assertThat(tbs.get(5).children().stream()
                            .map(entry -> Der.ofOwned(entry.children().get(0).content())
                                    .hex()))
                    .hasSize(12)
                    .isSorted();
        }
    }

    @Nested
    @DisplayName("carries the extensions of RFC 5280 §5.2 and of Windows, none of them critical:")
    final class Rfc5280Section5_2 {
        @Test
        @DisplayName("the key identifier of the CA, and its number")
        void keyAndNumber() {
            X509CRL read = Pkix.crl(fixture.sign().octets().der());

            assertThat(read.getCriticalExtensionOIDs()).isNullOrEmpty();
            assertThat(read.getNonCriticalExtensionOIDs())
                    .containsExactlyInAnyOrder(
                            "2.5.29.35", "2.5.29.20", "1.3.6.1.4.1.311.21.1", "1.3.6.1.4.1.311.21.4");
            String identifier = fixture.authority
                    .issuer()
                    .certificate()
                    .subjectKeyIdentifier()
                    .orElseThrow()
                    .hex();
            assertThat(Der.ofOwned(read.getExtensionValue("2.5.29.35")).hex()).endsWith("8014" + identifier);
            assertThat(Der.ofOwned(read.getExtensionValue("2.5.29.20")).hex()).isEqualTo("0403020101");
        }

        @Test
        @DisplayName("Next CRL Publish as a Time, and CA Version as an INTEGER")
        void windows() {
            X509CRL read = Pkix.crl(fixture.sign().octets().der());

            assertThat(new String(
                            DerCursor.of(read.getExtensionValue("1.3.6.1.4.1.311.21.4"))
                                    .wrapped()
                                    .content(),
                            StandardCharsets.US_ASCII))
                    .isEqualTo("260602120000Z");
            assertThat(Der.ofOwned(read.getExtensionValue("1.3.6.1.4.1.311.21.1"))
                            .hex())
                    .isEqualTo("0403020100");
            assertThat(Der.ofOwned(CrlExtensions.caVersion(2).getExtnValue().getOctets())
                            .hex())
                    .isEqualTo("0203020002");
        }
    }

    @Nested
    @DisplayName("says about each certificate (RFC 5280 §5.3)")
    final class Rfc5280Section5_3 {
        @Test
        @DisplayName("nothing but its date when the reason is unspecified")
        void unspecified() {
            EncodedCertificate certificate = fixture.revoked(YEAR, RevocationReason.UNSPECIFIED);

            assertThat(entry(fixture.sign(), certificate)).hasValueSatisfying(entry -> {
                assertThat(entry.hasExtensions()).isFalse();
                assertThat(entry.getRevocationDate()).isEqualTo(Date.from(CrlFixture.NOW));
            });
        }

        @ParameterizedTest
        @EnumSource(value = RevocationReason.class, mode = EnumSource.Mode.EXCLUDE, names = "UNSPECIFIED")
        @DisplayName("its reason, not critical")
        void reason(RevocationReason reason) {
            EncodedCertificate certificate = fixture.revoked(YEAR, reason);

            assertThat(entry(fixture.sign(), certificate)).hasValueSatisfying(entry -> {
                assertThat(entry.getNonCriticalExtensionOIDs()).containsExactly(REASON_CODE);
                assertThat(Der.ofOwned(entry.getExtensionValue(REASON_CODE)).hex())
                        .isEqualTo(String.format("04030a01%02x", reason.code()));
            });
        }

        @Test
        @DisplayName("since when its key is distrusted, as a GeneralizedTime")
        void invalidityDate() {
            EncodedCertificate certificate = fixture.issue(YEAR);
            fixture.clock.advance(Duration.ofDays(2));
            fixture.revoke(
                    certificate, RevocationReason.KEY_COMPROMISE, Optional.of(CrlFixture.NOW.plus(Duration.ofDays(1))));

            assertThat(entry(fixture.sign(), certificate)).hasValueSatisfying(entry -> {
                byte[] value = entry.getExtensionValue(INVALIDITY_DATE);
                assertThat(DerCursor.of(value).wrapped().tag()).isEqualTo(0x18);
                assertThat(new String(DerCursor.of(value).wrapped().content(), StandardCharsets.US_ASCII))
                        .isEqualTo("20260602120000Z");
            });
        }
    }
}
