package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Objection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request is found in whatever it was sent in")
class ArmourTest {
    private static final SampleRequest SAMPLE = new SampleRequest();
    private static final String PEM = SAMPLE.pem();

    static Stream<Arguments> states() {
        String body = PEM.replaceAll("-----[A-Z ]+-----", "").strip();
        return Stream.of(
                Arguments.of("as OpenSSL writes it", PEM),
                Arguments.of("labelled as Windows and NSS do", PEM.replace("CERTIFICATE", "NEW CERTIFICATE")),
                Arguments.of("with CRLF line ends", PEM.replace("\n", "\r\n")),
                Arguments.of("with the line ends of an old Macintosh", PEM.replace("\n", "\r")),
                Arguments.of("without a last line end", PEM.stripTrailing()),
                Arguments.of(
                        "after the text of openssl req -text", "Certificate Request:\n  Data:\n    Version: 1\n" + PEM),
                Arguments.of("before a signature", PEM + "\n--\nKind regards\n"),
                Arguments.of("indented", PEM.indent(4)),
                Arguments.of("with blank lines in between", PEM.replace("\n", "\n\n")),
                Arguments.of("with spaces at the ends of lines", PEM.replace("\n", "   \n")),
                Arguments.of("in one line, spaces for line ends", PEM.replace('\n', ' ')),
                Arguments.of("with escaped line ends, as in JSON", PEM.replace("\n", "\\n")),
                Arguments.of("with a byte order mark", "\ufeff" + PEM),
                Arguments.of("with no-break spaces", PEM.replace("\n", "\u00a0\n")),
                Arguments.of("with dashes that a word processor made", PEM.replace("-----", "\u2014\u2014-")),
                Arguments.of("bare base64", body),
                Arguments.of("bare base64 in one line", body.replace("\n", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    @DisplayName("in PEM and base64")
    void text(String state, String text) {
        assertFound(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM", "UTF-16"})
    @DisplayName("in UTF-16, as Notepad and PowerShell write it")
    void wide(String charset) {
        assertFound(PEM.getBytes(Charset.forName(charset)));
    }

    @Test
    @DisplayName("in DER")
    void der() {
        assertFound(SAMPLE.der().octets());
    }

    private static void assertFound(byte[] input) {
        CertificateRequest request = Outcomes.accepted(input);
        assertThat(request.subject().commonName()).contains("www.lab.example.com");
    }

    @Nested
    @DisplayName("and what is wrong with it is said")
    class Wrong {
        @Test
        @DisplayName("when there is nothing")
        void empty() {
            assertThat(malformed("").rule()).isEqualTo("csr-empty");
            assertThat(malformed(" \r\n\t ").rule()).isEqualTo("csr-empty");
            assertThat(malformed("-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----")
                            .rule())
                    .isEqualTo("csr-empty");
        }

        @Test
        @DisplayName("when its end is missing")
        void truncated() {
            assertThat(malformed(PEM.substring(0, PEM.indexOf("-----END"))).rule())
                    .isEqualTo("csr-truncated");
        }

        @Test
        @DisplayName("when a line is missing from its middle")
        void lineMissing() {
            String[] lines = PEM.split("\n");
            lines[2] = "";

            assertThat(malformed(String.join("\n", lines)).rule()).isEqualTo("csr-malformed");
        }

        @Test
        @DisplayName("when there are two")
        void two() {
            assertThat(malformed(PEM + PEM).rule()).isEqualTo("csr-several");
        }

        @Test
        @DisplayName("when a character does not belong, with its line")
        void character() {
            Objection objection = malformed("# my request\n" + PEM.replaceFirst("\nM", "\nM\u00e9"));

            assertThat(objection.rule()).isEqualTo("csr-base64");
            assertThat(objection.message()).contains("line 3").contains("U+00E9");
        }

        @Test
        @DisplayName("when something follows the DER")
        void trailing() {
            byte[] der = SAMPLE.der().octets();

            assertThat(malformed(Arrays.copyOf(der, der.length + 1)).message()).contains("trailing octets");
        }

        @Test
        @DisplayName("when it is larger than 64 KiB")
        void large() {
            Objection objection = malformed("A".repeat(65_537));

            assertThat(objection.rule()).isEqualTo("csr-too-large");
            assertThat(objection.message()).contains("65537 octets, more than 65536");
        }

        @Test
        @DisplayName("when it is nested without end, or has elements without number")
        void bomb() {
            byte[] deep = new byte[60_000];
            for (int i = 0; i < deep.length; i++) {
                deep[i] = (byte) (i % 2 == 0 ? 0x30 : 0x80);
            }
            assertThat(malformed(deep).rule()).isEqualTo("csr-malformed");
            byte[] many = new byte[60_004];
            many[0] = 0x30;
            many[1] = (byte) 0x82;
            many[2] = (byte) (60_000 >> 8);
            many[3] = (byte) 60_000;
            for (int i = 4; i < many.length; i += 2) {
                many[i] = 5;
            }
            assertThat(malformed(many).message()).contains("too many elements");
        }
    }

    private static Objection malformed(String text) {
        return malformed(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Objection malformed(byte[] input) {
        CsrOutcome outcome = Outcomes.read(input);
        assertThat(Outcomes.rejected(outcome).malformed()).isTrue();
        assertThat(Outcomes.objection(outcome).field()).isEqualTo("csr");
        return Outcomes.objection(outcome);
    }
}
