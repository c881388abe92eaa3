package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 5280 §4.2.1.10: a name lies in a subtree")
class NameMatchTest {
    private static GeneralName name(String form, String value) {
        byte[] encoded = switch (form) {
            case "dns" -> text(0x82, value);
            case "email" -> text(0x81, value);
            case "uri" -> text(0x86, value);
            case "ip" -> tlv(0x87, hex(value));
            case "oid" -> tlv(0x88, hex(value));
            default -> tlv(0xa4, Tlv.der(new X500Name(value)));
        };
        return GeneralName.readAll(List.of(DerCursor.of(encoded))).get(0);
    }

    @ParameterizedTest(name = "{0}: {1} in {2}: {3}")
    @CsvSource({
        "dns, example.com, example.com, true",
        "dns, WWW.example.com, Example.COM, true",
        "dns, a.b.example.com, example.com, true",
        "dns, example.com, www.example.com, false",
        "dns, badexample.com, example.com, false",
        "dns, www.example.com, .example.com, true",
        "dns, example.com, .example.com, false",
        "dns, example.com, '', true",
        "email, ada@example.com, ada@example.com, true",
        "email, ada@EXAMPLE.com, ada@example.com, true",
        "email, Ada@example.com, ada@example.com, false",
        "email, ada@example.com, bob@example.com, false",
        "email, ada@example.com, ada@example.org, false",
        "email, ada@example.com, example.com, true",
        "email, ada@mail.example.com, example.com, false",
        "email, ada@mail.example.com, .example.com, true",
        "email, ada@example.com, .example.com, false",
        "email, example.com, @example.com, true",
        "email, example.com, a@example.com, false",
        "uri, https://a.example.com/x, a.example.com, true",
        "uri, https://a.example.com/x, example.com, false",
        "uri, https://a.example.com/x, .EXAMPLE.com, true",
        "uri, urn:x, a.example.com, false",
        "ip, 0a000001, 0a000000ff000000, true",
        "ip, 0b000001, 0a000000ff000000, false",
        "ip, 0a000001, 0a000001ffffffff, true",
        "ip, 0a000002, 0a000001ffffffff, false",
        "ip, 0a000001, 0a000000ffffff, false",
        "ip, 0a000001, 0000000000000000000000000000000000000000000000000000000000000000, false",
        "ip, 20010db8000000000000000000000001, 20010db8000000000000000000000000ffffffff000000000000000000000000, true",
        "oid, 2a03, 2a03, true",
        "oid, 2a03, 2a04, false"
    })
    @DisplayName("or not:")
    void within(String form, String name, String base, boolean within) {
        assertThat(NameMatch.of(name(form, name)).within(name(form, base))).isEqualTo(within);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "C=DE,O=Example,CN=a | C=DE,O=Example | true",
                "C=DE,O=Example | C=DE,O=Example | true",
                "C=DE | C=DE,O=Example | false",
                "C=DE,O=EXAMPLE | C=de,O=example | true",
                "C=DE,O=Ex  ample | C=DE,O=ex ample | true",
                "C=DE,O=Example | O=Example | false",
                "C=DE,OU=Example | C=DE,O=Example | false",
                "C=DE,O=Example+OU=a | C=DE,O=Example | false",
                "C=DE,O=Example+OU=a | C=DE,O=Example+OU=a | true",
                "C=DE,O=Example+OU=a | C=DE,O=Example+OU=b | false"
            })
    @DisplayName("of a directory, RDN by RDN:")
    void directory(String name, String base, boolean within) {
        assertThat(NameMatch.of(name("directory", name)).within(name("directory", base)))
                .isEqualTo(within);
        EncodedName subject = EncodedName.read(DerCursor.of(Tlv.der(new X500Name(name))));
        assertThat(NameMatch.of(subject).within(name("directory", base))).isEqualTo(within);
    }

    @Test
    @DisplayName("and a wildcard touches what it covers")
    void touches() {
        assertThat(touches("*.example.com", "www.example.com")).isTrue();
        assertThat(touches("*.example.com", "a.b.example.com")).isTrue();
        assertThat(touches("*.example.com", "example.com")).isTrue();
        assertThat(touches("*.example.com", "example.org")).isFalse();
        assertThat(touches("www.example.com", "a.www.example.com")).isFalse();
        assertThat(NameMatch.of(name("email", "*.example.com")).touches(name("email", "www.example.com")))
                .isFalse();
    }

    private static boolean touches(String host, String base) {
        return NameMatch.of(name("dns", host)).touches(name("dns", base));
    }
}
