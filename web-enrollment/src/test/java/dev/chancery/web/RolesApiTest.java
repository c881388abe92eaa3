package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.Client.Answer;
import dev.chancery.web.http.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("The API's roles")
class RolesApiTest {
    private static final String PLAN = "/api/v1/roles/plan";
    private static final String REQUESTS = "/api/v1/roles/requests";
    private static TestWeb test;
    private static OpenApi openApi;

    @BeforeAll
    static void start() throws Exception {
        test = new TestWeb();
        openApi =
                new OpenApi(test.client().get("/api/v1/openapi.json").response().body());
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    private static Client alice() {
        return test.with(People.Part.ALICE);
    }

    private static Answer send(String body, String... headers) throws Exception {
        Client client = alice();
        for (int i = 0; i < headers.length; i += 2) {
            client = client.header(headers[i], headers[i + 1]);
        }
        Answer answer = client.json("POST", REQUESTS, body);
        openApi.check("POST " + REQUESTS, answer);
        return answer;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static String topology() {
        return Bodies.TOPOLOGY;
    }

    private static ObjectNode body() {
        ObjectNode body = Json.object();
        body.set("topology", Json.read(topology().getBytes(StandardCharsets.UTF_8)));
        return body;
    }

    /** A CSR that says nothing of the names: the plan decides. */
    private static ObjectNode item(String id) throws Exception {
        return Json.object().put("id", id).put("csr", Keys.csr("whatever.lab.example.com"));
    }

    private static JsonNode result(Answer answer, String id) {
        return answer.json()
                .get("certificates")
                .valueStream()
                .filter(one -> one.get("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.toString()));
    }

    @Test
    @DisplayName("plan every certificate, from JSON and from a table")
    void plan() throws Exception {
        Answer json = alice().json("POST", PLAN, topology());
        openApi.check("POST " + PLAN, json);
        assertThat(json.json()
                        .get("certificates")
                        .valueStream()
                        .map(one -> one.get("id").stringValue()))
                .containsExactly(
                        "front/default/a.lab.example.com",
                        "front/default/b.lab.example.com",
                        "front/web/a.lab.example.com",
                        "front/web/b.lab.example.com");
        assertThat(texts(json.json().get("certificates").get(0).get("names")))
                .containsExactly("pool.lab.example.com", "a.lab.example.com", "sip.lab.example.com");
        String table = """
            role,fqdn,servers
            sip-domain,lab.example.com
            front,pool.lab.example.com,a.lab.example.com b.lab.example.com
            """;
        Answer csv = alice().send("POST", PLAN, "text/csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(csv.json()).isEqualTo(json.json());
    }

    @Test
    @DisplayName("say what is wrong with a topology, all of it, and where")
    void mistakes() throws Exception {
        Answer names = alice().json(
                        "POST", PLAN, topology().replace("\"a.lab", "\"a_1.lab").replace("\"front\"", "\"frnt\""));
        assertThat(names.status()).isEqualTo(422);
        assertThat(names.json().get("findings").get(0).get("suggestion").stringValue())
                .isEqualTo("front");
        Answer form = alice().json("POST", PLAN, "{\"pools\":[{\"rle\":\"front\",\"fqdn\":7}],\"sipDomains\":\"x\"}");
        assertThat(form.status()).isEqualTo(400);
        assertThat(form.json()
                        .get("findings")
                        .valueStream()
                        .map(one -> one.get("field").stringValue()))
                .contains("pools[0].rle", "pools[0].role", "pools[0].fqdn", "sipDomains");
        Answer csv = alice().send("POST", PLAN, "text/csv", "role,fqdn\nfront,\"a\n".getBytes(StandardCharsets.UTF_8));
        assertThat(csv.status()).isEqualTo(400);
        assertThat(csv.text()).contains("Line 2: a quotation mark is not closed");
    }

    @Test
    @DisplayName("request each certificate by itself, with the names of the plan whatever the CSR says")
    void requests() throws Exception {
        ObjectNode body = body();
        body.putArray("certificates")
                .add(item("front/default/a.lab.example.com"))
                .add(Json.object().put("id", "front/web/a.lab.example.com"))
                .add(Json.object().put("id", "front/web/b.lab.example.com").put("csr", "nonsense"));
        Answer answer = send(body.toString());
        assertThat(answer.status()).isEqualTo(200);
        JsonNode issued = result(answer, "front/default/a.lab.example.com");
        assertThat(issued.get("state").stringValue()).isEqualTo("issued");
        assertThat(issued.get("certificate").get("subject").stringValue()).isEqualTo("CN=pool.lab.example.com");
        assertThat(texts(issued.get("certificate").get("sans")))
                .containsExactly("dns:pool.lab.example.com", "dns:a.lab.example.com", "dns:sip.lab.example.com");
        JsonNode without = result(answer, "front/web/a.lab.example.com");
        assertThat(without.get("state").stringValue()).isEqualTo("needs-csr");
        assertThat(without.get("certreq").stringValue())
                .contains("Subject = \"CN=a.lab.example.com\"", "KeyLength = 2048", "Exportable = FALSE")
                .contains("_continue_ = \"dns=a.lab.example.com&\"\r\n_continue_ = \"dns=dialin.lab.example.com\"")
                .contains("AlternateSignatureAlgorithm = FALSE", "OID = 1.3.6.1.5.5.7.3.1");
        JsonNode refused = result(answer, "front/web/b.lab.example.com");
        assertThat(refused.get("state").stringValue()).isEqualTo("refused");
        assertThat(refused.get("findings")).isNotEmpty();
    }

    @Test
    @DisplayName("issue each once, however often it is sent under the same key")
    void idempotent() throws Exception {
        ObjectNode body = body();
        body.putArray("certificates")
                .add(item("front/default/a.lab.example.com"))
                .add(item("front/default/b.lab.example.com"));
        List<String> serials = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            send(body.toString(), "Idempotency-Key", "topology-1")
                    .json()
                    .get("certificates")
                    .forEach(one ->
                            serials.add(one.get("certificate").get("serial").stringValue()));
        }
        assertThat(serials).hasSize(4);
        assertThat(serials.subList(0, 2)).isEqualTo(serials.subList(2, 4)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("leave names that are not the requester's to an officer, and refuse what the role forbids")
    void others() throws Exception {
        ObjectNode body = body();
        ObjectNode foreign = item("front/default/a.lab.example.com");
        foreign.putArray("names").add("a.lab.example.com").add("www.other.example");
        ObjectNode wild = item("front/default/b.lab.example.com");
        wild.putArray("names").add("*.lab.example.com");
        body.putArray("certificates").add(foreign).add(wild);
        Answer answer = send(body.toString());
        JsonNode waiting = result(answer, "front/default/a.lab.example.com");
        assertThat(waiting.get("state").stringValue()).isEqualTo("waiting");
        assertThat(waiting.get("request").get("waitsBecause").toString()).contains("www.other.example");
        JsonNode refused = result(answer, "front/default/b.lab.example.com");
        assertThat(refused.get("findings").get(0).get("rule").stringValue()).isEqualTo("name-wildcard");
    }

    @Test
    @DisplayName("refuse a certificate that the plan does not have, or that is asked for twice")
    void unknown() throws Exception {
        ObjectNode body = body();
        ArrayNode list = body.putArray("certificates");
        list.add(Json.object().put("id", "front/default/c.lab.example.com"));
        list.add(Json.object().put("id", "front/default/a.lab.example.com"));
        list.add(Json.object().put("id", "front/default/a.lab.example.com"));
        Answer answer = send(body.toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .get("findings")
                        .valueStream()
                        .map(one -> one.get("rule").stringValue()))
                .containsExactly("planned-unknown", "planned-twice");
    }

    @Test
    @DisplayName("give one archive with certificates, chains, files for certreq and a summary")
    void archive() throws Exception {
        ObjectNode body = body();
        body.putArray("certificates")
                .add(item("front/default/a.lab.example.com"))
                .add(Json.object().put("id", "front/web/a.lab.example.com"));
        Answer answer = send(body.toString(), "Accept", "application/zip");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"certificates.zip\"");
        Map<String, String> files = files(answer.response().body());
        assertThat(files)
                .containsKeys(
                        "front/default/a.lab.example.com.pem",
                        "front/default/a.lab.example.com-chain.pem",
                        "front/web/a.lab.example.com.inf",
                        "summary.csv");
        assertThat(files.get("summary.csv"))
                .contains("\"front/default/a.lab.example.com\",\"issued\",\"pool.lab.example.com\"")
                .contains("\"front/web/a.lab.example.com\",\"needs-csr\"");
        assertThat(files.get("front/default/a.lab.example.com.pem")).startsWith("-----BEGIN CERTIFICATE-----");
    }

    static Map<String, String> files(byte[] octets) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(octets))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
