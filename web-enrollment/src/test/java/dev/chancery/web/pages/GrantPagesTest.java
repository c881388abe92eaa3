package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.web.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The pages about names")
class GrantPagesTest {
    private static final String CSRF = "csrf=" + Browser.CSRF + "&";
    private static final String CROWN = "wsus.lab.contoso.com";

    private final SampleHouse house = new SampleHouse();
    private final Browser admin = Browser.of(house, SampleHouse.person("ada", Role.ADMIN));

    private Requester requester(String name) {
        Account account = house.stores.accounts().find(name).orElseThrow();
        return house.stores.accounts().requester(account, "password");
    }

    private Browser browser(String name) {
        return Browser.of(house, requester(name));
    }

    private static String form(String names) {
        return CSRF + "profile=tls-server&edited=yes&names=" + URLEncoder.encode(names, StandardCharsets.UTF_8);
    }

    @Nested
    @DisplayName("of groups")
    class Groups {
        @Test
        @DisplayName("say how to make the first one, make it, and give it to users")
        void life() {
            house.account("rita", "Rita", NameGrants.nothing(), Role.REQUESTER);
            assertThat(Browser.text(admin.get("/groups"))).contains("There is no group yet");
            Reply made = admin.post("/groups", CSRF + "name=Web&description=Web+servers&suffixes=web.contoso.com");
            assertThat(made.header("Location")).contains("/groups/web");
            assertThat(Browser.text(admin.post("/groups", CSRF + "name=web"))).contains("There already is a group");
            Reply wrong = admin.post("/groups", CSRF + "name=two+words&suffixes=typed.contoso.com");
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(Browser.text(wrong)).contains("two words", "typed.contoso.com");

            assertThat(Browser.text(admin.get("/users/rita"))).contains("name=\"group\" value=\"web\"");
            admin.post("/users/rita", CSRF + "displayName=Rita&role=requester&group=web");
            assertThat(requester("rita").grants().cover("dns", "a.web.contoso.com"))
                    .isTrue();
            assertThat(Browser.text(admin.get("/groups/web"))).contains("href=\"/users/rita\"", "Web servers");
            assertThat(admin.post("/groups/web/removal", CSRF).status()).isEqualTo(409);

            admin.post("/groups/web", CSRF + "description=Mail&suffixes=mail.contoso.com");
            assertThat(requester("rita").grants().describe())
                    .isEqualTo("from the group web: mail.contoso.com and names below it");
            admin.post("/users/rita", CSRF + "displayName=Rita&role=requester");
            assertThat(admin.post("/groups/web/removal", CSRF).header("Location"))
                    .contains("/groups");
            assertThat(admin.get("/groups/web").status()).isEqualTo(404);
        }
    }

    @Nested
    @DisplayName("tell a requester")
    class Told {
        @Test
        @DisplayName("what they may ask for before they ask: own names, a group's, and what needs officers")
        void before() {
            house.group("web", "", List.of("web.contoso.com"));
            NameGrants lab = new NameGrants(List.of(), List.of("lab.contoso.com"), false, List.of(), false);
            house.account("rita", "Rita", lab, Role.REQUESTER);
            admin.post("/users/rita", CSRF + "role=requester&group=web&suffixes=lab.contoso.com");
            for (String page : List.of("/request", "/account")) {
                assertThat(Browser.text(browser("rita").get(page)))
                        .as(page)
                        .contains(
                                "What you may ask for",
                                "lab.contoso.com and names below it",
                                "web.contoso.com and names below it, with wildcards, from the group web",
                                "every other name",
                                CROWN + ", although it is yours",
                                "other crown names");
            }
        }

        @Test
        @DisplayName("about each name that they type, before there is a signing request")
        void typed() {
            house.account("rita", "Rita", NameGrants.nothing(), Role.REQUESTER);
            String page = Browser.text(browser("rita").post("/request/check", form("www.contoso.com\n" + CROWN)));
            assertThat(page)
                    .contains("It will wait for an officer, because", "is outside the grant of rita (no names)")
                    .contains("falls under the crown name " + CROWN);
        }
    }

    @Nested
    @DisplayName("of a request for a crown name")
    class Crown {
        @Test
        @DisplayName("show who has approved, to the officers and to the requester, until the second one does")
        void twoOfficers() {
            house.account("rita", "Rita", NameGrants.everything(), Role.REQUESTER);
            house.account("olga", "Olga", NameGrants.nothing(), Role.OFFICER);
            house.account("otto", "Otto", NameGrants.nothing(), Role.OFFICER);
            long id = house.ask("rita", "tls-server", List.of("crown"), CROWN);
            String path = "/requests/" + id;
            Browser olga = browser("olga");
            assertThat(Browser.text(olga.get(path)))
                    .contains("2 different officers")
                    .doesNotContain("and issue<");
            olga.post(path + "/approval", CSRF + "comment=seen");
            assertThat(Browser.text(olga.get(path)))
                    .contains("Approved so far", "You have approved it", "seen")
                    .doesNotContain(path + "/approval");
            assertThat(Browser.text(browser("rita").get(path)))
                    .contains("Approved so far", "olga", "Another officer has to approve it as well");
            assertThat(olga.post(path + "/approval", CSRF + "comment=again").status())
                    .isEqualTo(422);
            assertThat(Browser.text(browser("otto").get(path))).contains("Approve and issue");
            browser("otto").post(path + "/approval", CSRF + "comment=fine");
            assertThat(house.stores.requestQueue().find(id).orElseThrow().state())
                    .isEqualTo(State.ISSUED);
        }
    }
}
