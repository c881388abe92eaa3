package dev.chancery.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Requests;
import dev.chancery.web.http.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The door for people")
class BrowserDoorTest {
    private final Door door = new Door();
    private final String cookie = door.signedIn("olga", Role.OFFICER);

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    /** As a page of the session would have it in its form. */
    private String csrf() {
        Route page = Route.page(Method.GET, "/mine", Access.signedIn(), exchange -> Reply.status(200));
        Exchange asked = Requests.exchange(Requests.head("GET", "/mine", "Cookie", cookie), "");
        String[] token = new String[1];
        new BrowserDoor(door.sessions, door.stores.accounts()).admit(asked, page, visitor -> {
            token[0] = visitor.session().orElseThrow().csrfToken();
            return null;
        });
        return token[0];
    }

    @Test
    @DisplayName("knows the session's owner by the cookie")
    void knows() {
        assertThat(text(door.get("/mine", "Cookie", cookie))).isEqualTo("olga");
        assertThat(text(door.get("/", "Cookie", cookie))).isEqualTo("olga");
        assertThat(text(door.get("/"))).isEqualTo("nobody");
    }

    @Test
    @DisplayName("sends who has no session to sign in, and back afterwards")
    void signInFirst() {
        Reply reply = door.get("/mine");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).contains("/sign-in?next=%2Fmine");
        assertThat(door.get("/mine", "Cookie", "__Host-chancery=" + "a".repeat(43))
                        .status())
                .isEqualTo(303);
        Reply fragment = door.get("/mine", "HX-Request", "true");
        assertThat(fragment.header("HX-Redirect")).contains("/sign-in?next=%2F");
    }

    @Test
    @DisplayName("changes nothing without the session's CSRF token")
    void csrfToken() {
        assertThat(door.post("/mine", cookie, "csrf=" + csrf()).status()).isEqualTo(204);
        assertThat(door.post("/mine", cookie, "csrf=" + "a".repeat(43)).status())
                .isEqualTo(403);
        assertThat(door.post("/mine", cookie, "").status()).isEqualTo(403);
        Reply byHeader = door.router.answer(
                Requests.head(
                        "POST", "/mine", "Cookie", cookie, "Sec-Fetch-Site", "same-origin", "X-CSRF-Token", csrf()),
                Requests.body(""));
        assertThat(byHeader.status()).isEqualTo(204);
    }

    @Test
    @DisplayName("changes nothing for another site, not even with the token, and signs nobody in for it")
    void otherSite() {
        for (String[] headers : List.of(
                new String[] {"Origin", "https://evil.example"},
                new String[] {"Origin", "null", "Sec-Fetch-Site", "cross-site"},
                new String[0])) {
            String[] all = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("Cookie", cookie, "X-CSRF-Token", csrf()),
                            java.util.stream.Stream.of(headers))
                    .toArray(String[]::new);
            assertThat(door.router
                            .answer(Requests.head("POST", "/mine", all), Requests.body(""))
                            .status())
                    .isEqualTo(403);
            assertThat(door.router
                            .answer(Requests.head("POST", "/sign-in", headers), Requests.body(""))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName("tells who was away too long that nothing was changed")
    void expired() {
        String token = csrf();
        door.clock.advance(Duration.ofMinutes(16));
        Reply reply = door.post("/mine", cookie, "csrf=" + token);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(text(reply)).contains("Your session has ended", "nothing was changed");
    }

    @Test
    @DisplayName("does not count a page that refreshes itself as use")
    void background() {
        door.clock.advance(Duration.ofMinutes(10));
        assertThat(door.get("/mine", "Cookie", cookie, "X-Background", "yes").status())
                .isEqualTo(200);
        door.clock.advance(Duration.ofMinutes(6));
        assertThat(door.get("/mine", "Cookie", cookie).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("asks the access policy")
    void policy() {
        Reply reply = door.post("/users", cookie, "csrf=" + csrf());
        assertThat(reply.status()).isEqualTo(403);
        assertThat(text(reply)).contains("needs the role admin");
    }

    @Test
    @DisplayName("knows nobody over plain HTTP")
    void plain() {
        Reply reply = door.router.answer(
                Requests.head("GET", "/mine", "192.0.2.7", false, List.of(), "Cookie", cookie), Requests.body(""));
        assertThat(reply.status()).isEqualTo(403);
        Reply open = door.router.answer(
                Requests.head("GET", "/", "192.0.2.7", false, List.of(), "Cookie", cookie), Requests.body(""));
        assertThat(text(open)).isEqualTo("nobody");
    }

    @Test
    @DisplayName("lets who must change the password do that and nothing else")
    void oldPassword() {
        String first = door.account("nina", Role.ADMIN);
        String ninas = Door.cookie(door.signIn.withPassword(Requests.head("POST", "/sign-in"), "nina", first));
        assertThat(door.get("/mine", "Cookie", ninas).header("Location")).contains("/password");
        assertThat(door.post("/users", ninas, "").header("Location")).contains("/password");
        assertThat(door.post("/password", ninas, "csrf=x").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("ends a session at once when the account's roles change, whoever changed them")
    void roleChange() {
        door.users.change(
                door.manage(),
                "olga",
                new AccountChange(
                        Optional.empty(), Optional.of(Set.of(Role.AUDITOR)), Optional.empty(), Optional.empty()));
        assertThat(door.get("/mine", "Cookie", cookie).status()).isEqualTo(303);
        String again =
                Door.cookie(door.signIn.withPassword(Requests.head("POST", "/sign-in"), "olga", Door.password("olga")));
        // Another node, or a restored database: the account changes without this process being told.
        door.stores
                .accounts()
                .save(
                        new AccountChange(
                                        Optional.empty(),
                                        Optional.of(Set.of(Role.ADMIN)),
                                        Optional.empty(),
                                        Optional.empty())
                                .applyTo(door.stores.accounts().find("olga").orElseThrow()),
                        dev.chancery.core.access.Requester.system(),
                        "from elsewhere");
        assertThat(door.get("/mine", "Cookie", again).status()).isEqualTo(303);
    }
}
