package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.fuzz.Damage;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Clean PEM is read at once")
class CleanPemTest {
    private static final Der REQUEST = new SampleRequest().der();
    private static final String PEM = Pem.encode("CERTIFICATE REQUEST", REQUEST);

    static Stream<String> clean() {
        return Stream.of(
                PEM,
                PEM.stripTrailing(),
                PEM + "\n\r\n",
                PEM.replace("\n", "\r\n"),
                PEM.replace("CERTIFICATE", "NEW CERTIFICATE"));
    }

    @ParameterizedTest
    @MethodSource("clean")
    @DisplayName("to the request in it, as by the reader that knows what people paste")
    void found(String pem) {
        byte[] input = pem.getBytes(StandardCharsets.US_ASCII);

        assertThat(CleanPem.read(input)).contains(REQUEST);
        assertThat(Armour.openPasted(input)).isEqualTo(new Unwrapped.Octets(REQUEST));
    }

    static Stream<String> unclean() {
        String begin = "-----BEGIN CERTIFICATE REQUEST-----\n";
        String end = "-----END CERTIFICATE REQUEST-----\n";
        return Stream.of(
                "",
                begin,
                begin + end,
                PEM + PEM,
                PEM + "Kind regards",
                " " + PEM,
                PEM.replace("END CERT", "END NEW CERT"),
                PEM.replace("\n", " \n"),
                PEM.replace("\n", "\r"),
                PEM.replace("-----END", "----END"),
                begin + "MIIB=AAA\n" + end,
                begin + "MIIBAA\n" + end,
                begin + "PRIVATE\nKEY\n" + end,
                begin + "AAAAAPRIVATE\nKEY\n" + end,
                begin + "AAPRIVATE\nKEYBLOCK" + end,
                begin + "MIIB" + end);
    }

    @ParameterizedTest
    @MethodSource("unclean")
    @DisplayName("and anything else is left to that reader")
    void left(String text) {
        assertThat(CleanPem.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    @DisplayName("and is never read to anything else than by that reader, however damaged")
    void agreeing() {
        List<byte[]> seeds =
                clean().map(pem -> pem.getBytes(StandardCharsets.US_ASCII)).toList();
        Damage damage = new Damage(seeds, 1);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] input = damage.next();
            Optional<Der> found = CleanPem.read(input);
            if (found.isPresent()) {
                read++;
                assertThat(Armour.openPasted(input)).isEqualTo(new Unwrapped.Octets(found.get()));
            }
        }
        assertThat(read).as("inputs that were damaged and still clean").isGreaterThan(100);
    }
}
