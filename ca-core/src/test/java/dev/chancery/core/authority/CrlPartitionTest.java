package dev.chancery.core.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.SerialNumber;
import java.net.URI;
import java.security.SecureRandom;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A partition of a CA's CRLs")
final class CrlPartitionTest {
    @ParameterizedTest
    @CsvSource({
        "http://pki.example.com/crl/issuing.crl, http://pki.example.com/crl/issuing-3.crl",
        "http://pki.example.com/lists/a.b.crl, http://pki.example.com/lists/a.b-3.crl",
        "http://pki.example.com/list, http://pki.example.com/list-3",
        "http://pki.example.com/a.b/list, http://pki.example.com/a.b/list-3",
        "http://pki.example.com/list.crl?x=1.2/3, http://pki.example.com/list-3.crl?x=1.2/3",
        "http://pki.example.com/, http://pki.example.com/-3",
        "http://pki.example.com, http://pki.example.com/-3",
        "http://pki.example.com:8080/crl/issuing-2.crl, http://pki.example.com:8080/crl/issuing-2-3.crl",
    })
    @DisplayName("has its address beside the full list's, which says its number")
    void address(String full, String expected) {
        URI address = CrlPartition.address(URI.create(full), 3);

        assertThat(address).hasToString(expected);
        assertThat(CrlPartition.numberIn(address.toString())).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"http://a/crl/issuing.crl", "http://a/crl/issuing-delta.crl", "http://a/crl/issuing-0.crl"})
    @DisplayName("is not what other addresses name")
    void noPartition(String address) {
        assertThat(CrlPartition.numberIn(address)).isEmpty();
    }

    @Test
    @DisplayName("gets as many certificates as every other")
    void even() {
        SecureRandom random = new SecureRandom();
        int[] found = new int[17];
        for (int i = 0; i < 160_000; i++) {
            found[CrlPartition.of(SerialNumber.random(random), 16).orElseThrow()]++;
        }

        assertThat(found[0]).isZero();
        for (int number = 1; number <= 16; number++) {
            // Ten times the standard deviation of about 97.
            assertThat(found[number]).as("partition " + number).isBetween(9_030, 10_970);
        }
        assertThat(CrlPartition.of(SerialNumber.random(random), 0)).isEqualTo(OptionalInt.empty());
        assertThat(CrlPartition.of(SerialNumber.random(random), 1)).hasValue(1);
    }
}
