package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.Client.Answer;
import dev.chancery.web.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("The API's profiles")
class ProfilesApiTest {
    private static final String ONE = "/api/v1/profiles/{name}";
    private static final String PATH = "/api/v1/profiles/tls-server";
    private TestWeb test;
    private OpenApi openApi;
    private Client admin;

    @BeforeEach
    void start() throws Exception {
        test = new TestWeb();
        openApi =
                new OpenApi(test.client().get("/api/v1/openapi.json").response().body());
        admin = test.with(People.Part.ADMIN);
    }

    @AfterEach
    void stop() {
        test.close();
    }

    private Answer checked(String label, Answer answer) {
        openApi.check(label, answer);
        return answer;
    }

    private String titled(String title) {
        var editor = test.editor.editor;
        return editor.language().with(editor.text("tls-server").orElseThrow(), Map.of("title", title));
    }

    private Answer put(String text, int version) throws Exception {
        ObjectNode body =
                Json.object().put("text", text).put("version", version).put("why", "asked for");
        return checked("PUT " + ONE, admin.json("PUT", PATH, body.toString()));
    }

    private Answer yaml(Client client, String text) throws Exception {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return checked("PUT " + ONE, client.send("PUT", PATH, "application/yaml", octets));
    }

    @Test
    @DisplayName("say which version they are, and who saved it")
    void read() throws Exception {
        Answer one = checked("GET " + ONE, admin.get(PATH));
        assertThat(one.header("ETag")).isEqualTo("\"1\"");
        assertThat(one.json().get("version").intValue()).isEqualTo(1);
        assertThat(one.json().get("savedBy").stringValue()).isEqualTo("system");
        Answer text = checked("GET " + ONE + ".yaml", admin.get(PATH + ".yaml"));
        assertThat(text.text()).isEqualTo(test.editor.editor.text("tls-server").orElseThrow());
        assertThat(text.header("ETag")).isEqualTo("\"1\"");
        assertThat(checked("GET /api/v1/profiles", admin.get("/api/v1/profiles"))
                        .json()
                        .get("profiles")
                        .get(0)
                        .get("version")
                        .intValue())
                .isEqualTo(1);
        assertThat(admin.get("/api/v1/profiles/nothing.yaml").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("count for the next request once they are saved, and stand in its certificate's record")
    void saved() throws Exception {
        Answer before = issue();
        assertThat(before.json().get("profileVersion").intValue()).isEqualTo(1);
        Answer saved = put(titled("Front doors"), 1);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.header("ETag")).isEqualTo("\"2\"");
        assertThat(saved.json().get("title").stringValue()).isEqualTo("Front doors");
        assertThat(issue().json().get("profileVersion").intValue()).isEqualTo(2);
        String serial = before.json().get("serial").stringValue();
        Answer first = checked(
                "GET /api/v1/certificates/{serial}",
                test.with(People.Part.ALICE).get("/api/v1/certificates/" + serial));
        assertThat(first.json().get("profileVersion").intValue()).isEqualTo(1);
    }

    private Answer issue() throws Exception {
        return test.with(People.Part.ALICE)
                .json("POST", "/api/v1/certificates", Bodies.issue("tls-server", Keys.csr("web.lab.example.com")));
    }

    @Test
    @DisplayName("are not saved over a change that was not seen, nor without saying which was")
    void conditions() throws Exception {
        assertThat(put(titled("First"), 1).status()).isEqualTo(200);
        assertThat(put(titled("Second"), 1).status()).isEqualTo(409);
        assertThat(yaml(admin, titled("Second")).status()).isEqualTo(428);
        Answer stale = yaml(admin.header("If-Match", "\"1\""), titled("Second"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("Version 2 of the profile tls-server was saved by");
        assertThat(yaml(admin.header("If-Match", "\"2\""), titled("Second")).status())
                .isEqualTo(200);
        assertThat(yaml(admin.header("If-None-Match", "*"), titled("New")).status())
                .isEqualTo(412);
        assertThat(yaml(admin.header("If-Match", "W/x"), titled("New")).status())
                .isEqualTo(400);
        assertThat(checked("PUT " + ONE, admin.json("PUT", PATH, "{\"text\":\"name: tls-server\"}"))
                        .status())
                .isEqualTo(428);
        Answer plain = checked("PUT " + ONE, admin.send("PUT", PATH, "text/plain", new byte[] {'a'}));
        assertThat(plain.status()).isEqualTo(415);
    }

    @Test
    @DisplayName("name every mistake with its place, and nothing changes")
    void mistakes() throws Exception {
        Answer wrong = put(titled("Front doors") + "colour: red\n", 1);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("findings").get(0).get("field").stringValue())
                .isEqualTo("colour");
        assertThat(wrong.json().get("findings").get(0).get("message").stringValue())
                .startsWith("profiles/tls-server.yaml:8: colour: unknown key. Known are");
        assertThat(put("x".repeat(70_000), 1).status()).isEqualTo(413);
        assertThat(admin.get(PATH).json().get("version").intValue()).isEqualTo(1);
    }

    @Test
    @DisplayName("can be tried before they are saved")
    void check() throws Exception {
        String label = "POST " + ONE + "/check";
        String body = Json.object().put("text", titled("Front doors")).toString();
        Answer tried = checked(label, admin.json("POST", PATH + "/check", body));
        assertThat(tried.json().get("changes").get(0).get("after").stringValue())
                .isEqualTo("Front doors");
        assertThat(tried.json().get("difference").valueStream().map(line -> line.stringValue()))
                .anySatisfy(line -> assertThat(line).startsWith("+").contains("title: Front doors"));
        assertThat(checked(label, admin.json("POST", PATH + "/check", "{\"text\":\"x\"}"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.get(PATH).json().get("version").intValue()).isEqualTo(1);
    }

    @Test
    @DisplayName("have a history, each version with its text and its changes")
    void history() throws Exception {
        put(titled("Front doors"), 1);
        Answer all = checked("GET " + ONE + "/versions", admin.get(PATH + "/versions"));
        assertThat(all.json().get("versions")).hasSize(2);
        assertThat(all.json().get("versions").get(0).get("why").stringValue()).isEqualTo("asked for");
        Answer second = checked("GET " + ONE + "/versions/{version}", admin.get(PATH + "/versions/2"));
        assertThat(second.json().get("text").stringValue()).contains("title: Front doors");
        assertThat(second.json().get("changes").get(0).get("key").stringValue()).isEqualTo("title");
        assertThat(second.json().get("explanation")).isNotEmpty();
        for (String missing : new String[] {"/versions/3", "/versions/x", "/versions/99999999999"}) {
            assertThat(admin.get(PATH + missing).status()).as(missing).isEqualTo(404);
        }
        assertThat(admin.get(PATH + "/versions?limit=0").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("can be made and removed")
    void life() throws Exception {
        String label = "PUT " + ONE;
        String path = "/api/v1/profiles/mail";
        String body = "{\"text\":\"name: mail\\ntitle: Mail\\n\",\"version\":0}";
        assertThat(checked(label, admin.json("PUT", path, body)).status()).isEqualTo(201);
        String remove = "DELETE " + ONE;
        assertThat(checked(remove, admin.send("DELETE", path, "", new byte[0])).status())
                .isEqualTo(428);
        assertThat(checked(remove, admin.send("DELETE", path + "?version=2", "", new byte[0]))
                        .status())
                .isEqualTo(409);
        assertThat(checked(remove, admin.header("If-Match", "\"1\"").send("DELETE", path, "", new byte[0]))
                        .status())
                .isEqualTo(204);
        assertThat(checked(remove, admin.send("DELETE", path + "?version=1", "", new byte[0]))
                        .status())
                .isEqualTo(404);
        assertThat(checked("GET " + ONE + "/versions", admin.get(path + "/versions"))
                        .json()
                        .get("versions")
                        .get(0)
                        .get("removed")
                        .booleanValue())
                .isTrue();
        assertThat(checked("GET " + ONE + "/versions/{version}", admin.get(path + "/versions/2"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("are read from their files again on request; a wrong one is named and changes nothing")
    void reload() throws Exception {
        test.editor.folder.put("careful", Optional.of("name: careful\ncolour: red\n"));
        test.editor.folder.put("tls-server", Optional.of(titled("By hand")));
        String files = "/api/v1/profile-files";
        Answer before = checked("GET " + files, admin.get(files));
        assertThat(before.json().get("unread")).hasSize(2);
        assertThat(before.json().get("faults")).isEmpty();
        Answer read = checked("POST " + files, admin.json("POST", files, ""));
        assertThat(read.json().get("taken").get(0).get("name").stringValue()).isEqualTo("tls-server");
        assertThat(read.json().get("faults").get(0).get("key").stringValue()).isEqualTo("colour");
        assertThat(admin.get(PATH).json().get("title").stringValue()).isEqualTo("By hand");
        assertThat(admin.get("/api/v1/profiles/careful").json().get("version").intValue())
                .isEqualTo(1);
    }
}
