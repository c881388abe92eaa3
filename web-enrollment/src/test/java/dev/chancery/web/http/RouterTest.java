package dev.chancery.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.ClockGuard;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.x509.Objection;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("The router")
class RouterTest {
    private static Reply echo(Exchange exchange, String... variables) {
        String text = Map.of("path", exchange.head().path()).toString();
        for (String variable : variables) {
            text += " " + variable + "=" + exchange.variable(variable);
        }
        return Reply.text(200, "text/plain", text);
    }

    private static Journal recorded() {
        MemoryStores stores = new MemoryStores(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
        stores.journal().record(Requester.system(), new JournalEvent.Decision("looked", "at", "the clock"));
        return stores.journal();
    }

    private final Router router = new Router(
            List.of(
                    Route.api(Method.GET, "/api/things", Access.open(), exchange -> echo(exchange)),
                    Route.api(Method.POST, "/api/things", Access.open(), exchange -> Reply.json(201, exchange.json())),
                    Route.api(Method.GET, "/api/things/{id}", Access.open(), exchange -> echo(exchange, "id")),
                    Route.api(Method.GET, "/api/things/{id}.pem", Access.open(), exchange -> echo(exchange, "id")),
                    Route.api(Method.DELETE, "/api/things/{id}", Access.open(), exchange -> Reply.status(204)),
                    Route.api(Method.GET, "/api/broken", Access.open(), exchange -> {
                        throw new IllegalStateException("the secret is 42");
                    }),
                    Route.api(Method.GET, "/api/late", Access.open(), exchange -> {
                        new ClockGuard(recorded(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).now();
                        return Reply.status(204);
                    }),
                    Route.api(Method.GET, "/api/refused", Access.open(), exchange -> {
                        throw new ProblemException(Problem.of(
                                422, Objection.suggesting("name-underscore", "dns[0]", "\"a_b\" is wrong.", "a-b")));
                    }),
                    Route.page(Method.GET, "/", Access.open(), exchange -> Reply.html(200, new byte[] {'x'})),
                    Route.page(Method.GET, "/page", Access.open(), exchange -> {
                        throw new ProblemException(Problem.notFound("gone"));
                    })),
            (exchange, route) -> new Gate.Admission.Admitted(exchange.as(Visitor.anonymous(), Optional.empty())),
            (problem, head, visitor) -> Reply.html(problem.status(), "<p>page".getBytes(StandardCharsets.UTF_8)),
            new Incidents(new SecureRandom()));

    private Reply get(String path, String... headers) {
        return router.answer(Requests.head("GET", path, headers), Requests.body(""));
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("fills variables and prefers the template with more text")
    void variables() {
        assertThat(text(get("/api/things/4f"))).endsWith("id=4f");
        assertThat(text(get("/api/things/4f.pem"))).endsWith("id=4f");
        assertThat(text(get("/api/things/a%20b"))).endsWith("id=a b");
        assertThat(get("/").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("answers 404 to an unknown path, as a page to who wants one")
    void unknown() {
        assertThat(get("/api/nothing", "Accept", "text/html").header("Content-Type"))
                .contains("application/problem+json");
        assertThat(get("/nothing").header("Content-Type")).contains("application/problem+json");
        assertThat(get("/nothing", "Accept", "text/html").header("Content-Type"))
                .contains("text/html; charset=utf-8");
        assertThat(get("/api/things/").status()).isEqualTo(404);
        assertThat(get("/page").header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(get("").status()).isEqualTo(404);
        assertThat(get("*").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("answers 405 with Allow to the wrong method")
    void wrongMethod() {
        Reply reply = router.answer(Requests.head("PUT", "/api/things/4f"), Requests.body(""));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("DELETE, GET, HEAD");
        assertThat(router.answer(Requests.head("TRACE", "/api/things"), Requests.body(""))
                        .header("Allow"))
                .contains("GET, HEAD, POST");
    }

    @Test
    @DisplayName("answers HEAD where GET answers")
    void head() {
        assertThat(router.answer(Requests.head("HEAD", "/api/things"), Requests.body(""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("hides a fault behind an incident's number")
    void incident() {
        Reply reply = get("/api/broken");
        JsonNode problem = Json.read(reply.body());
        assertThat(reply.status()).isEqualTo(500);
        assertThat(problem.get("incident").stringValue()).matches("[0-9a-f]{10}");
        assertThat(problem.get("detail").stringValue())
                .contains(problem.get("incident").stringValue());
        assertThat(text(reply)).doesNotContain("42", "Exception", "at dev.");
    }

    @Test
    @DisplayName("says so when the clock stands before what is recorded, and that it may pass")
    void clock() {
        Reply reply = get("/api/late");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).contains("60");
        assertThat(Json.read(reply.body()).get("detail").stringValue())
                .contains("The clock of this server says 1970-01-01T00:00:00Z", "set it right");
    }

    @Test
    @DisplayName("shows findings with their suggestion (RFC 9457)")
    void findings() {
        JsonNode problem = Json.read(get("/api/refused").body());
        assertThat(problem.toString())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,\"detail\":"
                        + "\"\\\"a_b\\\" is wrong.\",\"findings\":[{\"rule\":\"name-underscore\",\"field\":\"dns[0]\","
                        + "\"message\":\"\\\"a_b\\\" is wrong.\",\"suggestion\":\"a-b\"}]}");
    }

    @Test
    @DisplayName("puts the security headers on every answer")
    void securityHeaders() {
        for (String path : List.of("/", "/nothing", "/api/broken", "/api/refused")) {
            Reply reply = get(path);
            assertThat(reply.header("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
            assertThat(reply.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    @DisplayName("says line and column of broken JSON, and refuses another content type")
    void json() {
        assertThat(post("{\"a\":1,\n  \"b\":}", "application/json")).containsEntry(400, "line 2, column 7");
        assertThat(post("{\"a\":1,\"a\":2}", "application/json")).containsKey(400);
        assertThat(post("{} {}", "application/json")).containsKey(400);
        assertThat(post("[".repeat(20) + "]".repeat(20), "application/json")).containsKey(400);
        assertThat(post("{}", "text/plain")).containsKey(415);
        assertThat(post("{}", "application/json; charset=utf-8")).containsKey(201);
        assertThat(post("", "")).containsKey(201);
    }

    private Map<Integer, String> post(String body, String type) {
        String[] headers = type.isEmpty() ? new String[0] : new String[] {"Content-Type", type};
        Reply reply = router.answer(Requests.head("POST", "/api/things", headers), Requests.body(body));
        String detail = text(reply);
        int place = detail.indexOf("line ");
        return Map.of(reply.status(), place < 0 ? detail : detail.substring(place, detail.indexOf(':', place)));
    }

    @Test
    @DisplayName("refuses a path that is not UTF-8")
    void brokenPath() {
        assertThat(get("/api/things/%ff%fe").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("does not take two routes for one method and path")
    void twice() {
        Route route = Route.api(Method.GET, "/twice", Access.open(), exchange -> Reply.status(204));
        assertThatThrownBy(() -> new RouteTable(List.of(route, route)))
                .hasMessageContaining("two routes for GET /twice");
    }
}
