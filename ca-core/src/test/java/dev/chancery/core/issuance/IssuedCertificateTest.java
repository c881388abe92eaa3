package dev.chancery.core.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.judges.OpenSsl;
import dev.chancery.core.judges.Pkix;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.SubjectSource;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Pem;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.X509Time;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An issued certificate")
final class IssuedCertificateTest {
    @TempDir
    Path directory;

    private IssuanceFixture fixture;
    private OpenSsl openSsl;

    @BeforeEach
    void start() {
        fixture = new IssuanceFixture(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P256);
        openSsl = new OpenSsl(directory);
    }

    private EncodedCertificate server(String... hosts) {
        return fixture.issued(fixture.grant(hosts)).certificate();
    }

    private EncodedCertificate by(CertificateProfile profile, Wishes wishes) {
        return fixture.issued(fixture.grant(profile, fixture.newKey(KeyAlgorithm.EC_P256), wishes))
                .certificate();
    }

    @ParameterizedTest(name = "root {0}, issuing {1}, server {2}")
    @CsvSource({
        "RSA_2048, RSA_2048, RSA_2048",
        "RSA_4096, RSA_3072, EC_P256",
        "EC_P384, EC_P256, RSA_2048",
        "EC_P521, EC_P384, EC_P256"
    })
    @DisplayName("is accepted by OpenSSL, strictly, and by the JDK")
    void judged(KeyAlgorithm root, KeyAlgorithm issuing, KeyAlgorithm leaf) {
        IssuanceFixture signing = new IssuanceFixture(root, issuing);

        EncodedCertificate certificate = signing.issued(
                        signing.grant(signing.newKey(leaf), "www.example.com", "10.0.0.7"))
                .certificate();

        assertThat(openSsl.verify(certificate, signing.server.chain(), List.of())
                        .text())
                .isEqualTo("leaf.pem: OK\n");
        assertThat(Pkix.validate(certificate, signing.server.chain(), List.of(), IssuanceFixture.NOW))
                .isEmpty();
        assertThat(openSsl.run(
                                "verify",
                                "-purpose",
                                "sslserver",
                                "-verify_hostname",
                                "www.example.com",
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "chain.pem",
                                "leaf.pem")
                        .text())
                .isEqualTo("leaf.pem: OK\n");
    }

    @Nested
    @DisplayName("as RFC 5280 §4.1 has it")
    final class Rfc5280Section4_1 {
        @Test
        @DisplayName("is version 3 with a positive serial of 16 octets")
        void versionAndSerial() {
            EncodedCertificate certificate = server("www.example.com");

            assertThat(certificate.toJca().getVersion()).isEqualTo(3);
            assertThat(certificate.serial().value().toByteArray()).hasSize(16);
        }

        @Test
        @DisplayName("names the algorithm inside and outside with the same octets (§4.1.1.2)")
        void algorithms() {
            List<DerCursor> certificate =
                    DerCursor.of(server("www.example.com").der()).children();

            assertThat(certificate.get(0).children().get(2).encoded())
                    .isEqualTo(certificate.get(1).encoded())
                    .isEqualTo(Der.fromHex("300a06082a8648ce3d040302"));
        }

        @Test
        @DisplayName("names its issuer with the very octets of the CA's subject (§4.1.2.4)")
        void issuerName() {
            assertThat(server("www.example.com").issuer().der())
                    .isEqualTo(fixture.issuing.certificate().subject().der());
        }

        @Test
        @DisplayName(
                "has its times as UTCTime up to 2049 and as GeneralizedTime from 2050, in whole seconds (§4.1.2.5)")
        void times() {
            fixture.server.clock().advance(Duration.ofMillis(750));
            EncodedCertificate certificate = server("www.example.com");
            List<DerCursor> validity = DerCursor.of(certificate.der())
                    .children()
                    .get(0)
                    .children()
                    .get(4)
                    .children();

            assertThat(validity).extracting(DerCursor::tag).containsExactly(0x17, 0x17);
            assertThat(validity)
                    .allSatisfy(time -> assertThat(time.contentLength()).isEqualTo(13));
            Instant lastOfUtcTime = Instant.parse("2049-12-31T23:59:59Z");
            assertThat(X509Time.time(lastOfUtcTime)).isInstanceOf(ASN1UTCTime.class);
            assertThat(X509Time.time(lastOfUtcTime.plusSeconds(1)))
                    .isEqualTo(new DERGeneralizedTime("20500101000000Z"));
        }

        @Test
        @DisplayName("holds the granted public key unchanged (§4.1.2.7)")
        void key() {
            Der key = fixture.newKey(KeyAlgorithm.RSA_2048);

            EncodedCertificate certificate =
                    fixture.issued(fixture.grant(key, "www.example.com")).certificate();

            assertThat(certificate.subjectPublicKeyInfo()).isEqualTo(key);
        }
    }

    @Nested
    @DisplayName("carries the extensions of RFC 5280 §4.2:")
    final class Rfc5280Section4_2 {
        @Test
        @DisplayName("those of a server certificate, each critical or not as it must be")
        void server() {
            X509Certificate certificate =
                    IssuedCertificateTest.this.server("www.example.com").toJca();

            assertThat(certificate.getCriticalExtensionOIDs()).containsExactly("2.5.29.15");
            assertThat(certificate.getNonCriticalExtensionOIDs())
                    .containsExactlyInAnyOrder(
                            "2.5.29.35", "2.5.29.14", "2.5.29.37", "2.5.29.17", "2.5.29.31", "1.3.6.1.5.5.7.1.1");
            assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        }

        @Test
        @DisplayName("key identifiers by method 1: SHA-1 over the bits of the key (§4.2.1.2)")
        void keyIdentifiers() {
            EncodedCertificate certificate = IssuedCertificateTest.this.server("www.example.com");
            byte[] bits = DerCursor.of(certificate.subjectPublicKeyInfo())
                    .children()
                    .get(1)
                    .content();
            Der withoutUnusedBits = Der.ofOwned(Arrays.copyOfRange(bits, 1, bits.length));

            assertThat(certificate.subjectKeyIdentifier()).contains(withoutUnusedBits.sha1());
            assertThat(certificate.authorityKeyIdentifier())
                    .isEqualTo(fixture.issuing.certificate().subjectKeyIdentifier());
        }

        @Test
        @DisplayName("names and addresses as they were granted, wildcard, IPv4 and IPv6 among them (§4.2.1.6)")
        void names() {
            String text = openSsl.text(
                    IssuedCertificateTest.this.server("www.example.com", "*.lab.example.com", "10.0.0.7", "fd00::1"));

            assertThat(text)
                    .contains("DNS:www.example.com, DNS:*.lab.example.com, IP Address:10.0.0.7,"
                            + " IP Address:FD00:0:0:0:0:0:0:1");
        }

        @Test
        @DisplayName("critical names when the subject is empty, and only then (§4.2.1.6)")
        void emptySubject() {
            CertificateProfile nameless =
                    SampleProfile.tlsServer().subject(SubjectSource.FIXED, "").build();

            EncodedCertificate certificate = by(nameless, IssuanceFixture.hosts("www.example.com"));

            assertThat(certificate.subject().isEmpty()).isTrue();
            assertThat(certificate.toJca().getCriticalExtensionOIDs()).contains("2.5.29.17");
            assertThat(openSsl.verify(certificate, fixture.server.chain(), List.of())
                            .text())
                    .isEqualTo("leaf.pem: OK\n");
        }

        @Test
        @DisplayName("no keyEncipherment for an EC key, but for an RSA key (RFC 8813)")
        void keyUsage() {
            EncodedCertificate ec = IssuedCertificateTest.this.server("www.example.com");
            EncodedCertificate rsa = fixture.issued(
                            fixture.grant(fixture.newKey(KeyAlgorithm.RSA_2048), "www.example.com"))
                    .certificate();

            assertThat(ec.toJca().getKeyUsage()).startsWith(true, false, false);
            assertThat(rsa.toJca().getKeyUsage()).startsWith(true, false, true);
        }

        @Test
        @DisplayName("where the CRL, the CA's certificate and the responder are (§4.2.1.13, §4.2.2.1)")
        void addresses() {
            assertThat(openSsl.text(IssuedCertificateTest.this.server("www.example.com")))
                    .contains("URI:http://ca.example.com/crl/issuing.crl")
                    .contains("CA Issuers - URI:http://ca.example.com/ca/issuing.crt")
                    .contains("OCSP - URI:http://ca.example.com/ocsp");
        }

        @Test
        @DisplayName("the policies of its profile (§4.2.1.4)")
        void policies() {
            CertificateProfile profile =
                    SampleProfile.tlsServer().policies("2.23.140.1.2.1").build();

            assertThat(openSsl.text(by(profile, IssuanceFixture.hosts("www.example.com"))))
                    .contains("Policy: 2.23.140.1.2.1");
        }

        @Test
        @DisplayName("no CRL but nocheck for an OCSP responder (RFC 6960 §4.2.2.2.1)")
        void ocspResponder() {
            CertificateProfile profile = SampleProfile.ocspResponder().build();

            assertThat(openSsl.text(by(profile, Wishes.none())))
                    .contains("OCSP No Check", "OCSP Signing")
                    .doesNotContain("CRL Distribution Points");
        }
    }

    @Test
    @DisplayName("comes out of its PEM as it is in the ledger and the journal")
    void sameEverywhere() {
        EncodedCertificate certificate = server("www.example.com");

        assertThat(Pem.decode(certificate.pem(), "CERTIFICATE")).isEqualTo(certificate.der());
        assertThat(fixture.stores().ledger().find(certificate.serial()))
                .map(found -> found.certificate().der())
                .contains(certificate.der());
    }

    @Test
    @DisplayName("has a serial that nobody can guess: constant length, no repetition, every bit near one half (rule 4)")
    void serials() {
        SecureRandom random = new SecureRandom();
        int count = 100_000;
        int[] ones = new int[128];
        Set<SerialNumber> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            SerialNumber serial = SerialNumber.random(random);
            seen.add(serial);
            assertThat(serial.value().bitLength()).isEqualTo(127);
            for (int bit = 0; bit < ones.length; bit++) {
                ones[bit] += serial.value().testBit(bit) ? 1 : 0;
            }
        }
        assertThat(seen).hasSize(count);
        for (int bit = 0; bit < 126; bit++) {
            assertThat(ones[bit]).as("bit %d", bit).isBetween(count * 48 / 100, count * 52 / 100);
        }
    }
}
