package dev.chancery.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.server.command.FakeServer.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("chancery list, show, revoke, release")
final class CertificateCommandsTest {
    private static final String ONE = "/api/v1/certificates/" + Canned.SERIAL;

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

    @Test
    @DisplayName("list shows names first, then status, end, profile and serial")
    void list() {
        server.on(
                "GET /api/v1/certificates",
                Answer.json(
                        200,
                        "{\"certificates\":[" + Canned.certificate(Canned.SERIAL, "web01.example.com", "valid", "")
                                + "]}"));
        var result = new CommandLineRun()
                .run(
                        "list",
                        "--search",
                        "web 01&x",
                        "--status",
                        "valid",
                        "--expires-before",
                        "2026-12-31",
                        "--data",
                        data);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out().lines().toList().get(0)).matches("NAMES +STATUS +ENDS +PROFILE +SERIAL");
        assertThat(result.out().lines().toList().get(1))
                .matches("web01\\.example\\.com and 1 more +valid +2026-10-24 12:00 \\(in 22 days\\) +tls-server +"
                        + Canned.SERIAL);
        assertThat(server.asked.get(0).line())
                .isEqualTo("GET /api/v1/certificates?search=web%2001%26x&status=valid"
                        + "&expiresBefore=2026-12-31T00%3A00%3A00Z&limit=100");
    }

    @Test
    @DisplayName("list follows the pages until its limit and says that there are more")
    void pages() {
        String page = "{\"certificates\":[" + Canned.certificate("aa", "a", "valid", "") + ","
                + Canned.certificate("bb", "b", "held", "") + "],\"next\":\"c1\"}";
        server.on("GET /api/v1/certificates", Answer.json(200, page));
        var result = new CommandLineRun().run("list", "--limit", "4", "--data", data);

        assertThat(result.out().lines()).hasSize(5);
        assertThat(result.err()).contains("There are more");
        assertThat(server.asked).hasSize(2);
        assertThat(server.asked.get(1).line()).endsWith("?limit=2&cursor=c1");
    }

    @Test
    @DisplayName("list says what an empty list means")
    void empty() {
        server.on("GET /api/v1/certificates", Answer.json(200, "{\"certificates\":[]}"));
        assertThat(new CommandLineRun().run("list", "--data", data).err()).contains("Make the first: ./chancery issue");
        assertThat(new CommandLineRun()
                        .run("list", "--search", "x", "--data", data)
                        .err())
                .isEqualTo("No certificate matches.\n");
    }

    @Test
    @DisplayName("show tells everything, escaping what a terminal would obey")
    void show() {
        String revoked = ",\"revocation\":{\"revokedAt\":\"2026-10-02T09:00:00Z\",\"reason\":\"superseded\"}";
        server.on(
                "GET " + ONE,
                Answer.json(200, Canned.certificate(Canned.SERIAL, "evil\\u001b[31m", "revoked", revoked)));
        var result = new CommandLineRun().run("show", Canned.SERIAL, "--data", data);

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("evil\\u001b[31m, 10.0.0.7", "2026-10-02 09:00 (3 hours ago)", "superseded")
                .doesNotContain("\u001b");
    }

    @Test
    @DisplayName("show --out writes the format that the file's name asks for")
    void formats() throws Exception {
        server.on("GET " + ONE + ".crt", Answer.bytes("application/pkix-cert", new byte[] {0x30, 0x01}));
        server.on("GET " + ONE + ".p7b", Answer.bytes("application/x-pkcs7-certificates", new byte[] {0x30, 0x02}));
        server.on(
                "GET " + ONE + ".pem",
                Answer.bytes("application/x-pem-file", "pem\n".getBytes(StandardCharsets.US_ASCII)));
        for (String ending : new String[] {"cer", "p7b", "pem"}) {
            Path out = folder.resolve("x." + ending);
            assertThat(new CommandLineRun()
                            .run("show", Canned.SERIAL, "--out", out.toString(), "--data", data)
                            .code())
                    .isZero();
        }
        assertThat(Files.readAllBytes(folder.resolve("x.cer"))).containsExactly(0x30, 0x01);
        assertThat(Files.readAllBytes(folder.resolve("x.p7b"))).containsExactly(0x30, 0x02);
        assertThat(folder.resolve("x.pem")).hasContent("pem\n");
        assertThat(new CommandLineRun()
                        .run("show", Canned.SERIAL, "--format", "der", "--data", data)
                        .binary()
                        .hex())
                .isEqualTo("3001");
    }

    @Test
    @DisplayName("show says that a serial is unknown, with exit code 1")
    void unknown() {
        var result = new CommandLineRun().run("show", "00", "--data", data);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("There is nothing here.\n");
    }

    @Test
    @DisplayName("revoke sends reason and invalidity date")
    void revoke() {
        String revoked = ",\"revocation\":{\"revokedAt\":\"2026-10-02T12:00:00Z\",\"reason\":\"keyCompromise\"}";
        server.on(
                "POST " + ONE + "/revocation",
                Answer.json(200, Canned.certificate(Canned.SERIAL, "web01.example.com", "revoked", revoked)));
        var result = new CommandLineRun()
                .run(
                        "revoke",
                        Canned.SERIAL,
                        "--reason",
                        "KEYCOMPROMISE",
                        "--invalidity-date",
                        "2026-09-01",
                        "--data",
                        data);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Revoked (keyCompromise): web01.example.com");
        assertThat(server.asked.get(0).body())
                .isEqualTo("{\"reason\":\"keyCompromise\",\"invalidityDate\":\"2026-09-01T00:00:00Z\"}");
    }

    @Test
    @DisplayName("revoke lists the reasons for an unknown one, with exit code 2")
    void reasons() {
        var result = new CommandLineRun().run("revoke", Canned.SERIAL, "--reason", "stolen", "--data", data);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("\"stolen\" is no reason to revoke", "keyCompromise, cACompromise");
        assertThat(new CommandLineRun()
                        .run("revoke", Canned.SERIAL, "--data", data)
                        .code())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("a hold can be released; a conflict is told with exit code 1")
    void hold() {
        server.on(
                "POST " + ONE + "/revocation",
                Answer.json(200, Canned.certificate(Canned.SERIAL, "web01.example.com", "held", "")));
        server.on(
                "DELETE " + ONE + "/revocation",
                Answer.json(200, Canned.certificate(Canned.SERIAL, "web01.example.com", "valid", "")));
        server.on(
                "DELETE " + ONE + "/revocation",
                Answer.problem(
                        409,
                        "{\"title\":\"Conflict\",\"findings\":[{\"field\":\"serial\",\"message\":\"Not held.\"}]}"));
        assertThat(new CommandLineRun()
                        .run("revoke", Canned.SERIAL, "--reason", "certificateHold", "--data", data)
                        .out())
                .contains("On hold", "./chancery release " + Canned.SERIAL + " --data " + data);
        assertThat(new CommandLineRun()
                        .run("release", Canned.SERIAL, "--data", data)
                        .out())
                .contains("Released: web01.example.com");
        var again = new CommandLineRun().run("release", Canned.SERIAL, "--data", data);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).isEqualTo("serial: Not held.\n");
    }
}
