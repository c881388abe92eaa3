package dev.chancery.publisher.ocsp;

import static dev.chancery.publisher.ocsp.OcspFixture.NOW;
import static dev.chancery.publisher.ocsp.OcspFixture.ask;
import static dev.chancery.publisher.ocsp.OcspFixture.basic;
import static dev.chancery.publisher.ocsp.OcspFixture.encoded;
import static dev.chancery.publisher.ocsp.OcspFixture.response;
import static dev.chancery.publisher.ocsp.OcspFixture.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("RFC 6960: the responder")
class ResponderTest {
    private final OcspFixture fixture = new OcspFixture();
    private final Responder responder = fixture.responder();
    private final EncodedCertificate certificate = fixture.issue();

    private String asked() {
        return verdict(ask(responder, fixture.request(certificate)));
    }

    @Nested
    @DisplayName("§2.2: says")
    class Status {
        @Test
        @DisplayName("good of what was issued and not revoked, also once it has expired")
        void good() {
            EncodedCertificate expired = fixture.issue(Duration.ofHours(-1));
            assertThat(asked()).isEqualTo("good");
            assertThat(verdict(ask(responder, fixture.request(expired)))).isEqualTo("good");
        }

        @ParameterizedTest
        @EnumSource(RevocationReason.class)
        @DisplayName("revoked, with when and why, at once, also after expiry; an unspecified reason is left out")
        void revoked(RevocationReason reason) {
            assertThat(asked()).isEqualTo("good");
            fixture.revoke(certificate, reason);
            String expected = reason == RevocationReason.UNSPECIFIED ? "revoked" : "revoked " + reason.rfcName();
            assertThat(asked()).isEqualTo(expected);
            fixture.clock.advance(Duration.ofDays(20));
            byte[] answer = ask(responder, fixture.request(certificate));
            assertThat(verdict(answer)).isEqualTo(expected);
            SingleResp single = basic(answer).getResponses()[0];
            assertThat(((org.bouncycastle.cert.ocsp.RevokedStatus) single.getCertStatus())
                            .getRevocationTime()
                            .toInstant())
                    .isEqualTo(NOW);
        }

        @Test
        @DisplayName("certificateHold while it is held, and good once it is released")
        void hold() {
            fixture.revoke(certificate, RevocationReason.CERTIFICATE_HOLD);
            assertThat(asked()).isEqualTo("revoked certificateHold");
            fixture.release(certificate);
            assertThat(asked()).isEqualTo("good");
            fixture.revoke(certificate, RevocationReason.CERTIFICATE_HOLD);
            assertThat(asked()).isEqualTo("revoked certificateHold");
        }

        @Test
        @DisplayName("unknown of what was never issued, whatever the number, and good from the moment that it is")
        void unknown() {
            for (BigInteger serial : new BigInteger[] {
                BigInteger.ZERO,
                BigInteger.ONE,
                BigInteger.ONE.negate(),
                BigInteger.TWO.pow(200),
                certificate.serial().value().add(BigInteger.ONE)
            }) {
                assertThat(verdict(ask(responder, fixture.request(serial))))
                        .as("%s", serial)
                        .isEqualTo("unknown");
            }
        }

        @Test
        @DisplayName("good of none of 100,000 random serials (SECURITY.md rule 13)")
        void random() {
            // Signing takes most of the time, and is tested elsewhere.
            fixture.serve(responder, Optional.of(Credential.of(new Rubber(fixture.key), fixture.responderCertificate)));
            Random random = new Random(7);
            for (int i = 0; i < 100_000; i++) {
                OcspRequest request = OcspRequestReader.read(fixture.request(new BigInteger(127, random)))
                        .orElseThrow();
                Reply reply = responder.fromLedger(request);
                // Choice [2], IMPLICIT NULL, after a CertID of a known length: unknown, and nothing else.
                byte[] body = new byte[reply.body().remaining()];
                reply.body().get(body);
                if (i % 1000 == 0) {
                    assertThat(verdict(body)).isEqualTo("unknown");
                }
                assertThat(statusTag(body, request)).isEqualTo(0x82);
            }
        }

        private static int statusTag(byte[] body, OcspRequest request) {
            byte[] id = request.certIds().get(0).encoded().octets();
            for (int at = 0; at + id.length < body.length; at++) {
                if (java.util.Arrays.equals(body, at, at + id.length, id, 0, id.length)) {
                    return body[at + id.length] & 0xff;
                }
            }
            throw new AssertionError("the CertID is not echoed");
        }
    }

    @Nested
    @DisplayName("§4.2: an answer")
    class Answer {
        @Test
        @DisplayName("is signed, names the responder by key, carries its certificate, and its times are in order")
        void complete() throws Exception {
            BasicOCSPResp basic = basic(ask(responder, fixture.request(certificate)));
            X509CertificateHolder signer = basic.getCerts()[0];
            assertThat(signer.getEncoded())
                    .isEqualTo(fixture.responderCertificate.der().octets());
            assertThat(basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer)))
                    .isTrue();
            assertThat(basic.getResponderId().toASN1Primitive().getKeyHash())
                    .isEqualTo(fixture.responderCertificate
                            .subjectKeyIdentifier()
                            .orElseThrow()
                            .octets());
            assertThat(basic.getProducedAt().toInstant()).isEqualTo(NOW);
            SingleResp single = basic.getResponses()[0];
            assertThat(single.getThisUpdate().toInstant()).isEqualTo(NOW);
            assertThat(single.getNextUpdate().toInstant())
                    .isEqualTo(NOW.plus(OcspTerms.standard().lifetime()));
            assertThat(single.getCertID()).isEqualTo(fixture.id(certificate));
        }

        static Stream<AlgorithmIdentifier> hashes() {
            return Stream.of(
                            NISTObjectIdentifiers.id_sha256,
                            NISTObjectIdentifiers.id_sha384,
                            NISTObjectIdentifiers.id_sha512)
                    .map(AlgorithmIdentifier::new);
        }

        @ParameterizedTest
        @MethodSource("hashes")
        @DisplayName("§4.1.1: knows the issuer by any usual hash, and echoes the CertID as asked")
        void hash(AlgorithmIdentifier hash) {
            OCSPReqBuilder request = new OCSPReqBuilder()
                    .addRequest(fixture.id(hash, certificate.serial().value()));
            BasicOCSPResp basic = basic(ask(responder, encoded(request)));
            assertThat(verdict(basic, 0)).isEqualTo("good");
            assertThat(basic.getResponses()[0].getCertID())
                    .isEqualTo(fixture.id(hash, certificate.serial().value()));
        }

        @Test
        @DisplayName("speaks of all that were asked about, in that order")
        void several() {
            EncodedCertificate bad = fixture.issue();
            fixture.revoke(bad, RevocationReason.SUPERSEDED);
            OCSPReqBuilder request = new OCSPReqBuilder()
                    .addRequest(fixture.id(bad))
                    .addRequest(fixture.id(OcspFixture.SHA_1, BigInteger.TEN))
                    .addRequest(fixture.id(certificate));
            for (int i = 0; i < 2; i++) {
                BasicOCSPResp basic = basic(ask(responder, encoded(request)));
                assertThat(basic.getResponses()).hasSize(3);
                assertThat(verdict(basic, 0)).isEqualTo("revoked superseded");
                assertThat(verdict(basic, 1)).isEqualTo("unknown");
                assertThat(verdict(basic, 2)).isEqualTo("good");
            }
        }

        @ParameterizedTest
        @org.junit.jupiter.params.provider.ValueSource(ints = {1, 16, 32, 127, 128})
        @DisplayName("RFC 9654: echoes a nonce of 1 to 128 octets, and is not kept")
        void nonce(int length) throws Exception {
            byte[] nonce = new byte[length];
            new Random(length).nextBytes(nonce);
            byte[] request = encoded(new OCSPReqBuilder()
                    .addRequest(fixture.id(certificate))
                    .setRequestExtensions(new Extensions(new Extension(
                            OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded()))));
            for (int i = 0; i < 2; i++) {
                BasicOCSPResp basic = basic(ask(responder, request));
                Extension echoed = basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
                assertThat(echoed.getParsedValue()).isEqualTo(new DEROctetString(nonce));
                assertThat(verdict(basic, 0)).isEqualTo("good");
                assertThat(basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(basic.getCerts()[0])))
                        .isTrue();
            }
            assertThat(responder.signatures()).isEqualTo(2);
        }
    }

    @Nested
    @DisplayName("refuses, unsigned,")
    class Refusal {
        @Test
        @DisplayName("unauthorized: another CA's certificates, a hash that it does not know, and two CAs at once")
        void unauthorized() {
            OcspFixture foreign = new OcspFixture("foreign");
            assertThat(status(foreign.request(foreign.issue()))).isEqualTo(OCSPResp.UNAUTHORIZED);
            assertThat(status(encoded(new OCSPReqBuilder()
                            .addRequest(fixture.id(certificate))
                            .addRequest(foreign.id(foreign.issue())))))
                    .isEqualTo(OCSPResp.UNAUTHORIZED);
            assertThat(status(encoded(new OCSPReqBuilder()
                            .addRequest(fixture.id(
                                    new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha3_256),
                                    certificate.serial().value())))))
                    .isEqualTo(OCSPResp.UNAUTHORIZED);
        }

        @Test
        @DisplayName("tryLater: while it has no certificate of its own, or that has ended")
        void tryLater() {
            fixture.serve(responder, Optional.empty());
            assertThat(status(fixture.request(certificate))).isEqualTo(OCSPResp.TRY_LATER);
            fixture.serve(responder, Optional.of(Credential.of(fixture.key, fixture.responderCertificate)));
            assertThat(asked()).isEqualTo("good");
            fixture.clock.advance(Duration.ofDays(30));
            assertThat(status(fixture.request(certificate))).isEqualTo(OCSPResp.TRY_LATER);
        }

        private int status(byte[] request) {
            return response(ask(responder, request)).getStatus();
        }
    }

    @Nested
    @DisplayName("keeps an answer")
    class Kept {
        private byte[] answer() {
            return ask(responder, fixture.request(certificate));
        }

        @Test
        @DisplayName("until half of its life is over, and whatever happens to other certificates")
        void untilHalf() {
            byte[] first = answer();
            EncodedCertificate other = fixture.issue();
            fixture.clock.advance(OcspTerms.standard().lifetime().dividedBy(2).minusSeconds(1));
            assertThat(answer()).isEqualTo(first);
            fixture.clock.advance(Duration.ofSeconds(1));
            assertThat(answer()).isNotEqualTo(first);
            assertThat(responder.signatures()).isEqualTo(2);
            fixture.revoke(other, RevocationReason.SUPERSEDED);
            assertThat(verdict(answer())).isEqualTo("good");
        }

        @Test
        @DisplayName("not when the clock was set back behind it")
        void clockSetBack() {
            answer();
            fixture.clock.advance(Duration.ofMinutes(-10));
            assertThat(basic(answer()).getProducedAt().toInstant()).isEqualTo(NOW.minus(Duration.ofMinutes(10)));
        }

        @Test
        @DisplayName("never longer than the certificate that signed it is valid")
        void endOfCertificate() {
            fixture.clock.advance(Duration.ofDays(30).minus(Duration.ofMinutes(3)));
            assertThat(basic(answer()).getResponses()[0].getNextUpdate().toInstant())
                    .isEqualTo(fixture.responderCertificate.validity().notAfter());
        }

        @Test
        @DisplayName("not past a new key, which signs from then on")
        void newKey() throws Exception {
            answer();
            SigningKey next = fixture.anotherKey();
            EncodedCertificate renewed = fixture.credential(next);
            fixture.serve(responder, Optional.of(Credential.of(next, renewed)));
            BasicOCSPResp basic = basic(answer());
            assertThat(basic.getCerts()[0].getEncoded()).isEqualTo(renewed.der().octets());
            assertThat(basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(basic.getCerts()[0])))
                    .isTrue();
        }

        @Test
        @DisplayName("in a table with a bound: those that nobody asks for go first")
        void bounded() {
            KnownCertificates known = new KnownCertificates(100);
            byte[] favourite = fixture.request(certificate);
            CertId id =
                    OcspRequestReader.read(favourite).orElseThrow().certIds().get(0);
            known.put(id.encoded(), Known.IMPOSSIBLE);
            for (int i = 0; i < 1000; i++) {
                known.put(dev.chancery.core.x509.Der.ofOwned(new byte[] {(byte) i, (byte) (i >> 8)}), Known.IMPOSSIBLE);
                assertThat(known.find(id.encoded())).isNotNull();
                assertThat(known.size()).isLessThanOrEqualTo(100);
            }
        }
    }
}
