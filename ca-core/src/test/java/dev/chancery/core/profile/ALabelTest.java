package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
