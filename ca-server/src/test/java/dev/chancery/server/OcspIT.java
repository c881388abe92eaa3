package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.lint.OcspJudge;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 4: the responder before software that no one here wrote. */
@DisplayName("OCSP, judged by")
class OcspIT {
    @TempDir
    private static Path data;

    @TempDir
    private static Path work;

    private static TestServer server;

    @BeforeAll
    static void prepare() throws IOException {
        server = TestServer.start(data);
        for (String file : new String[] {"root.pem", "issuing.pem", "issuing-chain.pem"}) {
            Files.write(
                    work.resolve(file), server.get(server.http("/ca/" + file)).body());
        }
        SerialNumber good = issue("good");
        SerialNumber revoked = issue("revoked");
        server.revoke(revoked.hex(), "keyCompromise");
        EncodedCertificate model = EncodedCertificate.ofPem(Files.readString(work.resolve("good.pem")));
        BigInteger never = good.value().xor(BigInteger.ONE.shiftLeft(100));
        Files.writeString(work.resolve("unknown.pem"), Forger.certificate(data, model, never));
        Files.copy(work.resolve("good-key.pem"), work.resolve("unknown-key.pem"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static SerialNumber issue(String name) throws IOException {
        String request = Csr.p256(work, name + ".lab.example.com");
        Files.move(work.resolve("k.pem"), work.resolve(name + "-key.pem"));
        tools.jackson.databind.JsonNode issued = server.issue("tls-server", request);
        Files.writeString(work.resolve(name + ".pem"), issued.get("certificate").asString());
        return SerialNumber.parse(issued.get("serial").asString());
    }

    private static String url() {
        return server.http("/ocsp").toString();
    }

    @ParameterizedTest(name = "openssl ocsp {0}")
    @ValueSource(strings = {"", "-no_nonce", "-sha256", "-sha256 -no_nonce", "-sha512"})
    @DisplayName("openssl ocsp")
    void openSsl(String options) {
        assertThat(openSsl(options, "good")).contains("Response verify OK", "good.pem: good");
        assertThat(openSsl(options, "revoked"))
                .contains("Response verify OK", "revoked.pem: revoked", "Reason: keyCompromise");
        assertThat(openSsl(options, "unknown")).contains("Response verify OK", "unknown.pem: unknown");
        if (!options.contains("-no_nonce")) {
            assertThat(openSsl(options, "good")).doesNotContain("WARNING: no nonce");
        }
    }

    private static String openSsl(String options, String name) {
        return Tool.run(
                        work,
                        "sh",
                        "-c",
                        "openssl ocsp " + options + " -issuer issuing.pem -cert " + name + ".pem -url " + url()
                                + " -CAfile root.pem")
                .output();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"good", "revoked", "unknown"})
    @DisplayName("the judge of OCSP responses, about what OpenSSL was told")
    void judged(String name) throws IOException {
        openSsl("-respout " + name + ".der", name);
        Der response = Der.ofOwned(Files.readAllBytes(work.resolve(name + ".der")));
        Der issuing = EncodedCertificate.ofPem(Files.readString(work.resolve("issuing.pem")))
                .der();

        assertThat(OcspJudge.judge(response, Optional.of(issuing))).isEmpty();
    }

    @Test
    @DisplayName("openssl ocsp: the root's responder about the intermediate, and several certificates in one question")
    void openSslMore() {
        assertThat(Tool.run(
                                work,
                                "sh",
                                "-c",
                                "openssl ocsp -issuer root.pem -cert issuing.pem -url " + url() + " -CAfile root.pem")
                        .output())
                .contains("Response verify OK", "issuing.pem: good");
        assertThat(Tool.run(
                                work,
                                "sh",
                                "-c",
                                "openssl ocsp -issuer issuing.pem -cert good.pem -cert revoked.pem -serial 0x1234 -url "
                                        + url() + " -CAfile root.pem")
                        .output())
                .contains("Response verify OK", "good.pem: good", "revoked.pem: revoked", "0x1234: unknown");
        assertThat(Tool.run(
                                work,
                                "sh",
                                "-c",
                                "openssl ocsp -issuer good.pem -cert good.pem -url " + url() + " -CAfile root.pem")
                        .output())
                .contains("Responder Error: unauthorized");
    }

    @ParameterizedTest(name = "ocsptool {0}")
    @ValueSource(strings = {"--nonce", "--no-nonce"})
    @DisplayName("ocsptool (GnuTLS)")
    void gnuTls(String nonce) {
        assertThat(gnuTls(nonce, "good")).contains("Certificate Status: good", "Success");
        assertThat(gnuTls(nonce, "revoked")).contains("Certificate Status: revoked", "Success");
        assertThat(gnuTls(nonce, "unknown")).contains("Certificate Status: unknown", "Success");
    }

    private static String gnuTls(String nonce, String name) {
        return Tool.run(
                        work,
                        "ocsptool",
                        "--ask=" + url(),
                        nonce,
                        "--load-issuer=issuing.pem",
                        "--load-cert=" + name + ".pem",
                        "--load-trust=issuing-chain.pem",
                        "--verify-allow-broken")
                .output();
    }

    @Test
    @DisplayName("Java's PKIX, which finds both responders in the certificates and reads no CRL")
    void javaPkix() {
        long before = asked();
        assertThat(javaPkix("good")).contains("VALID");
        // The server's own look from outside may ask meanwhile.
        assertThat(asked()).as("about the certificate and about its issuer").isGreaterThanOrEqualTo(before + 2);
        assertThat(javaPkix("revoked")).contains("REVOKED").contains("KEY_COMPROMISE");
        assertThat(javaPkix("unknown")).contains("UNDETERMINED_REVOCATION_STATUS");
    }

    private static long asked() {
        String metrics = TestServer.text(server.get(server.https("/metrics")));
        Matcher count =
                Pattern.compile("(?m)^chancery_ocsp_requests_total (\\S+)$").matcher(metrics);
        assertThat(count.find()).as(metrics).isTrue();
        return (long) Double.parseDouble(count.group(1));
    }

    private static String javaPkix(String name) {
        return PkixVerdict.byOcsp(work, "root.pem", "issuing.pem", name + ".pem");
    }

    @Test
    @DisplayName("nginx, which staples what is good and nothing else")
    void nginx() throws Exception {
        try (Nginx nginx = Nginx.stapling(work, "good")) {
            assertThat(nginx.untilStapled()).contains("OCSP Response Status: successful", "Cert Status: good");
        }
        for (String status : new String[] {"revoked", "unknown"}) {
            try (Nginx nginx = Nginx.stapling(work, status)) {
                assertThat(nginx.untilLogged("certificate status")).contains("certificate status \"" + status + "\"");
                assertThat(nginx.handshake()).contains("OCSP response: no response sent");
            }
        }
    }

    @Test
    @DisplayName(
            "openssl x509: each responder's certificate is its own CA's, short, for OCSP only, not to be checked itself")
    void certificate() throws IOException {
        for (String ca : new String[] {"root", "issuing"}) {
            String asked = ca.equals("root") ? "issuing" : "good";
            Tool.run(
                    work,
                    "sh",
                    "-c",
                    "openssl ocsp -issuer " + ca + ".pem -cert " + asked + ".pem -url " + url() + " -CAfile root.pem"
                            + " -resp_text > answer.txt 2>&1");
            Matcher pem = Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL)
                    .matcher(Files.readString(work.resolve("answer.txt")));
            assertThat(pem.find()).isTrue();
            Files.writeString(work.resolve("responder.pem"), pem.group() + "\n");
            String text = Tool.ok(work, "openssl", "x509", "-in", "responder.pem", "-noout", "-text");
            assertThat(text)
                    .contains("OCSP Signing", "OCSP No Check", "Digital Signature", "prime256v1")
                    .doesNotContain("CRL Distribution", "Authority Information Access");
            assertThat(Tool.ok(work, "openssl", "verify", "-partial_chain", "-CAfile", ca + ".pem", "responder.pem"))
                    .contains("OK");
        }
    }
}
