package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.csr.DebianRandom.Architecture;
import dev.chancery.core.csr.DebianRandom.SeedFile;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Predictable keys of Debian (CVE-2008-0166)")
class PredictableKeysTest {
    /** The beginnings of keys that real systems made, as published; process 1000. */
    @ParameterizedTest(name = "{0}, ~/.rnd {1}: {2}…")
    @CsvSource({
        "AMD64, READABLE,   bdc2ee594e00cac0ef15",
        "AMD64, UNREADABLE, ceb8aaaba94464051514",
        "AMD64, ABSENT,     b456480dd81740ac1231",
        "I386,  UNREADABLE, d2b741fe7f2a2eb5b7d0"
    })
    @DisplayName("can be made again from the number of a process, and are refused when they are on the list")
    void again(Architecture architecture, SeedFile file, String beginning) {
        BigInteger modulus = DebianKey.modulus(2048, architecture, file, 1000);
        PredictableKeys list = PredictableKeys.ofList(List.of(fingerprint(modulus)));

        assertThat(modulus.toString(16)).startsWith(beginning).hasSize(512);
        assertThat(new KeyQuality(list)
                        .judge(WeakKeys.rsa(modulus, WeakKeys.F4))
                        .objections())
                .extracting(Objection::rule)
                .containsExactly("key-rsa-predictable");
        assertThat(new KeyQuality(PredictableKeys.none())
                        .judge(WeakKeys.rsa(modulus, WeakKeys.F4))
                        .objections())
                .as("nothing else is wrong with such a key")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}, process {1}")
    @CsvSource({"AMD64, 0", "AMD64, 1000", "AMD64, 5887", "I386, 0", "I386, 4711", "I386, 5887"})
    @DisplayName("are known from the start where the shipped list says so")
    void known(Architecture architecture, int process) {
        BigInteger modulus = DebianKey.modulus(2048, architecture, SeedFile.READABLE, process);

        assertThat(PredictableKeys.known().contains(modulus)).isTrue();
    }

    @Test
    @DisplayName("are on the shipped list once each")
    void size() {
        assertThat(PredictableKeys.known().size()).isEqualTo(2 * 5888);
    }

    @Test
    @DisplayName("are read from a list in the format of openssl-blacklist, with comments")
    void list() {
        PredictableKeys keys = PredictableKeys.ofList(List.of("# known keys", "", "00005890BC78bcbee3ca"));

        assertThat(keys.size()).isEqualTo(1);
        assertThatThrownBy(() -> PredictableKeys.ofList(List.of("# known keys", "5890bc78bcbee3ca")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    /** As {@code openssl rsa -noout -modulus | sha1sum | cut -c 21-40} has it. */
    static String fingerprint(BigInteger modulus) {
        String line = "Modulus=" + modulus.toString(16).toUpperCase(Locale.ROOT) + "\n";
        return Der.ofOwned(line.getBytes(StandardCharsets.US_ASCII))
                .sha1()
                .hex()
                .substring(20);
    }
}
