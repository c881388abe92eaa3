package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.AccessTable.Row;
import dev.chancery.web.BrowserVisits.Visit;
import dev.chancery.web.Client.Answer;
import dev.chancery.web.People.Part;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Door;
import dev.chancery.web.http.Route;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SECURITY.md rule 8 for the web application; the rows stand in {@code page-access.txt}. */
@DisplayName("Every page")
class PageAccessTest {
    private static final Visit NOBODY = new Visit("__Host-chancery=" + "a".repeat(43), "a".repeat(43));
    private static BrowserVisits visits;

    @BeforeAll
    static void start() throws Exception {
        visits = new BrowserVisits();
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    static List<Row> rows() throws IOException {
        return AccessTable.read("page-access.txt");
    }

    private static List<Route> pages() {
        return visits.test().web.routes().stream()
                .filter(route -> route.door() == Door.PAGE)
                .toList();
    }

    @Test
    @DisplayName("has a row in the table, and every row has its page")
    void complete() throws IOException {
        assertThat(rows())
                .extracting(Row::label)
                .containsExactlyInAnyOrderElementsOf(
                        pages().stream().map(Route::label).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("is for whom the table says")
    void roles(Row row) throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        for (String caller : row.expected().keySet()) {
            Part part = Part.valueOf(caller.toUpperCase(Locale.ROOT));
            Visit visit = row.label().equals("POST /sign-out") ? visits.another(part) : visits.of(part);
            found.put(caller, verdict(send(row.label(), visit)));
        }
        assertThat(found).isEqualTo(row.expected());
    }

    private static Answer send(String label, Visit visit) throws Exception {
        String path = visits.fill(label.substring(label.indexOf(' ') + 1));
        return label.startsWith("GET") ? visits.get(path, visit) : visits.post(path, visit, "");
    }

    /** Whether the page was reached, whatever it then thought of an empty form. */
    private static String verdict(Answer answer) {
        String location = answer.header("Location");
        if (answer.status() >= 500 || answer.status() == 401 && location.isEmpty() && !wrongPassword(answer)) {
            return answer.toString();
        }
        if (answer.status() == 403) {
            return "no";
        }
        return location.startsWith("/sign-in") || location.equals("/password") ? location : "yes";
    }

    /** The sign-in page answers an empty form so. */
    private static boolean wrongPassword(Answer answer) {
        return answer.response().uri().getPath().equals("/sign-in");
    }

    @Test
    @DisplayName("that is not open sends a stranger to sign in, and changes nothing for one")
    void strangers() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Route route : pages()) {
            if (route.access().kind() == Access.Kind.OPEN) {
                continue;
            }
            Answer answer = send(route.label(), NOBODY);
            if (route.method().safe()) {
                softly.assertThat(answer.header("Location")).as(route.label()).startsWith("/sign-in?next=");
            } else {
                softly.assertThat(answer.status()).as(route.label()).isEqualTo(401);
            }
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("that changes something needs the token of the session, a page of ours, and TLS")
    void forgeries() throws Exception {
        Visit admin = visits.of(Part.ADMIN);
        Client cookie = visits.test().client().header("Cookie", admin.cookie()).header("X-CSRF-Token", admin.csrf());
        SoftAssertions softly = new SoftAssertions();
        for (Route route : pages()) {
            if (route.method().safe()) {
                continue;
            }
            String path = visits.fill(route.path().toString());
            if (route.access().kind() != Access.Kind.OPEN) {
                Visit wrongToken = new Visit(admin.cookie(), "a".repeat(43));
                softly.assertThat(visits.post(path, wrongToken, "").status())
                        .as(route.label())
                        .isEqualTo(403);
            }
            Answer foreign = cookie.header("Origin", "https://evil.example").send("POST", path, "", new byte[0]);
            softly.assertThat(foreign.status()).as(route.label()).isEqualTo(403);
            Answer plain = cookie.at(visits.test().server().plainUri()).send("POST", path, "", new byte[0]);
            softly.assertThat(plain.status()).as(route.label()).isIn(404, 405);
        }
        softly.assertAll();
    }
}
