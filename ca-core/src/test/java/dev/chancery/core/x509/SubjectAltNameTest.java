package dev.chancery.core.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A checked alternative name (RFC 5280 §4.2.1.6)")
class SubjectAltNameTest {
    @Test
    @DisplayName("of a host is in lower case and knows whether it is a wildcard")
    void dns() {
        assertThat(new SubjectAltName.Dns("WWW.Example.com").text()).isEqualTo("www.example.com");
        assertThat(new SubjectAltName.Dns("*.example.com").wildcard()).isTrue();
        assertThat(new SubjectAltName.Dns("www.example.com").wildcard()).isFalse();
        assertThatThrownBy(() -> new SubjectAltName.Dns("web_1")).hasMessageContaining("web_1");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"0a000001, 10.0.0.1", "fd000000000000000000000000000001, fd00:0:0:0:0:0:0:1"})
    @DisplayName("of an address has 4 or 16 octets")
    void ip(String hex, String text) {
        assertThat(new SubjectAltName.Ip(Der.fromHex(hex)).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "0a0000", "0a000001ff000000", "fd0000000000000000000000000000010a"})
    @DisplayName("of an address is refused with any other number of octets, such as an address and a mask")
    void notAnAddress(String hex) {
        assertThatThrownBy(() -> new SubjectAltName.Ip(Der.fromHex(hex))).hasMessageContaining("4 or 16 octets");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {"", "anna", "@example.com", "anna@", "an na@example.com", "anna@exämple.com", "a@b@c", "<a@b>"})
    @DisplayName("of a mailbox is refused when it is no user@host in ASCII")
    void email(String text) {
        assertThat(new SubjectAltName.Email("anna.b+c@example.com").kind()).isEqualTo("email");
        assertThatThrownBy(() -> new SubjectAltName.Email(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "relative/path", "https://exämple.com/", "http://a b/", "::"})
    @DisplayName("of a resource is refused when it is no absolute URI in ASCII")
    void uri(String text) {
        assertThat(new SubjectAltName.Uri("spiffe://lab.example.com/web").kind())
                .isEqualTo("uri");
        assertThatThrownBy(() -> new SubjectAltName.Uri(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("of a principal is not blank")
    void upn() {
        assertThat(new SubjectAltName.Upn("anna@lab").kind()).isEqualTo("upn");
        assertThatThrownBy(() -> new SubjectAltName.Upn(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
