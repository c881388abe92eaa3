package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A label with xn-- in front")
class ALabelTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--mnchen-3ya",
                "xn--bcher-kva",
                "xn--fa-hia",
                "xn--fiqs8s",
                "xn--p1ai",
                "xn--11b4c3d",
                "xn--mgbaam7a8h",
                "XN--MNCHEN-3YA"
            })
    @DisplayName("is an A-label when it decodes to letters of some script")
    void good(String label) {
        assertThat(ALabel.valid(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--",
                "xn--abc-",
                "xn--999999999",
                "xn--aaa",
                "xn--ls8h",
                "xn--zzzzzzzzzzzzzzzzzzzzzzzz",
                "ab--cd",
                "xn--Mnchen-3y?"
            })
    @DisplayName("is none when it does not decode, decodes to ASCII or to signs, or only looks similar")
    void bad(String label) {
        assertThat(ALabel.valid(label)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/dev/chancery/core/rfc3492.csv")
    @DisplayName("is decoded to its code points, in their order")
    void decoded(String encoded, String codePoints) {
        assertThat(hex(ALabel.decode(encoded))).isEqualTo(codePoints);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"bcher-kv_", "bcher-kv", "bcher-k", "9", "99999999999", "a-A", "a-{", "a-/", "a-:"})
    @DisplayName("or to none, where a number is cut short, too large or not one")
    void undecodable(String encoded) {
        assertThat(ALabel.decode(encoded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--bcher-kva",
                "xn--bwc6iy31d",
                "xn--ab-yka0292a",
                "xn--ll-0ea1z",
                "xn--wva4j",
                "xn--vek260n",
                "xn--4db4e",
                "xn--4db6e",
                "xn--mgb9i",
                "xn--tda58f",
                "xn--11b6f",
                "xn----dhab"
            })
    @DisplayName("may hold what RFC 5892 allows")
    void allowed(String label) {
        assertThat(ALabel.valid(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--wca",
                "xn--tda170q",
                "xn--u-ccb",
                "xn-- -dha",
                "xn--6a7p",
                "xn--tda833n",
                "xn--_-dha",
                "xn--q4g"
            })
    @DisplayName("and nothing else: no capitals, no signs, nothing that is not normalised")
    void notAllowed(String label) {
        assertThat(ALabel.valid(label)).isFalse();
    }

    private static String hex(int[] codePoints) {
        return Arrays.stream(codePoints).mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
    }
}
