package dev.chancery.core.lint;

import static dev.chancery.core.lint.OcspDraft.GOOD;
import static dev.chancery.core.lint.OcspDraft.SHA1;
import static dev.chancery.core.lint.OcspDraft.answer;
import static dev.chancery.core.lint.OcspDraft.certId;
import static dev.chancery.core.lint.OcspDraft.time;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.tlv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An OCSP response is read")
class OcspReadingTest {
    private static final byte[] NOW = time("20260601000000Z");
    private static final byte[] NEXT = tlv(0xa0, time("20260602000000Z"));
    private static final byte[] EXTENSIONS = tlv(0xa1, sequence());
    private static final byte[] ALGORITHM = hex(Draft.SHA256_ECDSA);
    private static final byte[] SIGNATURE = hex("030100");
    private static final byte[] BY_KEY = tlv(0xa2, octets(new byte[20]));

    private static byte[] data(byte[]... parts) {
        return sequence(parts);
    }

    private static byte[] good() {
        return data(BY_KEY, NOW, sequence(answer(certId(SHA1), GOOD)));
    }

    private static BasicOcsp read(byte[] basic) {
        return BasicOcsp.read(DerCursor.of(basic));
    }

    private static byte[] single(byte[]... parts) {
        return sequence(data(BY_KEY, NOW, sequence(sequence(parts))), ALGORITHM, SIGNATURE);
    }

    @Test
    @DisplayName("with each of its parts, in order")
    void parts() {
        BasicOcsp basic = read(sequence(
                data(
                        tlv(0xa0, integer(0)),
                        BY_KEY,
                        NOW,
                        sequence(sequence(certId(SHA1), GOOD, NOW, NEXT, EXTENSIONS)),
                        EXTENSIONS),
                ALGORITHM,
                SIGNATURE,
                tlv(0xa0, sequence(sequence(), sequence()))));
        assertThat(basic.version()).isPresent();
        assertThat(basic.producedAt().text()).isEqualTo("20260601000000Z");
        assertThat(basic.extensions()).contains(List.of());
        assertThat(basic.certificates()).hasSize(2);
        assertThat(basic.allExtensions()).hasSize(2);
        OcspAnswer answer = basic.answers().get(0);
        assertThat(answer.status()).isEqualTo(OcspAnswer.GOOD);
        assertThat(answer.certId().serial()).isEqualTo(5);
        assertThat(answer.certId().hash()).isEqualTo("1.3.14.3.2.26");
        assertThat(answer.nextUpdate().map(EncodedTime::text)).contains("20260602000000Z");
        assertThat(answer.extensions()).contains(List.of());
        assertThat(answer.revocationTime()).isEmpty();
        assertThat(answer.reason()).isEmpty();
    }

    @Test
    @DisplayName("without what may be left out")
    void least() {
        BasicOcsp basic = read(sequence(good(), ALGORITHM, SIGNATURE));
        assertThat(basic.version()).isEmpty();
        assertThat(basic.extensions()).isEmpty();
        assertThat(basic.certificates()).isEmpty();
        assertThat(basic.allExtensions()).isEmpty();
        assertThat(read(single(certId(SHA1), GOOD, NOW)).answers().get(0).nextUpdate())
                .isEmpty();
        assertThat(read(single(certId(SHA1), GOOD, NOW, EXTENSIONS))
                        .answers()
                        .get(0)
                        .extensions())
                .isPresent();
    }

    @Test
    @DisplayName("with when and why something was revoked")
    void revoked() {
        OcspAnswer answer = read(single(certId(SHA1), OcspDraft.revoked("20260501000000Z", 1), NOW))
                .answers()
                .get(0);
        assertThat(answer.status()).isEqualTo(OcspAnswer.REVOKED);
        assertThat(answer.revocationTime().map(EncodedTime::text)).contains("20260501000000Z");
        assertThat(answer.reason()).contains(1);
        assertThat(read(single(certId(SHA1), hex("8200"), NOW)).answers().get(0).status())
                .isEqualTo(OcspAnswer.UNKNOWN);
    }

    static Stream<Arguments> broken() {
        byte[] id = certId(SHA1);
        byte[] when = time("20260501000000Z");
        return Stream.of(
                Arguments.of("no signature", sequence(good(), ALGORITHM)),
                Arguments.of("a fourth part that is none", sequence(good(), ALGORITHM, SIGNATURE, sequence())),
                Arguments.of(
                        "a fifth part",
                        sequence(good(), ALGORITHM, SIGNATURE, tlv(0xa0, sequence()), tlv(0xa0, sequence()))),
                Arguments.of("no data", sequence(data(), ALGORITHM, SIGNATURE)),
                Arguments.of("no answers", sequence(data(BY_KEY, NOW), ALGORITHM, SIGNATURE)),
                Arguments.of(
                        "something else in place of extensions",
                        sequence(data(BY_KEY, NOW, sequence(), sequence()), ALGORITHM, SIGNATURE)),
                Arguments.of(
                        "something behind the extensions",
                        sequence(data(BY_KEY, NOW, sequence(), EXTENSIONS, EXTENSIONS), ALGORITHM, SIGNATURE)),
                Arguments.of("no time in an answer", single(id, GOOD)),
                Arguments.of("no such status", single(id, hex("8300"), NOW)),
                Arguments.of("revoked without a time", single(id, hex("a100"), NOW)),
                Arguments.of(
                        "revoked with too much",
                        single(id, tlv(0xa1, when, tlv(0xa0, hex("0a0101")), tlv(0xa0, hex("0a0101"))), NOW)),
                Arguments.of("a reason of two octets", single(id, tlv(0xa1, when, tlv(0xa0, hex("0a020001"))), NOW)),
                Arguments.of("a reason that is an INTEGER", single(id, tlv(0xa1, when, tlv(0xa0, integer(1))), NOW)),
                Arguments.of("the parts of an answer in the wrong order", single(id, GOOD, NOW, EXTENSIONS, NEXT)),
                Arguments.of("extensions twice", single(id, GOOD, NOW, EXTENSIONS, EXTENSIONS)),
                Arguments.of("nextUpdate twice", single(id, GOOD, NOW, NEXT, NEXT)),
                Arguments.of("a part too much in an answer", single(id, GOOD, NOW, NEXT, EXTENSIONS, EXTENSIONS)),
                Arguments.of("a certID of three parts", single(sequence(SHA1, octets(), octets()), GOOD, NOW)),
                Arguments.of(
                        "a certID of five parts",
                        single(sequence(SHA1, octets(), octets(), integer(1), integer(1)), GOOD, NOW)),
                Arguments.of(
                        "a certID whose hash is no OCTET STRING",
                        single(sequence(SHA1, integer(1), octets(), integer(1)), GOOD, NOW)),
                Arguments.of(
                        "a certID whose other hash is none",
                        single(sequence(SHA1, octets(), integer(1), integer(1)), GOOD, NOW)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    @DisplayName("and refused with")
    void refused(String what, byte[] basic) {
        assertThatThrownBy(() -> read(basic)).as(what).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<String> outlines() {
        byte[] bytes = sequence(oid(JudgedOcsp.BASIC), octets());
        return Stream.of(
                        sequence(),
                        sequence(hex("0a0100"), tlv(0xa1, bytes)),
                        sequence(hex("0a0100"), tlv(0xa0, bytes), tlv(0xa0, bytes)),
                        sequence(hex("0a020000")),
                        sequence(hex("0a00")),
                        sequence(integer(0)),
                        sequence(hex("0a0100"), tlv(0xa0, sequence(oid("1.2.3")))),
                        sequence(hex("0a0100"), tlv(0xa0, sequence(oid("1.2.3"), octets(), octets()))),
                        sequence(hex("0a0100"), tlv(0xa0, sequence(oid("1.2.3"), integer(1)))))
                .map(octets -> Der.copyOf(octets).hex());
    }

    @ParameterizedTest
    @MethodSource("outlines")
    @DisplayName("and is none with the outline")
    void outline(String hex) {
        assertThatThrownBy(() -> JudgedOcsp.read(Der.fromHex(hex))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("whole, or as an error, or of another type")
    void whole() {
        JudgedOcsp error = JudgedOcsp.read(Der.fromHex("30030a0106"));
        assertThat(error.status()).isEqualTo(6);
        assertThat(error.type()).isEmpty();
        assertThat(error.basic()).isEmpty();
        JudgedOcsp other = JudgedOcsp.read(Der.ofOwned(
                sequence(hex("0a0100"), tlv(0xa0, sequence(oid("1.2.3"), octets(sequence()))))));
        assertThat(other.type()).contains("1.2.3");
        assertThat(other.basic()).isEmpty();
        assertThat(JudgedOcsp.read(OcspDraft.good().response()).basic()).isPresent();
    }

    @Test
    @DisplayName("and its CertIDs mean one CA by its name and by its key")
    void means() {
        JudgedCertificate root = JudgedCertificate.read(OcspDraft.root());
        for (byte[] hash : List.of(SHA1, OcspDraft.SHA256)) {
            assertThat(OcspCertId.read(DerCursor.of(certId(hash))).means(root)).isTrue();
        }
        JudgedCertificate renamed = JudgedCertificate.read(
                Scenes.rootCertificate().subject("CN=Renamed").certificate());
        assertThat(OcspCertId.read(DerCursor.of(certId(SHA1))).means(renamed)).isFalse();
        Draft rekeyed = Scenes.rootCertificate();
        rekeyed.key = TestKeys.info(TestKeys.RSA);
        assertThat(OcspCertId.read(DerCursor.of(certId(SHA1))).means(JudgedCertificate.read(rekeyed.certificate())))
                .isFalse();
        OcspCertId unknown = OcspCertId.read(
                DerCursor.of(sequence(hex("300406022a03"), octets(new byte[20]), octets(new byte[20]), integer(5))));
        assertThat(unknown.length()).isEmpty();
        assertThat(unknown.means(root)).isFalse();
        assertThat(OcspCertId.read(DerCursor.of(certId(OcspDraft.SHA256))).length())
                .contains(32);
    }
}
