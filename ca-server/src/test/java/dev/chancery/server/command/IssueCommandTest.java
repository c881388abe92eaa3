package dev.chancery.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.server.command.FakeServer.Answer;
import dev.chancery.server.command.FakeServer.Asked;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PublicKey;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("chancery issue")
final class IssueCommandTest {
    private static final String ISSUE = "POST /api/v1/certificates";
    private static final String CSR = "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n";

    @TempDir
    Path folder;

    private FakeServer server;
    private String data = "";

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
        data = server.dataDirectory(folder).toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandLineRun.Result run(String... arguments) {
        return run(new CommandLineRun(), arguments);
    }

    private CommandLineRun.Result run(CommandLineRun line, String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "issue";
        all[1] = "--profile";
        all[2] = "tls-server";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        all[all.length - 2] = "--data";
        all[all.length - 1] = data;
        return line.run(all);
    }

    /** Certifies the key of whatever CSR comes. */
    private Function<Asked, Answer> certifying(String name) {
        return asked -> Answer.json(
                201,
                Canned.issued(
                        server.ca.certificate(keyOf(asked.json().path("csr").asString()), name),
                        List.of(server.ca.root())));
    }

    private static PublicKey keyOf(String csr) {
        try (PEMParser pem = new PEMParser(new StringReader(csr))) {
            var request = (org.bouncycastle.pkcs.PKCS10CertificationRequest) pem.readObject();
            return new JcaPKCS10CertificationRequest(request).getPublicKey();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    @DisplayName("for a CSR")
    final class ForCsr {
        private Path csr;

        @BeforeEach
        void write() throws Exception {
            csr = Files.writeString(folder.resolve("web01.csr"), "Certificate Request:\r\n" + CSR);
            server.on(
                    ISSUE,
                    Answer.json(
                            201,
                            Canned.issued(
                                    server.ca.certificate(TestCa.pair().getPublic(), "web01.example.com"),
                                    List.of(server.ca.root()))));
        }

        @Test
        @DisplayName("sends the request with its wishes and writes the certificate, not the root")
        void writesFile() throws Exception {
            Path out = folder.resolve("web01.pem");
            var result = run(
                    "--csr",
                    csr.toString(),
                    "--dns",
                    "a.example.com",
                    "b.example.com",
                    "--ip",
                    "10.0.0.1",
                    "--validity",
                    "P30D",
                    "--out",
                    out.toString());

            assertThat(result.err()).isEmpty();
            assertThat(result.code()).isZero();
            assertThat(result.out()).contains("web01.example.com", "Written to", "2026-10-24 12:00 (in 22 days)");
            assertThat(Files.readString(out))
                    .containsOnlyOnce("BEGIN CERTIFICATE")
                    .doesNotContain("PRIVATE");
            var body = server.asked.get(0).json();
            assertThat(body.path("csr").asString()).isEqualTo(CSR);
            assertThat(body.path("dns").toString()).isEqualTo("[\"a.example.com\",\"b.example.com\"]");
            assertThat(body.path("ip").toString()).isEqualTo("[\"10.0.0.1\"]");
            assertThat(body.path("validity").asString()).isEqualTo("P30D");
            assertThat(body.has("subject")).isFalse();
            assertThat(server.asked.get(0).header("Idempotency-Key")).matches("cli-[0-9a-f]{32}");
        }

        @Test
        @DisplayName("reads standard input and writes PEM to standard output, words to standard error")
        void pipes() {
            var result = run(new CommandLineRun().standardInput(CSR), "--csr", "-");

            assertThat(result.code()).isZero();
            assertThat(result.out()).startsWith("-----BEGIN CERTIFICATE-----").endsWith("-----END CERTIFICATE-----\n");
            assertThat(result.err()).contains("Issued web01.example.com and 1 more");
        }

        @Test
        @DisplayName("prints with --json exactly what came")
        void json() {
            var result = run("--csr", csr.toString(), "--json");

            assertThat(result.code()).isZero();
            assertThat(result.out()).startsWith("{\"serial\":").contains("\"chain\":");
        }

        @Test
        @DisplayName("sends only the request of a file that holds the private key as well")
        void keepsKey() throws Exception {
            Files.writeString(csr, "-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----\n" + CSR);
            assertThat(run("--csr", csr.toString()).code()).isZero();
            assertThat(server.asked.get(0).body()).doesNotContain("SECRET");

            Files.writeString(csr, "-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----\n");
            var result = run("--csr", csr.toString());
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains("holds a private key and no CSR; it was not sent");
            assertThat(server.asked).hasSize(1);
        }

        @Test
        @DisplayName("asks again once when the connection breaks, with the same Idempotency-Key")
        void repeats() {
            server.breakNext(1);
            var result = run("--csr", csr.toString());

            assertThat(result.err()).contains("Issued");
            assertThat(result.code()).isZero();
            assertThat(server.asked).hasSize(2);
            assertThat(server.asked.get(0).header("Idempotency-Key"))
                    .isEqualTo(server.asked.get(1).header("Idempotency-Key"));
        }

        @Test
        @DisplayName("gives up after the second break, with exit code 3")
        void givesUp() {
            server.breakNext(10);
            var result = run("--csr", csr.toString());

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.err()).contains("does not answer");
        }

        @Test
        @DisplayName("never replaces a file unless forced, and says so before it asks")
        void keepsFile() throws Exception {
            Path out = Files.writeString(folder.resolve("old.pem"), "old");
            var refused = run("--csr", csr.toString(), "--out", out.toString());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("exists already", "--force");
            assertThat(server.asked).isEmpty();
            assertThat(Files.readString(out)).isEqualTo("old");

            assertThat(run("--csr", csr.toString(), "--out", out.toString(), "--force")
                            .code())
                    .isZero();
            assertThat(Files.readString(out)).startsWith("-----BEGIN CERTIFICATE");
        }
    }

    @Nested
    @DisplayName("with a key of its own")
    final class WithKey {
        @Test
        @DisplayName("writes key and certificate as PEM for the owner only")
        void pem() throws Exception {
            server.on(ISSUE, certifying("web01.example.com"));
            Path out = folder.resolve("web01.pem");
            var result = run("--dns", "web01.example.com", "--out", out.toString());

            assertThat(result.err()).isEmpty();
            assertThat(result.code()).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(out))
                    .startsWith("-----BEGIN PRIVATE KEY-----")
                    .containsOnlyOnce("BEGIN CERTIFICATE");
            assertThat(server.asked.get(0).json().path("dns").toString()).isEqualTo("[\"web01.example.com\"]");
            assertThat(folder.resolve("web01.pem.key.pem")).doesNotExist();
        }

        @Test
        @DisplayName("writes a PFX under the password of a file, with AES-256 and SHA-256 only")
        void pfx() throws Exception {
            server.on(ISSUE, certifying("fe01.example.com"));
            Path password = Files.writeString(folder.resolve("password"), "correct horse\n");
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            Path out = folder.resolve("fe01.pfx");
            var result = run(
                    "--dns",
                    "fe01.example.com",
                    "--key",
                    "rsa-2048",
                    "--out",
                    out.toString(),
                    "--password-file",
                    password.toString());

            assertThat(result.err()).isEmpty();
            assertThat(result.code()).isZero();
            assertThat(result.out()).doesNotContain("Password", "correct horse");
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(out)), "correct horse".toCharArray());
            assertThat(store.isKeyEntry("fe01.example.com")).isTrue();
            assertThat(store.getCertificateChain("fe01.example.com")).hasSize(2);
            assertThat(store.getKey("fe01.example.com", "correct horse".toCharArray())
                            .getAlgorithm())
                    .isEqualTo("RSA");
            assertModern(Files.readAllBytes(out));
        }

        private void assertModern(byte[] pfx) throws Exception {
            try (ASN1InputStream der = new ASN1InputStream(pfx)) {
                String dump = org.bouncycastle.asn1.util.ASN1Dump.dumpAsString(der.readObject(), true);
                assertThat(dump).contains("2.16.840.1.101.3.4.2.1"); // SHA-256 in the MAC
            }
            String hex = java.util.HexFormat.of().formatHex(pfx);
            assertThat(hex)
                    .contains("60864801650304012a") // aes256-CBC
                    .contains("2a864886f70d0209") // hmacWithSHA256
                    .doesNotContain("2a864886f70d010c01"); // the PBE of PKCS#12 with RC2 or 3DES
        }

        @Test
        @DisplayName("shows a made-up password once, and takes a typed one without showing it")
        void passwords() throws Exception {
            server.on(ISSUE, certifying("fe01.example.com"));
            Path out = folder.resolve("fe01.pfx");
            var madeUp = run("--dns", "fe01.example.com", "--out", out.toString());
            String password = madeUp.out().replaceFirst("(?s).*Password +(\\S+) .*", "$1");
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(out)), password.toCharArray());
            assertThat(store.size()).isPositive();

            var typed = run(
                    new CommandLineRun().typing("hunter22", "hunter22"),
                    "--dns",
                    "fe01.example.com",
                    "--out",
                    out.toString(),
                    "--force");
            assertThat(typed.out()).doesNotContain("hunter22", "Password");
            KeyStore.getInstance("PKCS12")
                    .load(new ByteArrayInputStream(Files.readAllBytes(out)), "hunter22".toCharArray());

            var different = run(
                    new CommandLineRun().typing("hunter22", "hunter23"),
                    "--dns",
                    "fe01.example.com",
                    "--out",
                    out.toString(),
                    "--force");
            assertThat(different.code()).isEqualTo(1);
            assertThat(different.err()).contains("differ");
        }

        @Test
        @DisplayName("keeps the key when an officer must approve first, and says how to go on")
        void waits() throws Exception {
            server.on(ISSUE, Answer.json(202, Canned.WAITING));
            Path out = folder.resolve("web01.pfx");
            var result = run("--dns", "www.example.com", "--out", out.toString());

            assertThat(result.code()).isZero();
            assertThat(result.out())
                    .contains(
                            "Request 17 waits for an officer",
                            "is not in your grant",
                            "request show 17",
                            "web01.pfx.key.pem",
                            "openssl pkcs12 -export");
            Path key = folder.resolve("web01.pfx.key.pem");
            assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThat(out).doesNotExist();
        }

        @Test
        @DisplayName("tells each finding with its field and suggestion, and leaves no file behind")
        void refused() {
            server.on(ISSUE, Answer.problem(422, Canned.REFUSED));
            Path out = folder.resolve("x.pem");
            var result = run("--dns", "a_b.example.com", "--out", out.toString());

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).isEqualTo("""
                            dns[0]: "a_b.example.com": no underscore. Try: a-b.example.com
                            csr: The key is too short.
                            """);
            assertThat(out).doesNotExist();
        }
    }

    @Nested
    @DisplayName("refuses with exit code 2")
    final class Usage {
        private void assertUsage(String expected, String... arguments) {
            var result = run(arguments);
            assertThat(result.err()).contains(expected);
            assertThat(result.code()).isEqualTo(2);
            assertThat(server.asked).isEmpty();
        }

        @Test
        @DisplayName("what makes no sense")
        void nonsense() {
            assertUsage("Say for whom");
            assertUsage("Say where the new key", "--dns", "a.example.com");
            assertUsage("A PFX holds the private key", "--csr", "x.csr", "--out", "x.pfx");
            assertUsage("--key makes a key", "--csr", "x.csr", "--key", "ec-p256");
            assertUsage("is no key algorithm", "--dns", "a.example.com", "--key", "dsa", "--out", "x.pem");
        }
    }
}
