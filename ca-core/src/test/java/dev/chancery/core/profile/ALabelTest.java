package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 3492: an xn-- label")
class ALabelTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--bcher-kva",
                "XN--BCHER-KVA",
                "xn--fiqs8s",
                "xn--strae-oqa",
                "xn--80akhbyknj4f",
                "xn--4dbcagdahymbxekheh6e0a7fei0b",
                "xn--3B-ww4c5e180e575a65lsy2b",
                "xn--d9juau41awczczp"
            })
    @DisplayName("that stands for letters is valid")
    void valid(String label) {
        assertThat(ALabel.valid(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--", "xn--a", "xn--abc-", "xn--99999999999", "xn--a-", "zz--bcher-kva", "xn--bcher-kv_"})
    @DisplayName("that stands for none is not")
    void invalid(String label) {
        assertThat(ALabel.valid(label)).isFalse();
    }

    @Test
    @Tag("slow")
    @DisplayName("that the JDK makes is always valid, and what the JDK decodes is never refused")
    void agreesWithTheJdk() {
        Random random = new Random(20260301);
        int decoded = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder label = new StringBuilder("xn--");
            for (int length = 2 + random.nextInt(10); length > 0; length--) {
                label.append("abcdefghijklmnopqrstuvwxyz0123456789-".charAt(random.nextInt(37)));
            }
            if (!IDN.toUnicode(label.toString()).contentEquals(label) && label.charAt(label.length() - 1) != '-') {
                decoded++;
                assertThat(ALabel.valid(label.toString())).as(label.toString()).isTrue();
            }
        }
        assertThat(decoded).isGreaterThan(20);
        for (String word : new String[] {"größe", "日本語", "пример", "ελληνικά", "עברית", "naïve-café"}) {
            assertThat(ALabel.valid(IDN.toASCII(word))).as(word).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/dev/chancery/core/rfc3492.csv")
    @DisplayName("stands for its letters outside ASCII")
    void letters(String encoded, String codePoints) {
        int[] expected = Arrays.stream(codePoints.split(" "))
                .mapToInt(hex -> Integer.parseInt(hex, 16))
                .filter(codePoint -> codePoint >= 0x80)
                .sorted()
                .toArray();
        assertThat(ALabel.letters("xn--" + encoded)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--bcher-kv_", "xn--bcher-kv", "xn--bcher-k", "xn--9", "xn--a-{", "bcher-kva"})
    @DisplayName("or for none, where a number is cut short, too large or not one")
    void noLetters(String label) {
        assertThat(ALabel.letters(label)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "xn--tda810n, true",
        "xn--tda020n, true",
        "xn--tda610n, false",
        "xn--fa1v, false",
        "xn--tda8925i, false",
        "xn--tda2650k, false",
        "xn--6a7p, false",
        "xn--tda470n, false",
        "xn--tda670n, false",
        "xn--tda270q, true",
        "xn--tda84h, true"
    })
    @DisplayName("that holds something invisible is not valid, the joiners apart")
    void readable(String label, boolean valid) {
        assertThat(ALabel.valid(label)).isEqualTo(valid);
    }

    @Test
    @DisplayName("is claimed by two hyphens in third place")
    void claimed() {
        assertThat(ALabel.claimed("ab--c")).isTrue();
        assertThat(ALabel.claimed("a--bc")).isFalse();
        assertThat(ALabel.claimed("ab-c")).isFalse();
    }
}
