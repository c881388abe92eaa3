package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An extension of the profile's own")
class CustomExtensionTest {
    private static CustomExtension own(String kind, String text) {
        return own("1.3.6.1.4.1.99999.1", kind, text);
    }

    private static CustomExtension own(String oid, String kind, String text) {
        return new CustomExtension(
                oid,
                Optional.empty(),
                Optional.of(text).filter(value -> kind.equals("hex")),
                Optional.of(text).filter(value -> kind.equals("base64")),
                Optional.of(text).filter(value -> kind.equals("utf8")),
                Optional.of(text).filter(value -> kind.equals("ia5")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "hex, 0c026f6b, 0c026f6b",
        "hex, '0C 02:6F 6B', 0c026f6b",
        "base64, DAJvaw==, 0c026f6b",
        "base64, 'DAJv aw==', 0c026f6b",
        "utf8, ok, 0c026f6b",
        "utf8, \u00e4, 0c02c3a4",
        "ia5, ok, 16026f6b",
        "ia5, '\u007f', 16017f"
    })
    @DisplayName("is DER, however it is written:")
    void written(String kind, String text, String der) {
        assertThat(own(kind, text).value().hex()).isEqualTo(der);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "hex, '', is not hexadecimal",
        "hex, 0c0, is not hexadecimal",
        "hex, 0c0g, is not hexadecimal",
        "hex, 0c036f6b, is not the DER of one value",
        "hex, 0c026f6b00, is not the DER of one value",
        "hex, 0c81026f6b, is ",
        "hex, 010101, is BER",
        "base64, DAJv*w==, is not base64",
        "base64, DAJv, is not the DER of one value",
        "ia5, \u0080, is not ASCII"
    })
    @DisplayName("and nothing else:")
    void refused(String kind, String text, String words) {
        assertThatThrownBy(() -> own(kind, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(kind + ": ")
                .hasMessageContaining(words);
    }

    @ParameterizedTest(name = "{0}, while {1} is free")
    @CsvSource({
        "2.5.29.15, 2.5.291.5",
        "2.5.29, 2.5.30",
        "1.3.6.1.5.5.7.1.1, 1.3.6.1.5.5.7.11.1",
        "1.3.6.1.5.5.7.48.1.5, 1.3.6.1.5.5.7.481.5",
        "1.3.6.1.4.1.311.25.2, 1.3.6.1.4.1.3112.5",
        "1.3.6.1.5.2.2, 1.3.6.1.5.22",
        "1.3.6.1.4.1.11129.2.4.2, 1.3.6.1.4.1.11129.2.42",
        "2.16.840.1.113730.1.1, 2.16.840.1.113730.11"
    })
    @DisplayName("is none of those that mean something to verifiers:")
    void reserved(String oid, String free) {
        assertThatThrownBy(() -> own(oid, "utf8", "ok"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("oid: " + oid + " is ");
        assertThat(own(free, "utf8", "ok").oid()).isEqualTo(free);
    }

    @Test
    @DisplayName("has exactly one value")
    void one() {
        assertThatThrownBy(() -> own("none", "x")).hasMessageStartingWith("has no value; write one of hex");
        assertThatThrownBy(() -> new CustomExtension(
                        "1.2.3",
                        Optional.empty(),
                        Optional.of("0500"),
                        Optional.empty(),
                        Optional.of("ok"),
                        Optional.empty()))
                .hasMessageStartingWith("has 2 values; write one of hex");
    }

    @Test
    @DisplayName("has 4096 octets at most, and is not critical where that is not written")
    void largest() {
        byte[] octets = new byte[4096];
        octets[0] = 0x04;
        octets[1] = (byte) 0x82;
        octets[2] = (byte) (4092 >> 8);
        octets[3] = (byte) (4092 & 0xff);
        CustomExtension largest = own("base64", Base64.getEncoder().encodeToString(octets));
        assertThat(largest.value().length()).isEqualTo(4096);
        assertThat(largest.isCritical()).isFalse();
        assertThatThrownBy(() -> own("utf8", "x".repeat(4093))).hasMessageContaining("has 4097 octets; at most 4096");
    }

    @Test
    @DisplayName("stands in a profile once")
    void once() {
        assertThatThrownBy(() -> SampleProfile.tlsServer()
                        .extensions(own("utf8", "a"), own("utf8", "b"))
                        .build())
                .hasMessageContaining("extensions: 1.3.6.1.4.1.99999.1 is listed twice");
    }
}
