package dev.chancery.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.memory.Permits;
import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Signing in")
class SignInTest {
    private static final RequestHead HEAD = Requests.head("POST", "/sign-in");

    private final Door door = new Door();
    private final String first = door.account("olga", Role.OFFICER);

    private static RequestHead from(String address) {
        return Requests.head("POST", "/sign-in", address, true, List.of());
    }

    @Test
    @DisplayName("works with name and password, is recorded, and takes a new identifier")
    void works() {
        String before = Door.cookie(door.signIn.withPassword(HEAD, " Olga ", first));
        String after = Door.cookie(
                door.signIn.withPassword(Requests.head("POST", "/sign-in", "Cookie", before), "olga", first));
        assertThat(after).startsWith("__Host-chancery=").isNotEqualTo(before);
        assertThat(door.get("/", "Cookie", before).body())
                .isEqualTo("nobody".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(door.decisions("signed-in")).hasSize(2);
    }

    @Test
    @DisplayName("says the same to a wrong password, an unknown name and a disabled account")
    void sameWords() {
        SignInOutcome wrong = door.signIn.withPassword(HEAD, "olga", "wrong");
        door.account("gone", Role.OFFICER);
        String password = door.users
                .resetPassword(door.manage(), "gone")
                .fold((account, secret) -> secret.orElseThrow().text(), no -> no, no -> no.toString());
        door.users.change(
                door.manage(),
                "gone",
                new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true)));
        assertThat(door.signIn.withPassword(HEAD, "nobody", "wrong")).isEqualTo(wrong);
        assertThat(door.signIn.withPassword(HEAD, "gone", password)).isEqualTo(wrong);
        assertThat(wrong).isInstanceOf(SignInOutcome.Refused.class);
    }

    @Test
    @DisplayName("must wait after failures, and the right password does not help before")
    void delayed() {
        for (int i = 0; i < 4; i++) {
            door.signIn.withPassword(HEAD, "olga", "wrong");
        }
        assertThat(door.signIn.withPassword(HEAD, "olga", first)).isInstanceOf(SignInOutcome.Delayed.class);
        door.clock.advance(Duration.ofSeconds(2));
        assertThat(door.signIn.withPassword(HEAD, "olga", first)).isInstanceOf(SignInOutcome.SignedIn.class);
    }

    @Test
    @DisplayName("that fails is recorded once a minute per account and address, with the number left out")
    void records() {
        for (int i = 0; i < 50; i++) {
            door.signIn.withPassword(from("192.0.2.1"), "olga", "wrong");
        }
        assertThat(door.decisions("sign-in-failed")).hasSize(1);
        assertThat(door.decisions("sign-in-delayed")).isEmpty();
        door.clock.advance(Duration.ofMinutes(20));
        door.signIn.withPassword(from("192.0.2.1"), "olga", "wrong");
        assertThat(door.decisions("sign-in-failed"))
                .last()
                .satisfies(last -> assertThat(last.detail()).contains("192.0.2.1", "49 more since"));
    }

    @Test
    @DisplayName("never fills the disk, from however many addresses it fails")
    void bounded() {
        for (int i = 0; i < 500; i++) {
            door.signIn.withPassword(from("198.51." + i / 250 + "." + i % 250), "olga", "wrong");
        }
        assertThat(door.decisions("sign-in-failed").size()
                        + door.decisions("sign-in-delayed").size())
                .isLessThanOrEqualTo(60);
    }

    @Test
    @DisplayName("keeps what was typed as the name of no account out of the journal: it may be a password")
    void typedName() {
        door.signIn.withPassword(HEAD, "hunter2-my-password", "");
        assertThat(door.stores.journal().records().toString()).doesNotContain("hunter2");
        assertThat(door.decisions("sign-in-failed"))
                .singleElement()
                .satisfies(one -> assertThat(one.object()).isEqualTo("unknown account"));
    }

    @Test
    @DisplayName("with a new password needs the old one, ends every other session, and is recorded")
    void change() {
        String cookie = door.signedIn("adam", Role.ADMIN);
        String other = Door.cookie(door.signIn.withPassword(HEAD, "adam", Door.password("adam")));
        Permit permit = own("adam", Role.ADMIN);
        assertThat(change(permit, "wrong", "another long sentence")).isEqualTo("current");
        assertThat(change(permit, Door.password("adam"), "short")).isEqualTo("password");
        assertThat(change(permit, Door.password("adam"), Door.password("adam"))).isEqualTo("password");
        assertThat(change(permit, Door.password("adam"), "another long sentence"))
                .startsWith("__Host-");
        assertThat(door.get("/mine", "Cookie", cookie).status()).isEqualTo(303);
        assertThat(door.get("/mine", "Cookie", other).status()).isEqualTo(303);
        assertThat(door.stores.journal().records())
                .last()
                .satisfies(
                        last -> assertThat(((AccountSaved) last.event()).what()).contains("own password"));
        assertThat(door.stores.accounts().find("adam").orElseThrow().mustChangePassword())
                .isFalse();
    }

    private String change(Permit permit, String current, String fresh) {
        return door.signIn
                .changePassword(HEAD, permit, current, fresh)
                .fold(cookie -> cookie, objection -> objection.field(), left -> "delayed");
    }

    private static Permit own(String name, Role role) {
        Requester self = new Requester(name, Set.of(role), NameGrants.nothing(), "password");
        return Permits.of(self, Permission.CHANGE_OWN_PASSWORD, new AccessPolicy.AccessObject(name, name));
    }

    @Test
    @DisplayName("ends with signing out, and the browser is told to forget")
    void out() {
        String cookie = door.signedIn("adam", Role.ADMIN);
        Requester adam = own("adam", Role.ADMIN).requester();
        assertThat(door.signIn.out(Requests.head("POST", "/sign-out", "Cookie", cookie), adam))
                .contains("Max-Age=0", "__Host-chancery=;");
        assertThat(door.get("/mine", "Cookie", cookie).status()).isEqualTo(303);
        assertThat(door.decisions("signed-out")).hasSize(1);
    }

    @Test
    @DisplayName("goes on to paths of this server only")
    void next() {
        assertThat(SignIn.localPath("/certificates/4f?tab=names")).isEqualTo("/certificates/4f?tab=names");
        assertThat(SignIn.localPath("/")).isEqualTo("/");
        for (String bad : List.of(
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a//b",
                "/a\r\nX: y",
                "javascript:x")) {
            assertThat(SignIn.localPath(bad)).as(bad).isEqualTo("/");
        }
    }
}
