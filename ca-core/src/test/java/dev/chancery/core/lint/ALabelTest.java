package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
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
}
