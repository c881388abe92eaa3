package dev.chancery.core.x509;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Host names (RFC 5280 §4.2.1.6, RFC 9525 §6.3)")
class HostNameTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "localhost",
                "www.example.com",
                "WWW.Example.COM",
                "a-b.example.com",
                "1.example.com",
                "xn--bcher-kva.example.com",
                "*.lab.example.com",
                "sip.lab-1.example",
                "1.2.3.4.example"
            })
    @DisplayName("are good")
    void good(String name) {
        assertThat(HostName.check(name)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', name-empty",
        "www.example.com., name-trailing-dot",
        "www..example.com, name-empty-label",
        ".example.com, name-empty-label",
        "10.0.0.1, name-is-ip",
        "999.0.0.1, name-is-ip",
        "fd00::1, name-is-ip",
        "web_1.example.com, name-underscore",
        "-a.example.com, name-characters",
        "a-.example.com, name-characters",
        "a b.example.com, name-characters",
        "a/b, name-characters",
        "bücher.example.com, name-not-ascii",
        "*, name-wildcard",
        "*.com, name-wildcard",
        "w*.example.com, name-wildcard",
        "*w.example.com, name-wildcard",
        "www.*.example.com, name-wildcard",
        "*.*.example.com, name-wildcard",
        "**.example.com, name-wildcard"
    })
    @DisplayName("are refused, each for its own reason")
    void bad(String name, String rule) {
        assertThat(HostName.check(name)).map(HostName.Problem::rule).contains(rule);
    }

    @Nested
    @DisplayName("have limits")
    class Limits {
        @Test
        @DisplayName("of 63 characters a label")
        void label() {
            assertThat(HostName.check("a".repeat(63) + ".example.com")).isEmpty();
            assertThat(HostName.check("a".repeat(64) + ".example.com"))
                    .map(HostName.Problem::rule)
                    .contains("name-label-too-long");
        }

        @Test
        @DisplayName("of 253 characters in all")
        void whole() {
            String longest = "a.".repeat(126) + "a";

            assertThat(longest).hasSize(253);
            assertThat(HostName.check(longest)).isEmpty();
            assertThat(HostName.check("a" + longest))
                    .map(HostName.Problem::rule)
                    .contains("name-too-long");
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "www.example.com., www.example.com",
        "web_1.example.com, web-1.example.com",
        "bücher.example.com, xn--bcher-kva.example.com",
        "STRASSE.München.example, strasse.xn--mnchen-3ya.example"
    })
    @DisplayName("are refused with the name that would be accepted, where there is one")
    void suggestion(String name, String better) {
        assertThat(HostName.check(name).orElseThrow().suggestion()).contains(better);
        assertThat(HostName.check(better)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a\u0000.example.com", "a\u202e.example.com", "a\n.example.com", "a\u200b.example.com"})
    @DisplayName("are shown in messages without control and direction characters")
    void shown(String name) {
        String message = HostName.check(name).orElseThrow().message();

        assertThat(message.chars()).allMatch(c -> c >= 0x20 && c != 0x202e && c != 0x200b);
    }

    @Test
    @DisplayName("are cut short in messages when they are endless")
    void endless() {
        assertThat(HostName.check("ä".repeat(60_000)).orElseThrow().message()).hasSizeLessThan(300);
    }
}
