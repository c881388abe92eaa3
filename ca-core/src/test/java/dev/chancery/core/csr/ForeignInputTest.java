package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Objection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Something that is no request")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignInputTest {
    @TempDir
    static Path directory;

    @BeforeAll
    static void makeThem() throws Exception {
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout rsa.pem -out cert.pem -days 1 -subj /CN=x");
        openssl("x509 -in cert.pem -outform DER -out cert.der");
        openssl("pkcs12 -export -in cert.pem -inkey rsa.pem -out bundle.p12 -passout pass:x");
        openssl("crl2pkcs7 -nocrl -certfile cert.pem -out chain.p7b");
        openssl("crl2pkcs7 -nocrl -certfile cert.pem -outform DER -out chain.p7c");
        openssl("rsa -in rsa.pem -pubout -out public.pem");
        openssl("rsa -in rsa.pem -pubout -outform DER -out public.der");
        openssl("rsa -in rsa.pem -traditional -out rsa1.pem");
        openssl("rsa -in rsa.pem -traditional -outform DER -out rsa1.der");
        openssl("pkcs8 -topk8 -in rsa.pem -nocrypt -outform DER -out rsa8.der");
        openssl("pkcs8 -topk8 -in rsa.pem -passout pass:x -outform DER -out rsa8e.der");
        openssl("pkcs8 -topk8 -in rsa.pem -passout pass:x -out rsa8e.pem");
        openssl("ecparam -name prime256v1 -genkey -noout -out ec.pem");
        openssl("ec -in ec.pem -outform DER -out ec.der");
    }

    private static void openssl(String arguments) throws InterruptedException {
        Tool.run(directory, ("openssl " + arguments).split(" "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    @DisplayName("is called by its name")
    void named(String file, String name) throws Exception {
        Objection objection = objection(file);

        assertThat(objection.rule()).isEqualTo("csr-not-a-request");
        assertThat(objection.message()).startsWith("This is " + name + ", not a certificate request.");
    }

    static Stream<Arguments> named() {
        return Stream.of(
                Arguments.of("cert.pem", "a certificate"),
                Arguments.of("cert.der", "a certificate"),
                Arguments.of("bundle.p12", "a PKCS#12 (PFX) file"),
                Arguments.of("chain.p7b", "a PKCS#7 file"),
                Arguments.of("chain.p7c", "a PKCS#7 file"),
                Arguments.of("public.pem", "a bare public key"),
                Arguments.of("public.der", "a bare public key"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI",
                "<!DOCTYPE html><html>",
                "{\"csr\": \"\"}",
                "PK\u0003\u0004zip"
            })
    @DisplayName("is called by its name when it is an SSH key, a web page, JSON or an archive")
    void otherText(String text) {
        assertThat(Outcomes.objection(Outcomes.read(text)).rule()).isEqualTo("csr-not-a-request");
    }

    @Nested
    @DisplayName("but a private key")
    class PrivateKeys {
        @ParameterizedTest(name = "{0}")
        @ValueSource(
                strings = {"rsa.pem", "rsa1.pem", "rsa1.der", "rsa8.der", "rsa8e.der", "rsa8e.pem", "ec.pem", "ec.der"})
        @DisplayName("is refused, not repeated, and called compromised")
        void refused(String file) throws Exception {
            assertPrivateKey(objection(file));
            String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(directory.resolve(file)));
            if (file.endsWith(".der")) {
                assertPrivateKey(Outcomes.objection(Outcomes.read(base64)));
            }
        }

        @Test
        @DisplayName("is found beside a good request, too")
        void beside() throws Exception {
            String key = Files.readString(directory.resolve("ec.pem"));

            assertPrivateKey(Outcomes.objection(Outcomes.read(key + new SampleRequest().pem())));
            byte[] wide = (new SampleRequest().pem() + key).getBytes(StandardCharsets.UTF_16LE);
            assertPrivateKey(Outcomes.objection(Outcomes.read(wide)));
        }

        private void assertPrivateKey(Objection objection) {
            assertThat(objection.rule()).isEqualTo("csr-private-key");
            assertThat(objection.message())
                    .contains("compromised")
                    .doesNotContain("MI")
                    .hasSizeLessThan(250);
        }
    }

    private static Objection objection(String file) throws Exception {
        CsrOutcome outcome = Outcomes.read(Files.readAllBytes(directory.resolve(file)));
        assertThat(Outcomes.rejected(outcome).malformed()).isTrue();
        return Outcomes.objection(outcome);
    }
}
