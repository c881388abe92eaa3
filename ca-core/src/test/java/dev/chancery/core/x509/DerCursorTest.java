package dev.chancery.core.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.DerCursor.MalformedDerException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The strict DER reader (X.690 §10, §11)")
class DerCursorTest {
    @Test
    @DisplayName("shows tag, content, children and the whole encoding")
    void reads() {
        DerCursor sequence = DerCursor.of(hex("300a0201050c056162636465"));

        assertThat(sequence.tag()).isEqualTo(0x30);
        assertThat(sequence.constructed()).isTrue();
        assertThat(sequence.contentLength()).isEqualTo(10);
        assertThat(sequence.children()).hasSize(2);
        assertThat(sequence.children().get(1).content()).asString().isEqualTo("abcde");
        assertThat(sequence.children().get(1).encoded().hex()).isEqualTo("0c056162636465");
        assertThat(sequence.children().get(1).offset()).isEqualTo(5);
        assertThat(sequence.children().get(0).octet(0)).isEqualTo(5);
    }

    @Test
    @DisplayName("opens what an OCTET STRING wraps")
    void wrapped() {
        assertThat(DerCursor.of(hex("0403020107")).wrapped().octet(0)).isEqualTo(7);
        assertThatThrownBy(() -> DerCursor.of(hex("040402010700")).wrapped()).hasMessageContaining("trailing octets");
    }

    @Test
    @DisplayName("reads lengths of every size that is minimal")
    void lengths() throws IOException {
        for (int length : new int[] {0, 1, 127, 128, 255, 256, 65_535, 65_536}) {
            byte[] encoded = octetString(length);
            assertThat(DerCursor.of(encoded).contentLength()).isEqualTo(length);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', truncated element",
        "30, truncated element",
        "3001, length beyond the input",
        "30020500ff, trailing octets",
        "3080020100000000, indefinite or impossible length",
        "0481, indefinite or impossible length",
        "048200, indefinite or impossible length",
        "048501000000000000, indefinite or impossible length",
        "04ff, indefinite or impossible length",
        "048101ff, length not minimal",
        "04820001ff, length not minimal",
        "0482007fff, length not minimal",
        "0484ffffffff00, length not minimal",
        "047fff, length beyond the input",
        "1f2000, multi-octet tag",
        "3003020200, length beyond the input",
        "300102, truncated element"
    })
    @DisplayName("refuses what is malformed, with the place")
    void malformed(String input, String reason) {
        assertThatThrownBy(() -> DerCursor.walk(hex(input), 32, 100))
                .isInstanceOf(MalformedDerException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("at octet ");
    }

    @Test
    @DisplayName("walks as deep and as far as it was told, and no further")
    void bounds() {
        byte[] deep = hex("3006300430023000");

        DerCursor.walk(deep, 4, 4);
        assertThatThrownBy(() -> DerCursor.walk(deep, 3, 4)).hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> DerCursor.walk(deep, 4, 3)).hasMessageContaining("too many elements");
    }

    @Test
    @DisplayName("has no children in a primitive element, and no octets beyond the content")
    void noChildren() {
        DerCursor integer = DerCursor.of(hex("020105"));

        assertThatThrownBy(integer::children).isInstanceOf(MalformedDerException.class);
        assertThatThrownBy(integer::each).isInstanceOf(MalformedDerException.class);
        assertThatThrownBy(() -> integer.octet(1)).isInstanceOf(MalformedDerException.class);
    }

    @Test
    @DisplayName("reads or refuses any octets, and does nothing else")
    void anything() {
        Random random = new Random(7);
        for (int run = 0; run < 100_000; run++) {
            byte[] input = new byte[random.nextInt(24)];
            random.nextBytes(input);
            if (input.length > 2 && random.nextBoolean()) {
                input[0] = 0x30;
                input[1] = (byte) (input.length - 2);
            }
            try {
                DerCursor.walk(input, 8, 50);
                assertThat(DerCursor.of(input).encoded().octets()).isEqualTo(input);
            } catch (MalformedDerException expected) {
                assertThat(expected).hasMessageContaining("octet");
            }
        }
    }

    private static byte[] octetString(int length) throws IOException {
        return new DEROctetString(new byte[length]).getEncoded();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    @DisplayName("compares content and whole elements without copying them")
    void compared() {
        Der der = Der.fromHex("3006020105020106");
        DerCursor second = DerCursor.of(der).children().get(1);

        assertThat(second.holds(Der.fromHex("06"))).isTrue();
        assertThat(second.holds(Der.fromHex("05"))).isFalse();
        assertThat(second.holds(Der.fromHex("0606"))).isFalse();
        assertThat(second.is(Der.fromHex("020106"))).isTrue();
        assertThat(second.is(Der.fromHex("020105"))).isFalse();
        assertThat(second.is(Der.fromHex("0201"))).isFalse();
        assertThat(DerCursor.of(der).is(der)).isTrue();
    }
}
