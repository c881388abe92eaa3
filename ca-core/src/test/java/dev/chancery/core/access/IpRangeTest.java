package dev.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A range of IP addresses")
class IpRangeTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, in",
        "10.0.0.0/8, 11.0.0.0, out",
        "10.1.2.3/32, 10.1.2.3, in",
        "10.1.2.3/32, 10.1.2.4, out",
        "10.1.2.3, 10.1.2.3, in",
        "10.1.2.3, 10.1.2.2, out",
        "0.0.0.0/0, 203.0.113.9, in",
        "0.0.0.0/0, fd00::1, out",
        "192.168.1.128/25, 192.168.1.127, out",
        "fd00::/8, fdff::1, in",
        "fd00::/8, fe00::1, out",
        "::/0, 10.0.0.1, out",
        "fd00::1, fd00:0:0:0:0:0:0:1, in"
    })
    @DisplayName("holds what its prefix says")
    void contains(String range, String address, String where) {
        assertThat(IpRange.parse(range).contains(address)).isEqualTo(where.equals("in"));
    }

    @Test
    @DisplayName("agrees with arithmetic for any network, prefix and address")
    void property() throws Exception {
        Random random = new Random(3);
        for (int run = 0; run < 20_000; run++) {
            int octets = random.nextBoolean() ? 4 : 16;
            byte[] network = new byte[octets];
            random.nextBytes(network);
            network[0] = (byte) (network[0] | 0x20); // not ::ffff:0:0/96, which Java takes for IPv4
            int prefix = random.nextInt(octets * 8 + 1);
            byte[] address = network.clone();
            if (random.nextInt(4) > 0) {
                int bit = random.nextInt(octets * 8);
                address[bit / 8] ^= (byte) (0x80 >> bit % 8);
            }
            IpRange range = IpRange.parse(InetAddress.getByAddress(network).getHostAddress() + "/" + prefix);

            boolean expected = top(network, prefix).equals(top(address, prefix));

            assertThat(range.contains(InetAddress.getByAddress(address).getHostAddress()))
                    .isEqualTo(expected);
        }
    }

    private static BigInteger top(byte[] address, int prefix) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - prefix);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "10.0.0.0/",
                "10.0.0",
                "10.0.0.256",
                "fd00::/129",
                "fd00:::1",
                "localhost",
                "example.com/8",
                "10.0.0.0/8/8"
            })
    @DisplayName("is refused when it is none, and never looked up as a name")
    void refused(String text) {
        assertThatThrownBy(() -> IpRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
