package dev.chancery.web.auth;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.TestClock;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Incidents;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.ProblemJson;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Requests;
import dev.chancery.web.http.Route;
import dev.chancery.web.http.Router;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The gate with a few pages behind it, and accounts in memory; no server. */
final class Door {
    final TestClock clock = new TestClock(Instant.parse("2026-03-01T10:00:00Z"));
    final MemoryStores stores = new MemoryStores(clock);
    final Users users;
    final Sessions sessions;
    final SignIn signIn;
    final Router router;
    private final SecureRandom random = new SecureRandom();

    Door() {
        sessions = new Sessions(SessionSettings.standard(), clock, random);
        Passwords passwords = new Passwords(new Argon2Cost(64, 1, 1), random);
        users = new Users(stores.accounts(), sessions, passwords, clock, random);
        ClientCertificates certificates = new ClientCertificates(
                new IssuerRegistry(), stores.ledger(), stores.accounts(), Set.of("tls-client"), clock);
        signIn = new SignIn(stores.accounts(), users, passwords, sessions, certificates, stores.journal(), clock);
        FrontGate gate = new FrontGate(
                new Authenticator(stores.accounts(), new LocalAdmin("0".repeat(64)), certificates, clock),
                new BrowserDoor(sessions, stores.accounts()),
                new Authorization(new AccessPolicy()));
        router = new Router(pages(), gate, new ProblemJson(), new Incidents(random));
    }

    private static List<Route> pages() {
        return List.of(
                Route.page(
                        Method.GET,
                        "/",
                        Access.open(),
                        exchange -> who(exchange.visitor().requester())),
                Route.page(Method.POST, "/sign-in", Access.open(), exchange -> Reply.status(204)),
                Route.page(
                        Method.GET,
                        "/mine",
                        Access.signedIn(),
                        exchange -> who(exchange.visitor().requester())),
                Route.page(Method.POST, "/mine", Access.signedIn(), exchange -> Reply.status(204)),
                Route.page(
                        Method.POST,
                        "/password",
                        Access.signedIn().evenWithOldPassword(),
                        exchange -> Reply.status(204)),
                Route.page(
                        Method.POST, "/users", Access.needs(Permission.MANAGE_USERS), exchange -> Reply.status(204)));
    }

    private static Reply who(java.util.Optional<Requester> requester) {
        return Reply.text(200, "text/plain", requester.map(Requester::name).orElse("nobody"));
    }

    Permit manage() {
        return Permits.of(Requester.system(), Permission.MANAGE_USERS);
    }

    /** Returns the first password. */
    String account(String name, Role... roles) {
        NewAccount account = new NewAccount(name, "", Set.of(roles), NameGrants.nothing(), true);
        return users.create(manage(), account)
                .fold(
                        (made, secret) -> secret.orElseThrow().text(),
                        reason -> {
                            throw new AssertionError(reason);
                        },
                        refused -> {
                            throw new AssertionError(refused.objection());
                        });
    }

    /** An account whose first password has been changed, signed in; returns the cookie. */
    String signedIn(String name, Role... roles) {
        String first = account(name, roles);
        String cookie = cookie(signIn.withPassword(Requests.head("POST", "/sign-in"), name, first));
        Requester self = new Requester(name, Set.of(roles), NameGrants.nothing(), "password");
        Permit permit = Permits.of(self, Permission.CHANGE_OWN_PASSWORD, new AccessPolicy.AccessObject(name, name));
        RequestHead head = Requests.head("POST", "/password", "Cookie", cookie);
        return signIn.changePassword(head, permit, first, password(name))
                .fold(Door::pair, refused -> refused.message(), left -> left.toString());
    }

    static String password(String name) {
        return "quite a long sentence of " + name.charAt(0);
    }

    static String cookie(SignInOutcome outcome) {
        return outcome.fold(in -> pair(in.cookie()), refused -> "refused: " + refused, left -> "delayed " + left);
    }

    private static String pair(String setCookie) {
        return setCookie.substring(0, setCookie.indexOf(';'));
    }

    Reply get(String path, String... headers) {
        return router.answer(Requests.head("GET", path, headers), Requests.body(""));
    }

    /** From a page of ours, with that body. */
    Reply post(String path, String cookie, String body) {
        return router.answer(
                Requests.head(
                        "POST",
                        path,
                        "Cookie",
                        cookie,
                        "Origin",
                        Requests.ORIGIN,
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                Requests.body(body));
    }

    List<Decision> decisions(String action) {
        return stores.journal().records().stream()
                .map(stored -> stored.event())
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(decision -> decision.action().equals(action))
                .toList();
    }
}
