package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6943 §3.1.1: addresses and networks as text")
class IpTextTest {
    private static String octets(String text) {
        return IpLiteral.parse(text).map(ip -> ip.address().hex()).orElse("none");
    }

    private static String network(String text) {
        return Network.parse(text).map(network -> network.octets().hex()).orElse("none");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0.0.0.0, 00000000",
        "255.255.255.255, ffffffff",
        "9.10.99.100, 090a6364",
        "::, 00000000000000000000000000000000",
        "::8, 00000000000000000000000000000008",
        "1::, 00010000000000000000000000000000",
        "1:2:3:4:5:6:7:8, 00010002000300040005000600070008",
        "1:2:3:4:5:6:1.2.3.4, 00010002000300040005000601020304",
        "fedc:ba98::ABCD:ef01, fedcba980000000000000000abcdef01",
        "::255.254.253.252, 000000000000000000000000fffefdfc",
        "64:ff9b::192.0.2.33, 0064ff9b0000000000000000c0000221"
    })
    @DisplayName("are read octet by octet")
    void read(String text, String hex) {
        assertThat(octets(text)).isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.04",
                "1.2.3.",
                ".1.2.3",
                "a.2.3.4",
                "/.2.3.4",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4::5:6:7:8",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3",
                "::g",
                "::12345",
                "1::2::3",
                "::1%eth0",
                "0000:0000:0000:0000:0000:0000:255.255.255.2555"
            })
    @DisplayName("or not at all")
    void none(String text) {
        assertThat(octets(text)).isEqualTo("none");
    }

    @Test
    @DisplayName("of 45 characters at most, which is the longest that there is")
    void longest() {
        assertThat(octets("0000:0000:0000:0000:0000:0000:255.255.255.255"))
                .isEqualTo("000000000000000000000000ffffffff");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "10.0.0.0/8, 0a000000ff000000",
        "0.0.0.0/0, 0000000000000000",
        "192.0.2.1/32, c0000201ffffffff",
        "192.0.2.128/25, c0000280ffffff80",
        "10.128.0.0/9, 0a800000ff800000",
        "2001:db8::/32, 20010db8000000000000000000000000ffffffff000000000000000000000000",
        "::1/128, 00000000000000000000000000000001ffffffffffffffffffffffffffffffff",
        "10.0.0.1/8, none",
        "10.64.0.0/9, none",
        "192.0.2.64/25, none",
        "192.0.2.1/33, none",
        "::/129, none",
        "10.0.0.0/08, none",
        "10.0.0.0/, none",
        "10.0.0.0, none",
        "10.0.0/8, none",
        "/8, none",
        "10.0.0.0/1000, none",
        "10.0.0.0/-1, none"
    })
    @DisplayName("a network is an address with nothing behind its prefix:")
    void networks(String text, String hex) {
        assertThat(network(text)).isEqualTo(hex);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "223.255.255.255, fine",
        "224.0.0.0, name-ip-unusable",
        "0.0.0.1, fine",
        "1.0.0.0, fine",
        "feff::1, fine",
        "ff00::, name-ip-unusable",
        "::2, fine",
        "::fffe:1.2.3.4, fine",
        "::feff:1.2.3.4, fine",
        "0:0:0:0:100::, fine",
        "0:0:0:0:1:ffff:102:304, fine",
        "1::ffff:1.2.3.4, fine",
        "::ffff:255.254.128.127, name-ip-mapped"
    })
    @DisplayName("of one server, which some are not:")
    void usable(String text, String rule) {
        assertThat(IpCheck.check(text).map(NameProblem::rule).orElse("fine")).isEqualTo(rule);
    }

    @Test
    @DisplayName("with the other one that was meant")
    void meant() {
        assertThat(IpCheck.check("::ffff:255.254.128.127").orElseThrow().suggestion())
                .contains("255.254.128.127");
        assertThat(IpCheck.check("[224.0.0.1]").orElseThrow().suggestion()).isEmpty();
        assertThat(IpCheck.check("web01.example.com").orElseThrow().message()).contains("give it as a host name");
        assertThat(IpCheck.check("10.0.0.0/24").orElseThrow().message()).contains("is a range or a URL");
        assertThat(IpCheck.check("/24").orElseThrow().message()).contains("is a range or a URL");
        assertThat(IpCheck.check("1.2.3.04").orElseThrow().message()).contains("without leading zeros");
    }
}
