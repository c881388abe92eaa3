package dev.chancery.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.config.Shipped;
import dev.chancery.core.x509.Der;
import dev.chancery.server.command.FakeServer.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("chancery crl, request, user, ca, profile")
final class AdministrationCommandsTest {
    private static final String ALICE = """
        {"name":"alice","displayName":"Alice","roles":["requester"],
         "grants":{"exact":[],"dnsSuffixes":["lab.example.com"],"wildcards":false,"ipRanges":["10.0.0.0/8"],"all":false},
         "groups":["web"],
         "disabled":false,"hasPassword":true,"mustChangePassword":true,"created":"2026-10-01T12:00:00Z",
         "tokens":[{"id":"3f9a01bc","label":"laptop","created":"2026-10-01T12:00:00Z"}]%s}\
        """;

    private static final String REQUEST = """
        {"id":17,"state":"%s","profile":"tls-server","requester":"alice","submitted":"2026-10-02T11:00:00Z",
         "names":["dns:www.example.com"],"waitsBecause":["The name www.example.com is not in your grant."],
         "agreements":[]%s}\
        """;

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
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data;
        return new CommandLineRun().run(all);
    }

    private void assertDone(CommandLineRun.Result result, String... said) {
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains(said);
    }

    @Test
    @DisplayName("crl publish tells number, times and entries")
    void publish() {
        server.on("POST /api/v1/authorities/issuing/crl", Answer.json(200, """
            {"issuer":"issuing","number":8,"thisUpdate":"2026-10-02T12:00:00Z","nextUpdate":"2026-10-09T12:00:00Z",
             "nextPublish":"2026-10-03T12:00:00Z","entries":3,"sha256":"00"}\
            """));
        assertDone(run("crl", "publish"), "CRL number 8 of the CA issuing", "2026-10-09 12:00 (in 7 days)");
    }

    @Test
    @DisplayName("crl show reads the CRL over plain HTTP and believes only the CA's key")
    void showCrl() throws Exception {
        server.on("GET /crl/issuing.crl", Answer.bytes("application/pkix-crl", server.ca.crl(8, Canned.SERIAL)));
        server.on(
                "GET /ca/issuing.crt",
                Answer.bytes("application/pkix-cert", server.ca.root().der().octets()));
        Path out = folder.resolve("issuing.crl");
        assertDone(
                run("crl", "show", "--out", out.toString()),
                server.httpUrl() + "/crl/issuing.crl",
                "Number        8",
                "Entries       1",
                Canned.SERIAL,
                "keyCompromise");
        assertThat(out).isNotEmptyFile();
        assertThat(server.asked.get(0).header("Authorization")).isEmpty();
        assertThat(run("crl", "show", "--json").out()).contains("\"number\":8");

        server.on(
                "GET /ca/root.crt",
                Answer.bytes("application/pkix-cert", server.ca.root().der().octets()));
        server.on("GET /crl/root.crl", Answer.bytes("application/pkix-crl", new TestCa("Liar").crl(9, "aa")));
        var forged = run("crl", "show", "--ca", "root");
        assertThat(forged.code()).isEqualTo(1);
        assertThat(forged.err()).contains("must not be believed");

        assertThat(run("crl", "show", "--ca", "nobody").err()).contains("answered 404", "./chancery ca list");
    }

    @Test
    @DisplayName("request list, show, approve and deny")
    void requests() {
        server.on(
                "GET /api/v1/requests", Answer.json(200, "{\"requests\":[" + REQUEST.formatted("pending", "") + "]}"));
        server.on("GET /api/v1/requests/17", Answer.json(200, REQUEST.formatted("pending", ",\"csr\":\"PEM\\n\"")));
        server.on(
                "POST /api/v1/requests/17/approval",
                Answer.json(201, Canned.certificate(Canned.SERIAL, "www.example.com", "valid", "")));
        server.on("POST /api/v1/requests/17/denial", Answer.json(200, REQUEST.formatted("denied", "")));

        assertDone(run("request", "list"), "dns:www.example.com", "alice", "(60 minutes ago)");
        assertThat(server.asked.get(0).line()).contains("state=pending");
        assertDone(run("request", "list", "--state", "all"), "17");
        assertThat(server.asked.get(1).line()).doesNotContain("state=");
        var shown = run("request", "show", "17");
        assertThat(shown.out()).contains("not in your grant", "PEM\n");
        assertThat(shown.err()).contains("request approve 17");
        var approved = run("request", "approve", "17", "--comment", "by phone");
        assertThat(approved.code()).isZero();
        assertThat(approved.out()).contains("Request 17 is approved", Canned.SERIAL);
        assertThat(server.asked.get(3).body()).isEqualTo("{\"comment\":\"by phone\"}");
        assertDone(run("request", "deny", "17"), "Request 17 is denied.");
        assertThat(run("request", "show", "seventeen").code()).isEqualTo(2);
    }

    @Test
    @DisplayName("request approve and show say when another officer has to agree")
    void twoOfficers() {
        server.on("POST /api/v1/requests/17/approval", Answer.json(202, """
            {"request":{"id":17,"state":"pending","waitsBecause":["One of two officers has approved: olga, now."]}}\
            """));
        server.on(
                "GET /api/v1/requests/17",
                Answer.json(
                        200,
                        REQUEST.formatted("pending", "")
                                .replace(
                                        "\"agreements\":[]",
                                        "\"agreements\":[{\"by\":\"olga\",\"at\":\"2026-10-02T11:30:00Z\","
                                                + "\"comment\":\"by phone\"}]")));
        assertDone(
                run("request", "approve", "17"), "waits for another officer", "One of two officers has approved: olga");
        assertThat(run("request", "show", "17").out()).contains("Approved by", "olga, 2026-10-02 11:30", "by phone");
    }

    @Test
    @DisplayName("group list, show, add, grants, remove, and user groups")
    void groups() {
        String web = """
            {"name":"web","description":"Web servers","members":["alice"],
             "grants":{"exact":[],"dnsSuffixes":["web.example.com"],"wildcards":false,"ipRanges":[],"all":false}}\
            """;
        server.on("GET /api/v1/groups", Answer.json(200, "{\"groups\":[" + web + "]}"));
        server.on("GET /api/v1/groups/web", Answer.json(200, web));
        server.on("POST /api/v1/groups", Answer.json(201, web));
        server.on("PATCH /api/v1/groups/web", Answer.json(200, web));
        server.on("DELETE /api/v1/groups/web", Answer.json(204, ""));
        server.on("PATCH /api/v1/users/alice", Answer.json(200, ALICE.formatted("")));

        assertDone(run("group", "list"), "web.example.com and below", "alice", "Web servers");
        assertDone(run("group", "show", "web"), "Web servers", "alice");
        var added = run("group", "add", "web", "--description", "Web servers", "--dns-suffix", "web.example.com");
        assertThat(added.err()).contains("user groups USER web");
        assertThat(server.asked.get(2).json().path("grants").path("dnsSuffixes").toString())
                .isEqualTo("[\"web.example.com\"]");
        assertDone(run("group", "grants", "web", "--none"), "web");
        assertThat(run("group", "grants", "web").code()).isEqualTo(2);
        assertDone(run("user", "groups", "alice", "web", "mail"), "Groups", "web");
        assertThat(server.asked.get(4).body()).isEqualTo("{\"groups\":[\"web\",\"mail\"]}");
        assertDone(run("user", "groups", "alice", "--none"), "alice");
        assertThat(server.asked.get(5).body()).isEqualTo("{\"groups\":[]}");
        assertThat(run("user", "groups", "alice").code()).isEqualTo(2);
        assertDone(run("group", "remove", "web"), "The group web is removed.");
    }

    @Test
    @DisplayName("user list, show, add, roles, grants, password, disable, enable")
    void users() {
        server.on("GET /api/v1/users", Answer.json(200, "{\"users\":[" + ALICE.formatted("") + "]}"));
        server.on("GET /api/v1/users/alice", Answer.json(200, ALICE.formatted("")));
        server.on("POST /api/v1/users", Answer.json(201, ALICE.formatted(",\"password\":\"first-pass\"")));
        server.on("PATCH /api/v1/users/alice", Answer.json(200, ALICE.formatted("")));
        server.on(
                "POST /api/v1/users/alice/password-reset",
                Answer.json(200, ALICE.formatted(",\"password\":\"second-pass\"")));

        assertDone(run("user", "list"), "alice", "must change password", "lab.example.com and below, 10.0.0.0/8");
        assertDone(run("user", "show", "alice"), "3f9a01bc", "laptop", "never");
        assertDone(
                run("user", "add", "alice", "--role", "requester", "--dns-suffix", "lab.example.com"),
                "first-pass",
                "shown this once");
        var added = server.asked.get(2).json();
        assertThat(added.path("roles").toString()).isEqualTo("[\"requester\"]");
        assertThat(added.path("grants").path("dnsSuffixes").toString()).isEqualTo("[\"lab.example.com\"]");
        assertThat(added.path("withPassword").asBoolean()).isTrue();
        assertDone(run("user", "roles", "alice", "officer", "AUDITOR"), "alice");
        assertThat(server.asked.get(3).body()).isEqualTo("{\"roles\":[\"officer\",\"auditor\"]}");
        assertDone(run("user", "grants", "alice", "--all-names"), "alice");
        assertThat(server.asked.get(4).json().path("grants").path("all").asBoolean())
                .isTrue();
        assertDone(run("user", "password", "alice"), "second-pass");
        assertDone(run("user", "disable", "alice"), "alice is disabled");
        assertThat(server.asked.get(6).body()).isEqualTo("{\"disabled\":true}");
        assertDone(run("user", "enable", "alice"), "alice is enabled again");
        assertThat(run("user", "roles", "alice", "king").err()).contains("requester, officer, auditor, admin");
        assertThat(run("user", "grants", "alice").code()).isEqualTo(2);
    }

    @Test
    @DisplayName("user token add writes the token where only its owner reads it")
    void tokens() throws Exception {
        server.on("POST /api/v1/users/alice/tokens", Answer.json(201, """
            {"id":"aa00bb11","label":"ci","created":"2026-10-02T12:00:00Z","expires":"2027-01-01T00:00:00Z",
             "token":"chy_fresh"}\
            """));
        server.on("DELETE /api/v1/users/alice/tokens/aa00bb11", new Answer(204, "application/json", Der.fromHex("")));
        server.on("GET /api/v1/users/alice", Answer.json(200, ALICE.formatted("")));

        Path out = folder.resolve("ci.token");
        var written = run(
                "user", "token", "add", "alice", "--label", "ci", "--expires", "2027-01-01", "--out", out.toString());
        assertDone(written, "Written to", "2027-01-01 00:00");
        assertThat(written.out()).doesNotContain("chy_fresh");
        assertThat(out).hasContent("chy_fresh\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertDone(run("user", "token", "add", "alice", "--label", "ci"), "chy_fresh");
        assertDone(run("user", "token", "list", "alice"), "3f9a01bc", "laptop");
        assertDone(run("user", "token", "remove", "alice", "aa00bb11"), "Token aa00bb11 of alice is removed.");
        assertThat(run("user", "token", "remove", "alice", "aa00bb11", "--json").out())
                .isEmpty();
    }

    @Test
    @DisplayName("ca list and show")
    void authorities() {
        String ca = """
            {"name":"root","subject":"CN=Lab Root","serial":"0a","notBefore":"2026-01-01T00:00:00Z",
             "notAfter":"2046-01-01T00:00:00Z","root":true,"fingerprint":"8c1f","certificate":"PEM\\n","chain":"",
             "crlAddresses":["http://pki.example.com/crl/root.crl"],"caIssuersAddresses":[],"ocspAddresses":[],"partitions":[],
             "crl":{"issuer":"root","number":2,"thisUpdate":"2026-10-01T12:00:00Z","nextUpdate":"2026-12-01T12:00:00Z",
                    "nextPublish":"2026-11-01T12:00:00Z","entries":0,"sha256":"00"}}\
            """;
        server.on("GET /api/v1/authorities", Answer.json(200, "{\"authorities\":[" + ca + "]}"));
        server.on("GET /api/v1/authorities/root", Answer.json(200, ca));
        Path out = folder.resolve("root.pem");
        assertDone(run("ca", "list"), "root", "number 2", "in 30 days", "CN=Lab Root", "(in 19 years)");
        assertDone(run("ca", "show", "root", "--out", out.toString()), "8C:1F", "http://pki.example.com/crl/root.crl");
        assertThat(out).hasContent("PEM\n");
    }

    @Test
    @DisplayName("profile list and show")
    void profiles() {
        String profile = """
            {"name":"tls-server","title":"Web server","description":"For a web server.","issuer":"issuing",
             "approval":"none","ca":false,"subject":{"from":"names","fixed":"O=Lab","required":false,"allowed":[]},
             "names":{"minimum":1,"maximum":100,"wildcards":false,"kinds":["dns","ip"]},
             "key":{"rsa":{"minimum":2048,"maximum":4096},"curves":["P-256"]},
             "validity":{"standard":"P1Y","maximum":"P397D"},"keyUsage":["digitalSignature"],
             "extendedKeyUsage":["serverAuth"],"policies":[],"usableBy":["requester"],
             "explanation":[{"label":"Keys","text":"RSA 2048 to 4096, P-256"},{"label":"Purposes","text":"serverAuth"}],
             "remarks":[]}\
            """;
        server.on("GET /api/v1/profiles", Answer.json(200, "{\"profiles\":[" + profile + "]}"));
        server.on("GET /api/v1/profiles/tls-server", Answer.json(200, profile));
        assertDone(run("profile", "list"), "tls-server", "Web server", "1 year", "as names need it");
        assertDone(run("profile", "show", "tls-server"), "Keys", "RSA 2048 to 4096, P-256", "serverAuth");
    }

    @Test
    @DisplayName("profile check names every mistake with file, line and key, and needs no server")
    void check() throws Exception {
        String good = Shipped.profiles().get("tls-server.yaml");
        Path file = Files.writeString(folder.resolve("tls-server.yaml"), good);
        var fine = new CommandLineRun().run("profile", "check", file.toString());
        assertThat(fine.code()).isZero();
        assertThat(fine.out()).startsWith("OK: " + file);

        Files.writeString(file, good + "\nvaldity: 1 day\n");
        var bad = new CommandLineRun().run("profile", "check", file.toString());
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.err()).startsWith(file + ":").contains("valdity");

        Path other = Files.writeString(folder.resolve("other.yaml"), good);
        assertThat(new CommandLineRun()
                        .run("profile", "check", other.toString())
                        .err())
                .contains("must be called tls-server.yaml");
        assertThat(new CommandLineRun()
                        .run("profile", "check", folder.resolve("no.yaml").toString())
                        .err())
                .contains("there is no such file");
    }
}
