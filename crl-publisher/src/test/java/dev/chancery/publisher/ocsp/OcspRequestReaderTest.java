package dev.chancery.publisher.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6960 §4.1: a request")
class OcspRequestReaderTest {
    private static final OcspFixture FIXTURE = new OcspFixture();
    private static final EncodedCertificate CERTIFICATE = FIXTURE.issue();
    private static final ASN1ObjectIdentifier UNHEARD_OF = new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1");

    private static Optional<OcspRequest> read(OCSPReqBuilder builder) {
        return OcspRequestReader.read(OcspFixture.encoded(builder));
    }

    private static OCSPReqBuilder plain() {
        return new OCSPReqBuilder().addRequest(FIXTURE.id(CERTIFICATE));
    }

    private static Extension nonce(byte[] value) {
        return new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value);
    }

    private static byte[] octets(int count) {
        try {
            return new DEROctetString(new byte[count]).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    @DisplayName("is read")
    class Read {
        @Test
        @DisplayName("with the CertID exactly as it was sent")
        void certId() throws IOException {
            OcspRequest request = read(plain()).orElseThrow();
            assertThat(request.plain()).isTrue();
            assertThat(request.certIds()).hasSize(1);
            CertId id = request.certIds().get(0);
            assertThat(id.encoded())
                    .isEqualTo(Der.ofOwned(
                            FIXTURE.id(CERTIFICATE).toASN1Primitive().getEncoded()));
            assertThat(id.serial()).contains(CERTIFICATE.serial());
            assertThat(ServedCa.of("issuing", FIXTURE.caCertificate(), Optional.empty())
                            .hashes())
                    .contains(id.issuer());
        }

        @Test
        @DisplayName("whoever asks, signed or not")
        void signed() throws Exception {
            java.security.KeyPairGenerator generator = java.security.KeyPairGenerator.getInstance("EC");
            byte[] request = plain().setRequestorName(new GeneralName(new X500Name("CN=somebody")))
                    .build(
                            new JcaContentSignerBuilder("SHA256withECDSA")
                                    .build(generator.generateKeyPair().getPrivate()),
                            new X509CertificateHolder[] {
                                new X509CertificateHolder(
                                        FIXTURE.caCertificate().der().octets())
                            })
                    .getEncoded();
            assertThat(OcspRequestReader.read(request)).isPresent();
        }

        @Test
        @DisplayName("with up to 32 CertIDs and any extension that is not critical")
        void several() {
            OCSPReqBuilder builder = new OCSPReqBuilder();
            Extensions single = new Extensions(new Extension(UNHEARD_OF, false, octets(3)));
            for (int i = 0; i < OcspRequestReader.MOST_CERT_IDS; i++) {
                builder.addRequest(FIXTURE.id(OcspFixture.SHA_1, BigInteger.valueOf(i)), single);
            }
            builder.setRequestExtensions(new Extensions(new Extension[] {
                new Extension(UNHEARD_OF, false, octets(3)),
                nonce(octets(16)),
                new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_response, true, octets(3))
            }));
            OcspRequest request = read(builder).orElseThrow();
            assertThat(request.certIds()).hasSize(OcspRequestReader.MOST_CERT_IDS);
            assertThat(request.nonce().map(Der::length)).contains(16);
            assertThat(request.plain()).isFalse();
        }

        @Test
        @DisplayName("with the hash's parameters left out or NULL")
        void parameters() {
            for (AlgorithmIdentifier hash : new AlgorithmIdentifier[] {
                OcspFixture.SHA_1, new AlgorithmIdentifier(OcspFixture.SHA_1.getAlgorithm(), DERNull.INSTANCE)
            }) {
                OCSPReqBuilder builder = new OCSPReqBuilder()
                        .addRequest(FIXTURE.id(hash, CERTIFICATE.serial().value()));
                assertThat(read(builder)).isPresent();
            }
        }
    }

    @Nested
    @DisplayName("is malformed")
    class Malformed {
        @ParameterizedTest
        @ValueSource(ints = {0, 129, 200})
        @DisplayName("RFC 9654: with a nonce of other than 1 to 128 octets")
        void nonceLength(int length) {
            assertThat(read(plain().setRequestExtensions(new Extensions(nonce(octets(length))))))
                    .isEmpty();
        }

        @Test
        @DisplayName("with a nonce that is no OCTET STRING, or two of them")
        void nonceForm() {
            assertThat(read(plain().setRequestExtensions(new Extensions(nonce(new byte[] {5, 0})))))
                    .isEmpty();
            ASN1EncodableVector twice = new ASN1EncodableVector();
            twice.add(nonce(octets(5)));
            twice.add(nonce(octets(5)));
            assertThat(tbs(requestList(), new DERTaggedObject(true, 2, new DERSequence(twice))))
                    .isEmpty();
        }

        @Test
        @DisplayName("§4.4: with a critical extension that is not understood")
        void critical() {
            Extensions unheardOf = new Extensions(new Extension(UNHEARD_OF, true, octets(3)));
            assertThat(read(plain().setRequestExtensions(unheardOf))).isEmpty();
            assertThat(read(new OCSPReqBuilder().addRequest(FIXTURE.id(CERTIFICATE), unheardOf)))
                    .isEmpty();
        }

        @Test
        @DisplayName("with no CertID, with more than 32, and of a version that does not exist")
        void counts() {
            assertThat(tbs(new DERSequence())).isEmpty();
            OCSPReqBuilder builder = new OCSPReqBuilder();
            for (int i = 0; i <= OcspRequestReader.MOST_CERT_IDS; i++) {
                builder.addRequest(FIXTURE.id(OcspFixture.SHA_1, BigInteger.valueOf(i)));
            }
            assertThat(read(builder)).isEmpty();
            assertThat(tbs(new DERTaggedObject(true, 0, new ASN1Integer(0)), requestList()))
                    .isPresent();
            assertThat(tbs(new DERTaggedObject(true, 0, new ASN1Integer(1)), requestList()))
                    .isEmpty();
        }

        static Stream<String> notRequests() {
            return Stream.of("", "30", "3000", "30030a0100", "0500", "308000000000", "30023000", "ff".repeat(40));
        }

        @ParameterizedTest
        @MethodSource("notRequests")
        @DisplayName("when it is something else")
        void other(String hex) {
            assertThat(OcspRequestReader.read(Der.fromHex(hex).octets())).isEmpty();
        }

        @Test
        @DisplayName("§X.690: with a serial number that is not minimal")
        void serial() {
            byte[] good = OcspFixture.encoded(
                    new OCSPReqBuilder().addRequest(FIXTURE.id(OcspFixture.SHA_1, BigInteger.valueOf(0x1234))));
            byte[] bad = good.clone();
            bad[bad.length - 2] = 0;
            assertThat(OcspRequestReader.read(good)).isPresent();
            assertThat(OcspRequestReader.read(bad)).isEmpty();
        }
    }

    private static DERSequence requestList() {
        return new DERSequence(new Request(FIXTURE.id(CERTIFICATE).toASN1Primitive(), null));
    }

    private static Optional<OcspRequest> tbs(org.bouncycastle.asn1.ASN1Encodable... parts) {
        try {
            return OcspRequestReader.read(new DERSequence(new DERSequence(parts)).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
