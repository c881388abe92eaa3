package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.config.Shipped;
import dev.chancery.config.YamlReader;
import dev.chancery.core.role.RoleTemplate;
import dev.chancery.web.roles.TopologyJson;
import dev.chancery.web.roles.TopologyReader;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Certificates of every role, issued by the real server and judged by the validating software of the world. */
@DisplayName("Roles")
class RolesIT {
    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @SuppressWarnings("unchecked") // a topology is an object
    private static Map<String, ?> topology(String resource) {
        return JsonMapper.builder()
                .build()
                .readValue(TopologyJson.text(TopologyReader.text(ShippedRolesTest.resource(resource))), Map.class);
    }

    private JsonNode certificates(TestServer server, String path, Map<String, ?> body) {
        HttpResponse<byte[]> answer = server.api("POST", path, body);
        assertThat(answer.statusCode()).as(TestServer.text(answer)).isEqualTo(200);
        return TestServer.json(answer).get("certificates");
    }

    @Test
    @DisplayName("give certificates that openssl, the JDK, GnuTLS, NSS and strongSwan accept, every row of every one")
    void everyRow() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            String csr = CsrTools.openSsl(work, "no-name-of-the-plan.example.com");
            List<Map<String, String>> asked = new ArrayList<>();
            Set<String> rows = new LinkedHashSet<>();
            for (JsonNode one : certificates(server, "/roles/plan", topology("everything.csv"))) {
                assertThat(one.get("findings")).as(one.toString()).isEmpty();
                String row = one.get("role").asString() + "/" + one.get("use").asString();
                if (rows.add(row + one.get("profile").asString())) {
                    asked.add(Map.of("id", one.get("id").asString(), "csr", csr));
                }
            }
            assertThat(rows).hasSizeGreaterThanOrEqualTo(rowsOfAllRoles());
            Validators validators = Validators.prepare(server, work);
            for (JsonNode result : certificates(
                    server, "/roles/requests", Map.of("topology", topology("everything.csv"), "certificates", asked))) {
                assertThat(result.get("state").asString()).as(result.toString()).isEqualTo("issued");
                String pem = result.get("certificate").get("certificate").asString();
                Path leaf = validators.write("leaf.pem", pem);
                validators.allAccept(leaf);
                rules(result.get("id").asString());
            }
        }
    }

    private static int rowsOfAllRoles() {
        return Shipped.roles().entrySet().stream()
                .map(file -> YamlReader.read(file.getKey(), file.getValue(), RoleTemplate.class))
                .mapToInt(role -> role.certificates().size())
                .sum();
    }

    /** The rules of ROLES.md for every server certificate, as openssl reads it. */
    private void rules(String id) {
        String text = Tool.ok(work, "openssl", "x509", "-in", "leaf.pem", "-noout", "-text");
        assertThat(text)
                .as(id)
                .contains("TLS Web Server Authentication", "URI:http://", "ecdsa-with-SHA256")
                .doesNotContain("rsassaPss");
        boolean client = id.startsWith("edge/external/edgepool") || id.startsWith("database/");
        assertThat(text.contains("TLS Web Client Authentication")).as(id).isEqualTo(client);
        String subject =
                Tool.ok(work, "openssl", "x509", "-in", "leaf.pem", "-noout", "-subject", "-nameopt", "RFC2253");
        String commonName = subject.strip().replaceFirst("subject=CN=", "");
        assertThat(text).as(id).contains("DNS:" + commonName);
        assertThat(commonName).as(id).doesNotContain("*", "no-name-of-the-plan");
    }

    @Test
    @DisplayName("are planned and asked for from the command line and in one archive")
    void archive() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Path table = Files.writeString(work.resolve("topology.csv"), ShippedRolesTest.resource("contoso.csv"));
            assertThat(run(0, "role", "plan", table.toString(), "--data", data.toString()))
                    .contains("oauth-token-issuer", "17 certificates.");
            assertThat(run(0, "role", "list", "--data", data.toString())).contains("front-end-pool", "Edge Server");
            assertThat(run(0, "role", "show", "edge", "--data", data.toString()))
                    .contains("public-im-aol", "sip.{topology.sip-domain}");
            String file = data.resolve("roles/edge.yaml").toString();
            assertThat(run(0, "role", "check", file)).contains("is the role edge", "2 certificates");
            Path bad = work.resolve("edge.yaml");
            Files.writeString(bad, Files.readString(Path.of(file)).replace("per: pool", "per: pond"));
            assertThat(run(1, "role", "check", bad.toString())).contains("edge.yaml:", "certificates[0].per");
            HttpResponse<byte[]> answer = server.api(
                    "POST",
                    "/roles/requests",
                    Map.of("topology", topology("contoso.json")),
                    "Accept",
                    "application/zip");
            Map<String, byte[]> files = files(answer.body());
            assertThat(files.keySet().stream().filter(name -> name.endsWith(".inf")))
                    .hasSize(17);
            assertThat(new String(files.get("edge/external/edgepool.contoso.com.inf"), StandardCharsets.US_ASCII))
                    .contains("Exportable = TRUE", "_continue_ = \"dns=sip.fabrikam.com\"");
        }
    }

    @Test
    @DisplayName("of somebody's own take part without a build, and a mistake in one stops the start with its place")
    void own() throws Exception {
        TestServer.start(data).close();
        Path own = data.resolve("roles/printer.yaml");
        Files.writeString(own, """
            name: printer
            title: Printer
            description: A printer with a web page.
            family: Office
            key: rsa-2048
            certificates:
              - use: web
                title: Web page
                per: server
                profile: tls-server
                common-name: "{server}"
            """);
        try (TestServer server = TestServer.start(data)) {
            JsonNode plan = certificates(
                    server,
                    "/roles/plan",
                    Map.of("pools", List.of(Map.of("role", "printer", "fqdn", "p1.example.com"))));
            assertThat(plan.get(0).get("names").get(0).asString()).isEqualTo("p1.example.com");
        }
        Files.writeString(own, Files.readString(own).replace("{server}", "{sever}"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> TestServer.start(data))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(
                        "printer.yaml:11: certificates[0].common-name: {sever}: there is no such variable");
    }

    private static String run(int code, String... arguments) {
        StringWriter shown = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(shown));
        line.setErr(new PrintWriter(shown));
        assertThat(line.execute(arguments)).as(shown.toString()).isEqualTo(code);
        return shown.toString();
    }

    private static Map<String, byte[]> files(byte[] octets) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(octets))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
