package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.web.Client.Answer;
import dev.chancery.web.People.Part;
import dev.chancery.web.auth.NewAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People in front of browsers: signed in through the pages themselves, first password changed. */
final class BrowserVisits implements AutoCloseable {
    private static final String PASSWORD = "a sentence that everybody here uses";
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([A-Za-z0-9_-]{43})\"");

    /** A session's cookie and what its forms carry. */
    record Visit(String cookie, String csrf) {}

    private final TestWeb test = new TestWeb();
    private final Map<Part, Visit> visits = new EnumMap<>(Part.class);
    private final String serial;
    private final long request;

    BrowserVisits() throws Exception {
        // Whoever is looked at must be somebody else than who looks: some of these pages end sessions.
        NewAccount carol = new NewAccount("carol", "", Set.of(Role.REQUESTER), NameGrants.nothing(), true);
        test.web.users().create(test.manageUsers(), carol);
        for (Part part : Part.values()) {
            String first = test.people.password(part);
            String form =
                    "current=" + encoded(first) + "&password=" + encoded(PASSWORD) + "&repeated=" + encoded(PASSWORD);
            Answer changed = post("/password", signIn(part, first), form);
            assertThat(changed.status()).as(changed.toString()).isEqualTo(303);
            visits.put(part, signIn(part, PASSWORD));
        }
        test.stores.accounts().save(new Group("carol", "", NameGrants.nothing()), Requester.system(), "made");
        serial = ask("tls-server").get("serial").stringValue();
        request = ask("careful").get("request").get("id").longValue();
    }

    private tools.jackson.databind.JsonNode ask(String profile) throws Exception {
        return test.with(Part.ALICE)
                .json("POST", "/api/v1/certificates", Bodies.issue(profile, Keys.csr("www.lab.example.com")))
                .json();
    }

    TestWeb test() {
        return test;
    }

    Visit of(Part part) {
        return visits.get(part);
    }

    /** Another session of the same person, for what ends it. */
    Visit another(Part part) throws Exception {
        return signIn(part, PASSWORD);
    }

    private Visit signIn(Part part, String password) throws Exception {
        String form = "name=" + part.account() + "&password=" + encoded(password);
        Answer answer = ours().send(
                        "POST", "/sign-in", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        String cookie = answer.header("Set-Cookie").split(";", 2)[0];
        Matcher csrf = CSRF.matcher(
                test.client().header("Cookie", cookie).get("/password").text());
        assertThat(csrf.find()).isTrue();
        return new Visit(cookie, csrf.group(1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A client whose forms come from our own pages. */
    private Client ours() {
        return test.client().header("Origin", test.server().secureUri().toString());
    }

    Answer post(String path, Visit visit, String form) throws Exception {
        return ours().header("Cookie", visit.cookie())
                .send(
                        "POST",
                        path,
                        "application/x-www-form-urlencoded",
                        ("csrf=" + visit.csrf() + "&" + form).getBytes(StandardCharsets.UTF_8));
    }

    Answer get(String path, Visit visit) throws Exception {
        return test.client().header("Cookie", visit.cookie()).get(path);
    }

    /** Alice's certificate and request, Carol's account, and a group that is called like her. */
    String fill(String path) {
        return path.replace("/profiles/{name}/versions/{version}", "/profiles/tls-server/versions/1")
                .replace("/profiles/{name}", "/profiles/tls-server")
                .replace("{serial}", serial)
                .replace("{id}", Long.toString(request))
                .replace("{name}", "carol")
                .replace("{ca}", "issuing")
                .replace("{number}", "1")
                .replace("{partition}", "1")
                .replace("{sequence}", "1")
                .replace("{version}", "0")
                .replace("{file}", "none");
    }

    @Override
    public void close() {
        test.close();
    }
}
