package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.Client.Answer;
import dev.chancery.web.http.Json;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("The API, given something wrong,")
class BadInputTest {
    private static final String CERTIFICATES = "/api/v1/certificates";
    private static TestWeb test;

    @BeforeAll
    static void start() throws Exception {
        test = new TestWeb();
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    private static Client alice() {
        return test.with(People.Part.ALICE);
    }

    private static Client officer() {
        return test.with(People.Part.OFFICER);
    }

    private static Client admin() {
        return test.with(People.Part.ADMIN);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").intValue()).isEqualTo(status);
        assertThat(answer.json().get("findings").isArray()).isTrue();
        assertThat(answer.text()).doesNotContain("Exception", "\\tat ", "dev.chancery");
    }

    private static JsonNode finding(Answer answer) {
        assertThat(answer.json().get("findings")).as(answer.toString()).isNotEmpty();
        return answer.json().get("findings").get(0);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"profile\":\"tls-server\",\"csr\":",
                "[]",
                "\"text\"",
                "nonsense",
                "{\"profile\":\"tls-server\"}",
                "{\"profile\":7,\"csr\":\"x\"}",
                "{\"profile\":\"tls-server\",\"csr\":\"x\",\"dns\":\"www\"}",
                "{\"profile\":\"tls-server\",\"csr\":\"x\",\"dns\":[1]}",
                "{\"profile\":\"tls-server\",\"csr\":\"not a request\"}",
                "{\"profile\":\"tls-server\",\"csr\":\"\"}"
            })
    @DisplayName("answers 400 to what it cannot read")
    void unreadable(String body) throws Exception {
        assertProblem(alice().json("POST", CERTIFICATES, body), 400);
    }

    @Test
    @DisplayName("names the member that was meant")
    void misspelt() throws Exception {
        Answer answer = alice().json("POST", CERTIFICATES, "{\"profil\":\"tls-server\",\"csr\":\"x\"}");
        assertProblem(answer, 400);
        assertThat(finding(answer).get("field").stringValue()).isEqualTo("profil");
        assertThat(finding(answer).get("suggestion").stringValue()).isEqualTo("profile");
        assertProblem(alice().get(CERTIFICATES + "?statsu=valid"), 400);
    }

    @Test
    @DisplayName("says where the JSON breaks")
    void place() throws Exception {
        Answer answer = alice().json("POST", CERTIFICATES, "{\n  \"profile\": tls\n}");
        assertThat(answer.json().get("detail").stringValue()).contains("line 2, column");
    }

    @Test
    @DisplayName("answers 422 with the field and a suggestion to a name that no policy grants")
    void badName() throws Exception {
        String body = Json.object()
                .put("profile", "tls-server")
                .put("csr", Keys.csr("www.lab.example.com"))
                .set("dns", Json.array().add("good.lab.example.com").add("bad_name.lab.example.com"))
                .toString();
        Answer answer = alice().json("POST", CERTIFICATES, body);
        assertProblem(answer, 422);
        assertThat(finding(answer).get("field").stringValue()).isEqualTo("dns[1]");
        assertThat(finding(answer).get("suggestion").stringValue()).isEqualTo("bad-name.lab.example.com");
    }

    @Test
    @DisplayName("answers 413 to a CSR of 64 KiB and one octet, in JSON or alone")
    void largeCsr() throws Exception {
        String csr = "A".repeat(64 * 1024 + 1);
        assertProblem(alice().json("POST", CERTIFICATES, Bodies.issue("tls-server", csr)), 413);
        byte[] bare = csr.getBytes(StandardCharsets.US_ASCII);
        assertProblem(alice().send("POST", CERTIFICATES + "?profile=tls-server", "application/pkcs10", bare), 413);
        byte[] fits = csr.substring(1).getBytes(StandardCharsets.US_ASCII);
        assertProblem(alice().send("POST", CERTIFICATES + "?profile=tls-server", "application/pkcs10", fits), 400);
    }

    @Test
    @DisplayName("answers 413 to ten megabytes before they have all been sent")
    void tenMegabytes() throws Exception {
        String answer = raw(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(head("POST", CERTIFICATES, "Content-Length: " + 10 * 1024 * 1024));
            out.write(new byte[1000]);
            out.flush();
        });
        assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("Connection: close");
        String chunked = raw(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(head("POST", CERTIFICATES, "Transfer-Encoding: chunked"));
            byte[] chunk = ("40000\r\n" + " ".repeat(0x40000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            out.write(chunk);
            out.write("40000\r\n ".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        });
        assertThat(chunked).startsWith("HTTP/1.1 413");
    }

    @Test
    @DisplayName("answers 408 to a body that does not arrive")
    void slowBody() throws Exception {
        long start = System.nanoTime();
        String answer = raw(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(head("POST", CERTIFICATES, "Content-Length: 100"));
            out.write('{');
            out.flush();
        });
        assertThat(answer).startsWith("HTTP/1.1 408");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
    }

    private static byte[] head(String method, String path, String header) {
        String token = test.people.token(People.Part.ALICE);
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @FunctionalInterface
    private interface Sender {
        void send(SSLSocket socket) throws Exception;
    }

    /** What came back on a connection of its own, up to the end of the head. */
    private static String raw(Sender sender) throws Exception {
        var factory = Keys.client(Keys.nothing()).getSocketFactory();
        int port = test.server().secureUri().getPort();
        try (SSLSocket socket = (SSLSocket) factory.createSocket("localhost", port)) {
            socket.setSoTimeout(20_000);
            sender.send(socket);
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int octet = socket.getInputStream().read();
                if (octet < 0) {
                    break;
                }
                head.append((char) octet);
            }
            return head.toString();
        }
    }

    @Test
    @DisplayName("answers 415 to another content type")
    void wrongType() throws Exception {
        byte[] body = "{}".getBytes(StandardCharsets.US_ASCII);
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "")) {
            assertProblem(alice().send("POST", CERTIFICATES, type, body), 415);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GET,/api/v1/certificates/00ff00ff,404",
        "GET,/api/v1/certificates/not-hex,404",
        "GET,/api/v1/certificates/0,404",
        "GET,/api/v1/certificates/00ff00ff.pem,404",
        "GET,/api/v1/requests/999999,404",
        "GET,/api/v1/requests/first,404",
        "GET,/api/v1/authorities/nobody,404",
        "GET,/api/v1/profiles/nothing,404",
        "GET,/api/v1/nothing,404",
        "GET,/api/v2/certificates,404",
        "GET,/api/v1/certificates?limit=0,400",
        "GET,/api/v1/certificates?limit=1001,400",
        "GET,/api/v1/certificates?limit=many,400",
        "GET,/api/v1/certificates?status=good,400",
        "GET,/api/v1/certificates?expiresBefore=soon,400",
        "GET,/api/v1/certificates?cursor=nonsense,400",
        "GET,/api/v1/certificates?search=%ff,400",
        "GET,/api/v1/requests?state=new,400",
        "GET,/api/v1/requests?cursor=x,400",
        "PUT,/api/v1/certificates,405",
        "DELETE,/api/v1/certificates,405"
    })
    @DisplayName("answers")
    void addresses(String method, String path, int status) throws Exception {
        assertProblem(officer().send(method, path, "", new byte[0]), status);
    }

    @Test
    @DisplayName("answers 422 to an unknown reason, 409 to a second revocation and to a release of no hold")
    void revocation() throws Exception {
        String serial = issued();
        String path = CERTIFICATES + "/" + serial + "/revocation";
        Answer unknown = alice().json("POST", path, "{\"reason\":\"keyCompromised\"}");
        assertProblem(unknown, 422);
        assertThat(finding(unknown).get("suggestion").stringValue()).isEqualTo("keyCompromise");
        assertProblem(alice().json("POST", path, "{}"), 400);
        assertProblem(alice().json("POST", path, "{\"reason\":\"superseded\",\"invalidityDate\":\"soon\"}"), 400);
        assertProblem(officer().json("DELETE", path, ""), 409);
        assertThat(alice().json("POST", path, "{\"reason\":\"superseded\"}").status())
                .isEqualTo(200);
        assertProblem(alice().json("POST", path, "{\"reason\":\"superseded\"}"), 409);
        assertProblem(officer().json("POST", CERTIFICATES + "/00ff/revocation", "{\"reason\":\"superseded\"}"), 404);
    }

    private static String issued() throws Exception {
        return alice().json("POST", CERTIFICATES, Bodies.issue("tls-server", Keys.csr("www.lab.example.com")))
                .json()
                .get("serial")
                .stringValue();
    }

    @Test
    @DisplayName("answers 409 to a decision about what is decided")
    void decided() throws Exception {
        long id = alice().json("POST", CERTIFICATES, Bodies.issue("careful", Keys.csr("www.lab.example.com")))
                .json()
                .get("request")
                .get("id")
                .longValue();
        String path = "/api/v1/requests/" + id;
        assertThat(officer()
                        .json("POST", path + "/denial", "{\"comment\":\"No.\"}")
                        .status())
                .isEqualTo(200);
        assertProblem(officer().json("POST", path + "/approval", ""), 409);
        assertProblem(officer().json("POST", path + "/denial", ""), 409);
    }

    @Test
    @DisplayName("answers 400 or 422 to idempotency keys that are none or were used for something else")
    void idempotencyKey() throws Exception {
        String body = Bodies.issue("tls-server", Keys.csr("www.lab.example.com"));
        assertProblem(alice().header("Idempotency-Key", "a b").json("POST", CERTIFICATES, body), 400);
        Client keyed = alice().header("Idempotency-Key", "k-1");
        assertThat(keyed.json("POST", CERTIFICATES, body).status()).isEqualTo(201);
        String other = Bodies.issue("tls-server", Keys.csr("mail.lab.example.com"));
        assertProblem(keyed.json("POST", CERTIFICATES, other), 422);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {}",
                "422 | {\"name\":\"Olga\"}",
                "422 | {\"name\":\"system\"}",
                "409 | {\"name\":\"bob\"}",
                "422 | {\"name\":\"x\",\"roles\":[\"boss\"]}",
                "400 | {\"name\":\"x\",\"roles\":\"admin\"}",
                "422 | {\"name\":\"x\",\"grants\":{\"ipRanges\":[\"10.0.0.0/99\"]}}",
                "422 | {\"name\":\"x\",\"grants\":{\"dnsSuffixes\":[\"\"]}}",
                "400 | {\"name\":\"x\",\"grants\":{\"everything\":true}}",
                "400 | {\"name\":\"x\",\"withPassword\":\"no\"}"
            })
    @DisplayName("makes no account of")
    void accounts(int status, String body) throws Exception {
        assertProblem(admin().json("POST", "/api/v1/users", body), status);
    }

    @Test
    @DisplayName("answers 401 with WWW-Authenticate to who is nobody")
    void nobody() throws Exception {
        Answer answer = test.client().get(CERTIFICATES);
        assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"chancery\"");
        Answer wrong = test.client().bearer("chy_nonsense").get(CERTIFICATES);
        assertThat(wrong.header("WWW-Authenticate")).contains("invalid_token");
    }
}
