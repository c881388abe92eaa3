package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.octets;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The parts that rules look at")
class SmallPartsTest {
    private static DerCursor cursor(byte[] octets) {
        return DerCursor.of(octets);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "03020780, 'digitalSignature', true",
        "030205a0, 'digitalSignature, keyEncipherment', true",
        "03020106, 'keyCertSign, cRLSign', true",
        "0303070080, 'decipherOnly', true",
        "0303060040, 'bit 9', true",
        "030200ff, 'digitalSignature, contentCommitment, keyEncipherment, dataEncipherment, keyAgreement, keyCertSign,"
                + " cRLSign, encipherOnly', true",
        "03020680, 'digitalSignature', false",
        "03020700, 'nothing', false",
        "030100, 'nothing', true"
    })
    @DisplayName("bits of a key usage")
    void keyUsage(String encoded, String names, boolean trimmed) {
        KeyUsageBits usage = KeyUsageBits.read(cursor(hex(encoded)));
        assertThat(usage).hasToString(names);
        assertThat(usage.trimmed()).isEqualTo(trimmed);
        assertThat(usage.has("digitalSignature")).isEqualTo(names.contains("digitalSignature"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"030101", "03020880", "0300"})
    @DisplayName("and none of it")
    void noKeyUsage(String encoded) {
        assertThatThrownBy(() -> KeyUsageBits.read(cursor(hex(encoded)))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "550403, 2.5.4.3",
        "00, 0.0",
        "27, 0.39",
        "28, 1.0",
        "4f, 1.39",
        "50, 2.0",
        "8837, 2.999",
        "2a864886f70d, 1.2.840.113549",
        "2affffffffffffffff7f, 1.2.9223372036854775807",
        "2a8100, 1.2.128"
    })
    @DisplayName("object identifiers, arc by arc")
    void identifiers(String content, String dotted) {
        DerCursor identifier = cursor(tlv(0x06, hex(content)));
        assertThat(ObjectIdentifiers.spellOut(identifier, 0)).isEqualTo(dotted);
        assertThat(ObjectIdentifiers.dotted(identifier, 0)).isEqualTo(dotted);
        assertThat(ObjectIdentifiers.dotted(cursor(tlv(0x06, hex("ff" + content))), 1))
                .isEqualTo(dotted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2a80", "80", "2a81ffffffffffffffff7f"})
    @DisplayName("cut short or too large")
    void noIdentifiers(String content) {
        assertThatThrownBy(() -> ObjectIdentifiers.spellOut(cursor(tlv(0x06, hex(content))), 0))
                .isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "820541422e6463, dns:ab.dc",
        "87040a000001, ip:10.0.0.1",
        "87030a0000, ip:0a0000",
        "810341404b, email:A@K",
        "8603413a4b, uri:A:K",
        "a4023000, directory:3000",
        "88022a03, [8]:2a03",
        "a3023000, [3]:3000"
    })
    @DisplayName("names by their labels")
    void labels(String encoded, String label) {
        assertThat(name(hex(encoded)).label()).isEqualTo(label);
    }

    private static GeneralName name(byte[] encoded) {
        return GeneralName.readAll(List.of(cursor(encoded))).get(0);
    }

    @Test
    @DisplayName("names of Microsoft's kind, and of no kind")
    void names() {
        byte[] upn = tlv(0xa0, oid("1.3.6.1.4.1.311.20.2.3"), tlv(0xa0, text(0x0c, "ada@a.example")));
        assertThat(name(upn).label()).isEqualTo("upn:ada@a.example");
        assertThat(name(upn).upn()).isTrue();
        byte[] other = tlv(0xa0, oid("1.2.3"), tlv(0xa0, text(0x0c, "x")));
        assertThat(name(other).label()).isEqualTo("other:06022a03a0030c0178");
        assertThat(name(tlv(0xa0, oid("1.3.6.1.4.1.311.20.2.3"))).upn()).isFalse();
        assertThat(name(text(0x82, "a")).otherValue("1.2.3")).isEmpty();
        assertThat(name(text(0x82, "a")).dns()).isTrue();
        assertThat(name(text(0x81, "a")).dns()).isFalse();
        for (int tag : new int[] {0x89, 0x16, 0x42, 0xc2}) {
            assertThatThrownBy(() -> name(tlv(tag, new byte[1])))
                    .hasMessageStartingWith(String.format("no GeneralName has the tag 0x%02x", tag));
        }
    }

    @Test
    @DisplayName("primitive types, each with what it needs")
    void primitives() {
        assertThat(Asn1.bool(cursor(hex("0101ff")), "x")).isTrue();
        assertThat(Asn1.bool(cursor(hex("010100")), "x")).isFalse();
        assertThatThrownBy(() -> Asn1.bool(cursor(hex("0100")), "x")).hasMessageContaining("without its one octet");
        assertThatThrownBy(() -> Asn1.bool(cursor(hex("01020000")), "x")).hasMessageContaining("one octet");
        assertThatThrownBy(() -> Asn1.integer(cursor(hex("0200")), "x")).hasMessageContaining("without octets");
        assertThatThrownBy(() -> Asn1.integer(cursor(hex("0400")), "x"))
                .hasMessage("x has the tag 0x04 where 0x02 belongs, at octet 0");
        assertThat(Asn1.bits(cursor(hex("0303000102")), "x")).containsExactly(1, 2);
        assertThatThrownBy(() -> Asn1.bits(cursor(hex("0300")), "x")).hasMessageContaining("without octets");
        assertThat(Asn1.text(cursor(hex("0c02c3a4")))).isEqualTo("\u00e4");
        assertThat(Asn1.text(cursor(hex("1e0200e4")))).isEqualTo("\u00e4");
        assertThat(Asn1.text(cursor(hex("1401e4")))).isEqualTo("\u00e4");
        assertThat(Asn1.decodes(hex("c3a4"), StandardCharsets.UTF_8)).isTrue();
        assertThat(Asn1.decodes(hex("c328"), StandardCharsets.UTF_8)).isFalse();
        assertThat(Asn1.decodes(hex("61"), StandardCharsets.UTF_8)).isTrue();
        assertThat(Asn1.decodes(hex("61"), StandardCharsets.UTF_16BE)).isFalse();
    }

    @Test
    @DisplayName("a placeholder of the length that a real signature has")
    void placeholder() {
        assertThat(placeholder(Draft.SHA256_RSA, TestKeys.info(TestKeys.CA))).isEqualTo(256);
        assertThat(placeholder(Draft.SHA256_RSA, TestKeys.rsa(2049, 65537))).isEqualTo(257);
        assertThat(placeholder(Draft.SHA256_RSA, TestKeys.rsa(2056, 65537))).isEqualTo(257);
        assertThat(placeholder(Draft.SHA256_ECDSA, TestKeys.info(TestKeys.EC))).isEqualTo(70);
        assertThat(placeholder(Draft.SHA256_ECDSA, curve("1.3.132.0.34"))).isEqualTo(102);
        assertThat(placeholder(Draft.SHA256_ECDSA, curve("1.3.132.0.35"))).isEqualTo(139);
        assertThat(placeholder(Draft.SHA256_ECDSA, curve("1.3.132.0.10"))).isEqualTo(70);
        assertThat(placeholder("300506032b6570", TestKeys.ed25519())).isEqualTo(64);
        assertThat(placeholder("300506032b6571", TestKeys.ed25519())).isEqualTo(114);
        assertThat(placeholder("300406022a03", TestKeys.ed25519())).isEqualTo(64);
        assertThat(placeholder("300b0609608648016503040311", TestKeys.mlDsa65()))
                .isEqualTo(2420);
        assertThat(placeholder("300b0609608648016503040312", TestKeys.mlDsa65()))
                .isEqualTo(3309);
        assertThat(placeholder("300b0609608648016503040313", TestKeys.mlDsa65()))
                .isEqualTo(4627);
    }

    private static byte[] curve(String identifier) {
        return TestKeys.ec(oid(identifier), new byte[65]);
    }

    /** How many octets of signature; the whole has to be DER around the very octets that were given. */
    private static int placeholder(String algorithm, byte[] key) {
        for (int length : new int[] {1, 100, 200, 66_000}) {
            Der tbs = Der.ofOwned(sequence(octets(new byte[length])));
            Der wrapped = PlaceholderSignature.wrap(tbs, Der.fromHex(algorithm), Der.copyOf(key));
            List<DerCursor> parts = DerCursor.of(wrapped).children();
            assertThat(parts).hasSize(3);
            assertThat(parts.get(0).encoded()).isEqualTo(tbs);
            assertThat(parts.get(1).encoded().hex()).isEqualTo(algorithm);
        }
        Der wrapped =
                PlaceholderSignature.wrap(Der.ofOwned(sequence(integer(1))), Der.fromHex(algorithm), Der.copyOf(key));
        byte[] signature = DerCursor.of(wrapped).children().get(2).content();
        assertThat(signature[0]).isZero();
        assertThat(signature[signature.length - 1]).isEqualTo((byte) 0x5a);
        return signature.length - 1;
    }
}
