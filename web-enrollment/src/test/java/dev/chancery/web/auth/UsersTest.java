package dev.chancery.web.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Account;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.memory.Permits;
import dev.chancery.web.http.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Accounts")
class UsersTest {
    private final Door door = new Door();
    private final Users users = door.users;

    private static String rule(UserOutcome outcome) {
        return outcome.fold(
                (account, secret) -> "saved",
                missing -> "missing",
                refused -> refused.objection().rule());
    }

    private static AccountChange roles(Role... roles) {
        return new AccountChange(Optional.empty(), Optional.of(Set.of(roles)), Optional.empty(), Optional.empty());
    }

    private static AccountChange disabled(boolean disabled) {
        return new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(disabled));
    }

    private Account account(String name) {
        return door.stores.accounts().find(name).orElseThrow();
    }

    private String lastWords() {
        var records = door.stores.journal().records();
        return ((AccountSaved) records.get(records.size() - 1).event()).what();
    }

    @Test
    @DisplayName("are made with a random password that must be changed, or with none")
    void made() {
        String password = door.account("olga", Role.OFFICER);
        assertThat(password).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        assertThat(account("olga").mustChangePassword()).isTrue();
        users.create(
                door.manage(), new NewAccount("robot", "Robot", Set.of(Role.REQUESTER), NameGrants.nothing(), false));
        assertThat(account("robot").passwordHash()).isEmpty();
        assertThat(lastWords()).contains("requester", "no names");
    }

    @Test
    @DisplayName("are not made twice, with a bad name, or with the server's own")
    void names() {
        door.account("olga", Role.OFFICER);
        for (String name : List.of("olga", "system", "anonymous", "local-admin", "Olga", "", "a b", "../x")) {
            NewAccount wanted = new NewAccount(name, "", Set.of(), NameGrants.nothing(), false);
            assertThat(rule(users.create(door.manage(), wanted))).as(name).startsWith("name-");
        }
    }

    @Test
    @DisplayName("keep one admin who can sign in, and say so")
    void lastAdmin() {
        door.account("adam", Role.ADMIN);
        assertThat(rule(users.change(door.manage(), "adam", disabled(true)))).isEqualTo("last-admin");
        assertThat(rule(users.change(door.manage(), "adam", roles(Role.OFFICER))))
                .isEqualTo("last-admin");
        users.create(door.manage(), new NewAccount("robot", "", Set.of(Role.ADMIN), NameGrants.nothing(), false));
        assertThat(rule(users.change(door.manage(), "adam", disabled(true)))).isEqualTo("last-admin");
        door.account("eva", Role.ADMIN);
        assertThat(rule(users.change(door.manage(), "adam", disabled(true)))).isEqualTo("saved");
        assertThat(rule(users.change(door.manage(), "eva", roles()))).isEqualTo("last-admin");
        assertThat(rule(users.change(door.manage(), "adam", disabled(false)))).isEqualTo("saved");
        assertThat(rule(users.change(door.manage(), "nobody", disabled(true)))).isEqualTo("missing");
    }

    @Test
    @DisplayName("tell the journal what was before and what is now")
    void words() {
        door.account("olga", Role.OFFICER);
        users.change(door.manage(), "olga", roles(Role.OFFICER, Role.AUDITOR));
        assertThat(lastWords()).isEqualTo("roles officer -> auditor, officer");
        users.change(
                door.manage(),
                "olga",
                new AccountChange(
                        Optional.of("Olga O."),
                        Optional.empty(),
                        Optional.of(new NameGrants(List.of(), List.of("lab.example.com"), false, List.of(), false)),
                        Optional.of(true)));
        assertThat(lastWords())
                .isEqualTo("display name olga -> Olga O.; names no names -> lab.example.com and names below it;"
                        + " state enabled -> disabled");
    }

    @Test
    @DisplayName("get a new password from an admin, which ends their sessions")
    void reset() {
        String cookie = door.signedIn("olga", Role.OFFICER);
        UserOutcome outcome = users.resetPassword(door.manage(), "olga");
        assertThat(outcome.toString()).contains("***").doesNotContain("argon2");
        assertThat(door.get("/mine", "Cookie", cookie).status()).isEqualTo(303);
        assertThat(Door.cookie(door.signIn.withPassword(Requests.head("POST", "/"), "olga", Door.password("olga"))))
                .startsWith("refused");
        assertThat(account("olga").mustChangePassword()).isTrue();
    }

    @Test
    @DisplayName("hold tokens of which only the SHA-256 is kept")
    void tokens() {
        door.account("olga", Role.OFFICER);
        String token = users.addToken(own("olga"), "olga", "laptop", Optional.empty())
                .fold((account, secret) -> secret.orElseThrow().text(), no -> no, no -> no.toString());
        assertThat(token).matches("chy_[A-Za-z0-9_-]{43}");
        assertThat(account("olga").tokens()).singleElement().satisfies(kept -> {
            assertThat(kept.sha256Hex()).isEqualTo(RandomText.sha256Hex(token));
            assertThat(kept.label()).isEqualTo("laptop");
        });
        assertThat(door.stores.journal().records().toString()).doesNotContain(token);
        assertThat(rule(users.removeToken(own("olga"), "olga", "nothing"))).isEqualTo("missing");
        assertThat(rule(users.removeToken(
                        own("olga"), "olga", account("olga").tokens().get(0).id())))
                .isEqualTo("saved");
        assertThat(account("olga").tokens()).isEmpty();
    }

    @Test
    @DisplayName("take no token without a label, with an end in the past, or beyond fifty")
    void tokenRules() {
        door.account("olga", Role.OFFICER);
        assertThat(rule(users.addToken(own("olga"), "olga", " ", Optional.empty())))
                .isEqualTo("token-label");
        assertThat(rule(users.addToken(own("olga"), "olga", "x", Optional.of(door.clock.instant()))))
                .isEqualTo("token-expires");
        for (int i = 0; i < 50; i++) {
            users.addToken(own("olga"), "olga", "x", Optional.empty());
        }
        assertThat(rule(users.addToken(own("olga"), "olga", "x", Optional.empty())))
                .isEqualTo("too-many-tokens");
    }

    @Test
    @DisplayName("accept a token until it ends, and not from a disabled account")
    void tokenEnds() {
        door.account("olga", Role.OFFICER);
        Authenticator authenticator = authenticator();
        String token = users.addToken(
                        own("olga"),
                        "olga",
                        "x",
                        Optional.of(door.clock.instant().plus(Duration.ofDays(1))))
                .fold((account, secret) -> secret.orElseThrow().text(), no -> no, no -> no.toString());
        assertThat(who(authenticator, "Bearer " + token)).isEqualTo("olga");
        assertThat(who(authenticator, "bearer  " + token)).isEqualTo("olga");
        assertThat(who(authenticator, "Basic " + token)).contains("Bearer TOKEN");
        assertThat(who(authenticator, "Bearer " + token + "x")).contains("not known");
        users.change(door.manage(), "olga", disabled(true));
        assertThat(who(authenticator, "Bearer " + token)).contains("disabled");
        users.change(door.manage(), "olga", disabled(false));
        door.clock.advance(Duration.ofDays(1));
        assertThat(who(authenticator, "Bearer " + token)).contains("ended");
    }

    private Authenticator authenticator() {
        return new Authenticator(
                door.stores.accounts(),
                new LocalAdmin("0".repeat(64)),
                new ClientCertificates(
                        new dev.chancery.core.authority.IssuerRegistry(),
                        door.stores.ledger(),
                        door.stores.accounts(),
                        Set.of(),
                        door.clock),
                door.clock);
    }

    private static String who(Authenticator authenticator, String header) {
        return authenticator
                .authenticate(Requests.head("GET", "/", "Authorization", header))
                .fold(Requester::name, () -> "anonymous", reason -> reason);
    }

    @Test
    @DisplayName("of others are not changed with the permit for one's own")
    void permits() {
        door.account("olga", Role.OFFICER);
        door.account("eva", Role.OFFICER);
        assertThatThrownBy(() -> users.addToken(own("olga"), "eva", "x", Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
        Permit reading = Permits.of(Requester.system(), Permission.READ_USERS);
        assertThatThrownBy(() -> users.resetPassword(reading, "eva")).isInstanceOf(IllegalStateException.class);
    }

    private static Permit own(String name) {
        Requester self = new Requester(name, Set.of(), NameGrants.nothing(), "password");
        return Permits.of(self, Permission.CHANGE_OWN_PASSWORD, new AccessPolicy.AccessObject(name, name));
    }
}
