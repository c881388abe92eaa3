package dev.chancery.web;

import dev.chancery.web.Client.Answer;
import dev.chancery.web.People.Part;
import dev.chancery.web.http.Json;
import dev.chancery.web.pages.Harmless;
import dev.chancery.web.pages.Payloads;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SECURITY.md rule 25 for what programs send and people see: every payload in every text of the API. */
@DisplayName("Text from programs, be it what it may,")
class ApiInjectionTest {
    private static final List<String> PAYLOADS = Payloads.all();
    /** One member that holds the payload, and all others as they should be. */
    private static final String HERE = "HERE";

    /** What is sent to where, by whom; NUMBER differs each time. */
    private record Wish(Part part, String method, String path, String body) {}

    private static final List<Wish> WISHES = List.of(
            new Wish(
                    Part.ADMIN,
                    "POST",
                    "/users",
                    "{\"name\":\"uNUMBER\",\"displayName\":\"HERE\",\"roles\":[\"requester\"]}"),
            new Wish(Part.ADMIN, "POST", "/users", "{\"name\":\"HERE\",\"roles\":[\"requester\"]}"),
            new Wish(Part.ADMIN, "POST", "/users", "{\"name\":\"vNUMBER\",\"roles\":[\"HERE\"]}"),
            new Wish(Part.ADMIN, "POST", "/users", "{\"name\":\"wNUMBER\",\"roles\":[],\"groups\":[\"HERE\"]}"),
            new Wish(
                    Part.ADMIN,
                    "POST",
                    "/users",
                    "{\"name\":\"xNUMBER\",\"roles\":[\"requester\"],\"grants\":{\"exact\":[\"HERE\"],\"dnsSuffixes\":[\"HERE\"]}}"),
            new Wish(Part.ADMIN, "PATCH", "/users/bob", "{\"displayName\":\"HERE\"}"),
            new Wish(Part.ADMIN, "POST", "/groups", "{\"name\":\"gNUMBER\",\"description\":\"HERE\"}"),
            new Wish(Part.ADMIN, "POST", "/groups", "{\"name\":\"HERE\",\"description\":\"x\"}"),
            new Wish(
                    Part.ADMIN,
                    "POST",
                    "/groups",
                    "{\"name\":\"hNUMBER\",\"grants\":{\"dnsSuffixes\":[\"HERE\"],\"ipRanges\":[\"HERE\"]}}"),
            new Wish(Part.ADMIN, "POST", "/users/bob/tokens", "{\"label\":\"HERE\"}"),
            new Wish(Part.ALICE, "POST", "/account/tokens", "{\"label\":\"HERE\"}"),
            new Wish(Part.ALICE, "POST", "/certificates", "{\"profile\":\"HERE\",\"csr\":\"CSR\"}"),
            new Wish(Part.ALICE, "POST", "/certificates", "{\"profile\":\"tls-server\",\"csr\":\"HERE\"}"),
            new Wish(
                    Part.ALICE,
                    "POST",
                    "/certificates",
                    "{\"profile\":\"tls-server\",\"csr\":\"CSR\",\"names\":[\"HERE\"]}"),
            new Wish(
                    Part.ALICE,
                    "POST",
                    "/certificates",
                    "{\"profile\":\"every-kind\",\"csr\":\"CSR\",\"subject\":\"HERE\"}"),
            new Wish(
                    Part.ALICE,
                    "POST",
                    "/certificates",
                    "{\"profile\":\"every-kind\",\"csr\":\"CSR\",\"subject\":\"CN=HERE\"}"),
            new Wish(
                    Part.ALICE,
                    "POST",
                    "/certificates",
                    "{\"profile\":\"tls-server\",\"csr\":\"CSR\",\"validity\":\"HERE\"}"),
            new Wish(Part.OFFICER, "POST", "/requests/REQUEST/denial", "{\"comment\":\"HERE\"}"),
            new Wish(Part.OFFICER, "POST", "/requests/REQUEST/approval", "{\"comment\":\"HERE\"}"),
            new Wish(Part.OFFICER, "POST", "/certificates/SERIAL/revocation", "{\"reason\":\"HERE\"}"),
            new Wish(
                    Part.OFFICER,
                    "POST",
                    "/certificates/revocations",
                    "{\"serials\":[\"HERE\"],\"reason\":\"superseded\"}"),
            new Wish(Part.ADMIN, "PATCH", "/groups/known", "{\"description\":\"HERE\"}"),
            new Wish(Part.ADMIN, "PUT", "/profiles/tls-client", "{\"text\":\"HERE\",\"why\":\"HERE\"}"),
            new Wish(
                    Part.ADMIN,
                    "PUT",
                    "/authorities/issuing/addresses",
                    "{\"crl\":\"HERE\",\"ocsp\":\"HERE\",\"caIssuers\":\"HERE\"}"),
            new Wish(
                    Part.ALICE,
                    "POST",
                    "/roles/plan",
                    "{\"sipDomains\":[\"HERE\"],\"pools\":[{\"role\":\"HERE\",\"fqdn\":\"HERE\",\"servers\":[\"HERE\"]}]}"));

    private static final List<String> PAGES = List.of(
            "/overview",
            "/users",
            "/users/bob",
            "/groups",
            "/requests",
            "/certificates",
            "/journal",
            "/profiles",
            "/account");

    private static BrowserVisits visits;
    private static final Harmless HARMLESS = Harmless.taught();

    private final SoftAssertions softly = new SoftAssertions();

    @BeforeAll
    static void start() throws Exception {
        visits = new BrowserVisits();
        visits.test().with(Part.ADMIN).json("POST", "/api/v1/groups", "{\"name\":\"known\",\"description\":\"known\"}");
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    private static String ask(String profile) throws Exception {
        return visits.test()
                .with(Part.ALICE)
                .json("POST", "/api/v1/certificates", Bodies.issue(profile, Keys.csr("www.lab.example.com")))
                .text();
    }

    @Test
    @DisplayName(
            "is answered as JSON with a status below 500, and stays text on every page that shows it: a sixth of them")
    void everyText() throws Exception {
        everyText(6);
    }

    @Test
    @Tag("long")
    @DisplayName("is answered as JSON with a status below 500, and stays text on every page that shows it")
    void allInEveryText() throws Exception {
        everyText(1);
    }

    private void everyText(int step) throws Exception {
        String csr = Json.object().put("csr", Keys.csr("www.lab.example.com")).toString();
        String quoted = csr.substring(csr.indexOf(':') + 2, csr.length() - 2);
        String serial = Json.read(ask("tls-server").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .get("serial")
                .stringValue();
        for (int number = 0; number < PAYLOADS.size(); number += step) {
            for (int one = 0; one < WISHES.size(); one++) {
                Wish wish = WISHES.get(one);
                // Each begins with another, so that all are sent in any case.
                String payload = quoted(PAYLOADS.get(Math.min(number + one % step, PAYLOADS.size() - 1)));
                String body = wish.body()
                        .replace("CSR", quoted)
                        .replace("NUMBER", Integer.toString(number))
                        .replace(HERE, payload);
                String path = wish.path().replace("SERIAL", serial);
                if (path.contains("REQUEST")) {
                    path = path.replace("REQUEST", number % (20 * step) == 0 ? waiting() : "1");
                }
                judge(
                        visits.test().with(wish.part()).json(wish.method(), "/api/v1" + path, body),
                        wish + " " + payload);
            }
        }
        pages();
        softly.assertAll();
    }

    private static String waiting() throws Exception {
        return Json.read(ask("careful").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .at("/request/id")
                .asString();
    }

    private void judge(Answer answer, String what) {
        softly.assertThat(answer.status()).as(what).isLessThan(500);
        if (!answer.text().isEmpty()) {
            softly.assertThat(answer.header("Content-Type")).as(what).matches("application/(problem\\+)?json.*");
            softly.assertThatCode(() -> Json.read(answer.text().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .as(what)
                    .doesNotThrowAnyException();
        }
        softly.assertThat(answer.header("Location")).as(what).matches("(/api/v1/[A-Za-z0-9/._@-]+)?");
    }

    private void pages() throws Exception {
        for (Part part : Part.values()) {
            for (String page : PAGES) {
                softly.assertThat(HARMLESS.objections(
                                visits.get(page, visits.of(part)).text()))
                        .as(part + " " + page)
                        .isEmpty();
            }
        }
    }

    /** As it stands within quotation marks in JSON. */
    private static String quoted(String text) {
        String whole = Json.object().put("x", text).toString();
        return whole.substring(whole.indexOf(':') + 2, whole.length() - 2);
    }

    @Test
    @DisplayName("is looked for in every part of the API that takes text")
    void complete() {
        List<String> taken = new ArrayList<>(WISHES.stream()
                .map(wish -> wish.method() + " "
                        + wish.path().replaceAll("\\b(REQUEST|SERIAL|bob|known|issuing|tls-client)\\b", "{}"))
                .toList());
        // Without text, or judged by what it holds: octets, a whole file, a state, a date.
        taken.addAll(List.of(
                "PUT /authorities/{}/crl",
                "POST /authorities/{}/crl",
                "POST /backup",
                "POST /lint",
                "POST /profile-files",
                "POST /profiles/{}/check",
                "POST /roles/requests",
                "POST /users/{}/password-reset"));
        visits.test().web.routes().stream()
                .filter(route -> route.door() == dev.chancery.web.http.Door.API)
                .filter(route ->
                        List.of("POST", "PUT", "PATCH").contains(route.method().toString()))
                .map(route -> route.label().replace("/api/v1", "").replaceAll("\\{[^}]*}", "{}"))
                .forEach(label -> softly.assertThat(taken).contains(label));
        softly.assertAll();
    }
}
