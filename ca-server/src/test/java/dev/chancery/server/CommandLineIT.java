package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every online command against the real server. */
@DisplayName("The command line, with the real server,")
class CommandLineIT {
    @TempDir
    private static Path data;

    @TempDir
    private Path work;

    private static TestServer server;

    private record Result(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }

    @BeforeAll
    static void start() {
        server = TestServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Result run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(arguments.toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    /** As the local administrator. */
    private static Result here(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return run(all);
    }

    private static Result done(String... arguments) {
        Result result = here(arguments);
        assertThat(result.err()).as(String.join(" ", arguments)).isEmpty();
        assertThat(result.code()).as(String.join(" ", arguments)).isZero();
        return result;
    }

    private String file(String name) {
        return work.resolve(name).toString();
    }

    /** The word after a label. */
    private static String field(Result result, String label) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith(label + " "))
                .map(line -> line.substring(label.length()).strip().split(" ")[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + label + " in:\n" + result.out()));
    }

    private Path root() {
        Path root = work.resolve("root.pem");
        if (!Files.exists(root)) {
            done("ca", "show", "root", "--out", root.toString());
        }
        return root;
    }

    @Test
    @DisplayName("issues for a CSR of OpenSSL, shows, lists, revokes, and sees the serial in the CRL")
    void life() throws IOException {
        Tool.ok(
                work,
                "openssl",
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "k.pem",
                "-out",
                "life.csr",
                "-subj",
                "/",
                "-addext",
                "subjectAltName=DNS:life.lab.example.com");
        Result issued = done("issue", "--profile", "tls-server", "--csr", file("life.csr"), "--out", file("life.pem"));
        String serial = field(issued, "Serial");
        assertThat(Tool.ok(
                        work, "openssl", "verify", "-CAfile", root().toString(), "-untrusted", "life.pem", "life.pem"))
                .contains("life.pem: OK");

        assertThat(done("show", serial).out()).contains("life.lab.example.com", "valid", "tls-server");
        done("show", serial, "--out", file("life.crt"));
        done("show", serial, "--out", file("life.p7b"));
        done("show", serial, "--format", "chain", "--out", file("chain.pem"));
        assertThat(work.resolve("chain.pem")).hasSameTextualContentAs(work.resolve("life.pem"));
        assertThat(Tool.ok(work, "openssl", "x509", "-in", "life.crt", "-inform", "DER", "-noout", "-serial"))
                .containsIgnoringCase(serial);
        assertThat(Tool.ok(work, "openssl", "pkcs7", "-in", "life.p7b", "-inform", "DER", "-print_certs"))
                .contains("subject=", "issuer=");
        assertThat(done("list", "--search", "life").out()).contains("life.lab.example.com", serial);

        assertThat(done("revoke", serial.toUpperCase(java.util.Locale.ROOT), "--reason", "certificateHold")
                        .out())
                .contains("On hold");
        done("release", serial);
        done("revoke", serial, "--reason", "superseded");
        Result again = here("revoke", serial, "--reason", "superseded");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).isNotBlank().doesNotContain("Exception");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> done("crl", "show", "--entries", "100").out().contains(serial));
        assertThat(done("list", "--status", "revoked").out()).contains(serial);
    }

    @Test
    @DisplayName("makes keys that OpenSSL reads, as PEM and as PFX")
    void keys() throws IOException {
        done(
                "issue",
                "--profile",
                "tls-server",
                "--dns",
                "key.lab.example.com",
                "--ip",
                "10.0.0.7",
                "--out",
                file("key.pem"));
        assertThat(Tool.ok(work, "openssl", "pkey", "-in", "key.pem", "-pubout"))
                .isEqualTo(Tool.ok(work, "openssl", "x509", "-in", "key.pem", "-pubkey", "-noout"));

        Result made = done(
                "issue",
                "--profile",
                "tls-server",
                "--dns",
                "pfx.lab.example.com",
                "--key",
                "rsa-2048",
                "--out",
                file("key.pfx"));
        String opened = Tool.ok(
                work,
                "openssl",
                "pkcs12",
                "-in",
                "key.pfx",
                "-nodes",
                "-info",
                "-passin",
                "pass:" + field(made, "Password"));
        assertThat(opened)
                .contains("PBES2, PBKDF2, AES-256-CBC", "hmacWithSHA256", "friendlyName: pfx.lab.example.com")
                .contains("BEGIN PRIVATE KEY");
    }

    @Test
    @DisplayName("names each thing that policy refuses, with its field")
    void refused() {
        Result result = here(
                "issue",
                "--profile",
                "tls-server",
                "--dns",
                "a_b.lab.example.com",
                "fine.lab.example.com",
                "--out",
                file("no.pem"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("dns[0]: ", "Try: a-b.lab.example.com");
        assertThat(work.resolve("no.pem")).doesNotExist();

        Result unknown = here("issue", "--profile", "tls-sever", "--dns", "x.lab.example.com", "--out", file("no.pem"));
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("tls-sever");
    }

    @Test
    @DisplayName("lets a user of a token ask from elsewhere, an officer decide, and the user collect")
    void approval() throws IOException {
        assertThat(here("user", "add", "bob", "--no-password", "--role", "requester")
                        .code())
                .isZero();
        done("user", "token", "add", "bob", "--label", "laptop", "--expires", "2099-01-01", "--out", file("bob.token"));
        Result asked =
                bob("issue", "--profile", "tls-server", "--dns", "bob.lab.example.com", "--out", file("bob.pem"));
        assertThat(asked.err()).isEmpty();
        assertThat(asked.code()).isZero();
        String number = field(asked, "Request");
        assertThat(work.resolve("bob.pem.key.pem")).exists();
        assertThat(done("request", "list").out()).contains("bob.lab.example.com");

        Result notHis = bob("request", "approve", number);
        assertThat(notHis.code()).isEqualTo(1);
        assertThat(notHis.err()).isNotBlank();

        String serial = field(here("request", "approve", number, "--comment", "by phone"), "Serial");
        assertThat(bob("request", "show", number).out()).contains("issued", serial, "by phone");
        assertThat(bob("show", serial, "--format", "chain", "--out", file("bob.pem"))
                        .code())
                .isZero();
        assertThat(Tool.ok(work, "openssl", "pkey", "-in", "bob.pem.key.pem", "-pubout"))
                .isEqualTo(Tool.ok(work, "openssl", "x509", "-in", "bob.pem", "-pubkey", "-noout"));

        Result second =
                bob("issue", "--profile", "tls-server", "--dns", "other.lab.example.com", "--out", file("o.pem"));
        assertThat(done("request", "deny", field(second, "Request")).out()).contains("is denied");
        assertThat(done("request", "list", "--state", "denied").out()).contains("other.lab.example.com");
        assertThat(bob("user", "list").code()).isEqualTo(1);

        assertThat(done("user", "token", "list", "bob").out()).contains("laptop");
        String token =
                done("user", "show", "bob", "--json").json().at("/tokens/0/id").asString();
        done("user", "token", "remove", "bob", token);
        assertThat(bob("list").err()).contains("does not accept the token of " + file("bob.token"));
    }

    /** From another machine: with an address, a token and the root in files. */
    private Result bob(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--server",
                server.https("").toString(),
                "--token-file",
                file("bob.token"),
                "--ca-file",
                root().toString()));
        return run(all);
    }

    @Test
    @DisplayName("publishes and shows CRLs, CAs, profiles and users")
    void administration() throws IOException {
        long before = done("crl", "show", "--json").json().get("number").asLong();
        assertThat(done("crl", "publish", "--json").json().get("number").asLong())
                .isGreaterThan(before);
        assertThat(done("crl", "publish", "--ca", "root").out()).contains("Published CRL number");
        done("crl", "show", "--ca", "root", "--out", file("root.crl"));
        assertThat(Tool.ok(
                        work,
                        "openssl",
                        "crl",
                        "-in",
                        "root.crl",
                        "-inform",
                        "DER",
                        "-noout",
                        "-verify",
                        "-CAfile",
                        root().toString()))
                .contains("verify OK");

        assertThat(done("ca", "list").out()).contains("root", "issuing");
        assertThat(done("ca", "show", "issuing").out()).contains("CRL at", "/crl/issuing.crl");
        assertThat(done("profile", "list").out()).contains("tls-server");
        assertThat(done("profile", "show", "tls-server").out()).contains("serverAuth");
        assertThat(run(List.of(
                                "profile",
                                "check",
                                data.resolve("profiles/tls-server.yaml").toString()))
                        .out())
                .startsWith("OK: ");

        assertThat(done("user", "add", "carol", "--role", "officer", "auditor", "--dns-suffix", "lab.example.com")
                        .out())
                .contains("Password", "officer, auditor");
        assertThat(done("user", "roles", "carol", "requester").out()).contains("requester");
        assertThat(done("user", "grants", "carol", "--ip-range", "10.0.0.0/8").out())
                .contains("10.0.0.0/8");
        assertThat(done("user", "password", "carol").out()).contains("Password");
        assertThat(done("user", "disable", "carol").out()).contains("carol is disabled");
        assertThat(done("user", "enable", "carol").out()).contains("enabled");
        assertThat(done("user", "list").out()).contains("admin", "carol");
        assertThat(here("user", "disable", "admin").err()).contains("last admin");
        assertThat(here("user", "show", "nobody").code()).isEqualTo(1);
    }
}
