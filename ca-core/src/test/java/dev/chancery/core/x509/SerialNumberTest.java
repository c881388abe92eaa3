package dev.chancery.core.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Serial numbers")
class SerialNumberTest {
    @Nested
    @DisplayName("of SECURITY.md rule 4")
    class Random {
        private static final int COUNT = 1_000_000;
        private static final int OCTETS = 16;
        private static final int BITS = OCTETS * 8;

        @Test
        @DisplayName("are a million without a duplicate, every random bit near one half, all of one length")
        void million() {
            SecureRandom random = new SecureRandom();
            Set<BigInteger> seen = new HashSet<>(COUNT * 2);
            int[] ones = new int[BITS];
            for (int i = 0; i < COUNT; i++) {
                BigInteger value = SerialNumber.random(random).value();
                assertThat(seen.add(value)).isTrue();
                count(value, ones);
            }
            assertThat(ones[127]).as("the first bit is 0: positive").isZero();
            assertThat(ones[126]).as("the second is 1: constant length").isEqualTo(COUNT);
            // Six standard deviations of a million throws are 3,000: a right generator fails once in a million runs.
            for (int bit = 0; bit < 126; bit++) {
                assertThat(ones[bit]).as("bit %d", bit).isBetween(COUNT / 2 - 3000, COUNT / 2 + 3000);
            }
        }

        private static void count(BigInteger value, int[] ones) {
            byte[] octets = value.toByteArray();
            assertThat(octets.length).isEqualTo(OCTETS);
            for (int bit = 0; bit < BITS; bit++) {
                ones[bit] += octets[OCTETS - 1 - bit / 8] >> bit % 8 & 1;
            }
        }

        @Test
        @DisplayName("have 18 octets of DER: tag, length, and 16")
        void der() throws Exception {
            SecureRandom random = new SecureRandom();
            for (int i = 0; i < 1000; i++) {
                assertThat(new ASN1Integer(SerialNumber.random(random).value()).getEncoded())
                        .hasSize(18);
            }
        }
    }

    @Nested
    @DisplayName("of RFC 5280 §4.1.2.2")
    class Rfc5280Section4_1_2_2 {
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"0", "-1"})
        @DisplayName("are positive")
        void positive(String value) {
            assertThatThrownBy(() -> new SerialNumber(new BigInteger(value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(value);
        }

        @Test
        @DisplayName("have at most 20 octets, sign bit included")
        void twentyOctets() {
            BigInteger largest = BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE);

            assertThat(new SerialNumber(largest).hex()).hasSize(40);
            assertThatThrownBy(() -> new SerialNumber(largest.add(BigInteger.ONE)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("20 octets");
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"4A:11:00:FF, 4a1100ff", "4a 11 00 ff, 4a1100ff", "' 4A1100ff ', 4a1100ff", "00a, 0a", "5, 05"})
    @DisplayName("are read with colons, spaces and capitals, and written without")
    void text(String text, String hex) {
        assertThat(SerialNumber.parse(text).hex()).isEqualTo(hex);
        assertThat(SerialNumber.parse(hex)).isEqualTo(SerialNumber.parse(text));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "xyz",
                "0x12",
                "-5",
                "1;DROP TABLE",
                "123456789012345678901234567890123456789012345"
            })
    @DisplayName("are refused as text when they are none")
    void noSerial(String text) {
        assertThatThrownBy(() -> SerialNumber.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
