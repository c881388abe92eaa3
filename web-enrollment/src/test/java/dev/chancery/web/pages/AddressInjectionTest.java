package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.web.http.Door;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SECURITY.md rule 25 for addresses, which anybody can hand to somebody who is signed in. */
@DisplayName("Text in an address, be it what it may,")
class AddressInjectionTest {
    private static final List<String> PAYLOADS = Payloads.all();
    private static final Harmless HARMLESS = Harmless.taught();

    private static SampleHouse house;
    private static Browser browser;

    private final SoftAssertions softly = new SoftAssertions();
    private int sent;

    @BeforeAll
    static void furnish() {
        house = PagesPreview.furnished();
        browser = Browser.of(house, SampleHouse.person("admin", Role.values()));
    }

    private static Stream<Route> pages() {
        return house.pages.routes().stream().filter(route -> route.door() == Door.PAGE);
    }

    private String next() {
        return PAYLOADS.get(sent++ % PAYLOADS.size());
    }

    private void judge(Reply reply, Object what) {
        softly.assertThat(HARMLESS.objections(reply)).as(what.toString()).isEmpty();
    }

    @Test
    @DisplayName("is text and nothing else in what answers, whatever any page reads of its query: two in each")
    void queries() throws IOException {
        queries(2);
    }

    @Test
    @Tag("long")
    @DisplayName("is text and nothing else in what answers, whatever any page reads of its query")
    void manyQueries() throws IOException {
        queries(40);
    }

    private void queries(int times) throws IOException {
        Set<String> names = ReadNames.ofQueries();
        assertThat(names).contains("search", "cursor", "since", "like", "next", "language", "published");
        for (String address : PreviewSights.addresses(house)) {
            for (int time = 0; time < times; time++) {
                List<String> all = new ArrayList<>();
                for (String name : names) {
                    List<String> query = List.of(name, next());
                    judge(browser.get(address, query), "GET " + address + " " + query);
                    all.addAll(query);
                }
                judge(browser.get(address, all), "GET " + address + " " + all);
            }
        }
        System.out.println(names.size() + " names in queries, sent " + sent + " times: " + names);
        softly.assertAll();
    }

    @Test
    @DisplayName("is text and nothing else in what answers where it names what a page is about: a sixth of them")
    void variables() {
        variables(6);
    }

    @Test
    @Tag("long")
    @DisplayName("is text and nothing else in what answers where it names what a page is about")
    void allInVariables() {
        variables(1);
    }

    private void variables(int step) {
        int first = 0;
        for (Route route :
                pages().filter(one -> one.path().toString().contains("{")).toList()) {
            String template = route.path().toString();
            for (int turn = first++ % step; turn < PAYLOADS.size(); turn += step) {
                String encoded = URLEncoder.encode(PAYLOADS.get(turn), StandardCharsets.UTF_8)
                        .replace("+", "%20");
                String path = template.replaceAll("\\{[^}]*}", encoded);
                judge(
                        route.method() == Method.GET
                                ? browser.get(path)
                                : browser.post(path, "csrf=" + Browser.CSRF + "&name=" + encoded),
                        route.method() + " " + path);
                sent++;
            }
        }
        System.out.println("sent " + sent + " times in paths");
        softly.assertAll();
    }
}
