package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.DerCursor;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X.690: one way to write each value")
class DerRulesTest {
    private static final Map<String, ElementRule> RULES = Map.of(
            "01", new DerBoolean(),
            "02", new DerInteger(),
            "03", new DerBitString(),
            "05", new DerNull(),
            "06", new DerObjectIdentifier(),
            "31", new DerSetOrder());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0101ff, good",
        "010100, good",
        "010101, neither 00 nor FF",
        "0101fe, neither 00 nor FF",
        "0100, neither 00 nor FF",
        "0102ffff, neither 00 nor FF",
        "0200, has no octets",
        "020100, good",
        "0201ff, good",
        "02020080, good",
        "0202007f, begins with a needless octet",
        "02020000, begins with a needless octet",
        "0202ff7f, good",
        "0202ff80, begins with a needless octet",
        "0202ffff, begins with a needless octet",
        "02020100, good",
        "0202fe80, good",
        "0300, has no octets",
        "030100, good",
        "030101, unused bits that are not all zero",
        "030200ff, good",
        "03020780, good",
        "030207c0, unused bits that are not all zero",
        "03020701, unused bits that are not all zero",
        "030201fe, good",
        "030201ff, unused bits that are not all zero",
        "03020880, unused bits that are not all zero",
        "03030401f0, good",
        "03030401f8, unused bits that are not all zero",
        "0500, good",
        "050100, has content",
        "0600, is cut short",
        "06012a, good",
        "06022a7f, good",
        "06022a80, has an arc padded with 80",
        "06022a81, is cut short",
        "06032a8100, good",
        "06032a8180, is cut short",
        "06042a818000, good",
        "06032a8001, has an arc padded with 80",
        "06028001, has an arc padded with 80",
        "3100, good",
        "3103020101, good",
        "3106020101020102, good",
        "3106020101020101, good",
        "3106020102020101, is not in ascending order",
        "310604017f040180, good",
        "3109020101020103020102, is not in ascending order"
    })
    @DisplayName("or a finding")
    void element(String hex, String found) {
        ElementRule rule = RULES.get(hex.substring(0, 2));
        byte[] octets = Tlv.hex(hex);
        DerCursor element = DerCursor.of(octets);
        assertThat(rule.appliesTo(element)).isTrue();
        if (found.equals("good")) {
            assertThat(rule.judge(element)).isEmpty();
        } else {
            assertThat(rule.judge(element).orElse("nothing")).contains(found).contains("at octet 0");
        }
    }
}
