package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Which characters may stand where")
class CharactersTest {
    /** Those of the first 256 characters that pass, each tried by itself. */
    private static String passing(Predicate<String> test) {
        return IntStream.range(0, 256)
                .mapToObj(Character::toString)
                .filter(test)
                .collect(Collectors.joining());
    }

    private static String range(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    @DisplayName("one by one")
    void sets() {
        String alphanumeric = "0123456789" + range('A', 'Z') + range('a', 'z');
        assertThat(passing(c -> Characters.letterOrDigit(c.charAt(0)))).isEqualTo(alphanumeric);
        assertThat(passing(c -> Characters.capital(c.charAt(0)))).isEqualTo(range('A', 'Z'));
        assertThat(passing(c -> Characters.printableString(latin1(c))))
                .isEqualTo(" '()+,-./0123456789:=?" + range('A', 'Z') + range('a', 'z'));
        assertThat(passing(c -> Characters.ascii(latin1(c)))).isEqualTo(range(0, 0x7f));
        assertThat(passing(Characters::visibleAscii)).isEqualTo(range(0x21, 0x7e));
        assertThat(passing(Characters::hidden)).isEqualTo(range(0, 0x1f) + range(0x7f, 0x9f) + "\u00ad");
        assertThat(passing(Characters::ldh)).isEqualTo(alphanumeric);
        assertThat(passing(Characters::hostName)).isEqualTo(alphanumeric);
        assertThat(Characters.hidden("ab\u2028")).isTrue();
        assertThat(Characters.hidden("ab\u2029")).isTrue();
        assertThat(Characters.hidden("\ud83d\ude00\u202e")).isTrue();
        assertThat(Characters.hidden("\ud83d\ude00")).isFalse();
        assertThat(Characters.hidden("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "3com", "a-b", "a--b.c", "A1.B2"})
    @DisplayName("in a host name")
    void hosts(String host) {
        assertThat(Characters.hostName(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a-.b", "a_b", "a b", "*.a", "\u00e4"})
    @DisplayName("and not in one")
    void noHosts(String host) {
        assertThat(Characters.hostName(host)).isFalse();
    }

    @Test
    @DisplayName("and not too many of them")
    void lengths() {
        String label = "x".repeat(63);
        assertThat(Characters.hostName(label)).isTrue();
        assertThat(Characters.hostName("a." + label)).isTrue();
        assertThat(Characters.hostName(label + "x")).isFalse();
        assertThat(Characters.hostName("a." + label + "x")).isFalse();
        String longest = String.join(".", label, label, label, "x".repeat(61));
        assertThat(longest).hasSize(253);
        assertThat(Characters.hostName(longest)).isTrue();
        assertThat(Characters.hostName(longest + "x")).isFalse();
    }

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({
        "http://A.example, a.example",
        "http://a.example/x, a.example",
        "http://a.example?x, a.example",
        "http://a.example#x, a.example",
        "http://a.example:80/x, a.example",
        "http://ada@a.example/x, a.example",
        "http://a:b@c@a.example:1/, a.example",
        "http://[2001:DB8::1]/, [2001:db8::1]",
        "http://[::1]:80/, [::1]",
        "spiffe://lab/web, lab",
        "mailto:ada@a.example, ''",
        "http:/a.example, ''",
        "a.example, ''",
        "//a.example, ''",
        "http://, ''"
    })
    @DisplayName("a host of a URI:")
    void uriHost(String uri, String host) {
        assertThat(Characters.uriHost(uri)).isEqualTo(host);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "http://a.example/, true",
        "spiffe://my_lab/web, true",
        "http://[::1]/, true",
        "http://[::1/, false",
        "http://::1]/, false",
        "http:///x, false",
        "http://-a/, false",
        "urn:x, true",
        "mailto:ada@-, true"
    })
    @DisplayName("which is a good one:")
    void uriHostGood(String uri, boolean good) {
        assertThat(Characters.uriHostGood(uri)).isEqualTo(good);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "http://a, true",
        "HTTP://a/b?c#d, true",
        "http://, false",
        "http:///a, false",
        "http://:80, false",
        "http://?a, false",
        "http://#a, false",
        "http://@a, false",
        "https://a, false",
        "http:/a, false",
        "http://a b, false",
        "http://\u00e4, false"
    })
    @DisplayName("an address for clients of a few lines:")
    void httpAddress(String address, boolean good) {
        assertThat(Characters.httpAddress(address)).isEqualTo(good);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "a:b, true",
        "A:b, true",
        "z+-.9:b, true",
        "ab:, false",
        ":b, false",
        "ab, false",
        "9a:b, false",
        "0a:b, false",
        "+a:b, false",
        "a_b:c, false",
        "a b:c, false",
        "a:b c, true"
    })
    @DisplayName("an absolute URI:")
    void absoluteUri(String uri, boolean good) {
        assertThat(Characters.absoluteUri(uri)).isEqualTo(good);
    }
}
