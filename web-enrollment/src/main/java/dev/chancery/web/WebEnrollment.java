package dev.chancery.web;

import dev.chancery.web.api.ApiParts;
import dev.chancery.web.api.RestApi;
import dev.chancery.web.auth.Authenticator;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.BrowserDoor;
import dev.chancery.web.auth.ClientCertificates;
import dev.chancery.web.auth.FrontGate;
import dev.chancery.web.auth.Passwords;
import dev.chancery.web.auth.Sessions;
import dev.chancery.web.auth.SignIn;
import dev.chancery.web.auth.Users;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Incidents;
import dev.chancery.web.http.JettyHandler;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.http.Router;
import dev.chancery.web.http.Site;
import dev.chancery.web.http.Turns;
import dev.chancery.web.pages.PageParts;
import dev.chancery.web.pages.PageRoutes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;

/** The web module: REST API and web application over HTTPS, the trust page over plain HTTP. */
public final class WebEnrollment {
    private final Authenticator authenticator;
    private final Authorization authorization;
    private final Sessions sessions;
    private final Users users;
    private final Router secure;
    private final Router plain;
    private final WebSettings settings;
    // Fewer turns than the listeners have threads; the pages of the trust site need little.
    private final Turns onSecure = new Turns(96, 512);
    private final Turns onPlain = new Turns(16, 256);
    private volatile int httpsPort;

    public WebEnrollment(WebParts parts) {
        this.settings = parts.settings();
        this.authorization = new Authorization(parts.accessPolicy());
        this.sessions = new Sessions(settings.sessions(), parts.clock(), parts.random());
        Passwords passwords = new Passwords(settings.passwords(), parts.random());
        this.users = new Users(parts.accounts(), sessions, passwords, parts.clock(), parts.random());
        ClientCertificates certificates = new ClientCertificates(
                parts.issuers(), parts.ledger(), parts.accounts(), settings.clientCertificateProfiles(), parts.clock());
        this.authenticator = new Authenticator(parts.accounts(), parts.localAdmin(), certificates, parts.clock());
        SignIn signIn =
                new SignIn(parts.accounts(), users, passwords, sessions, certificates, parts.journal(), parts.clock());
        Site site = site(parts, signIn, users, authorization);
        FrontGate gate = new FrontGate(authenticator, new BrowserDoor(sessions, parts.accounts()), authorization);
        Incidents incidents = new Incidents(parts.random());
        List<Route> routes = new ArrayList<>(new RestApi(apiParts(parts)).routes());
        routes.addAll(site.routes());
        routes.add(schema(parts.profileSchema()));
        this.secure = new Router(routes, gate, site.problems(), incidents);
        this.plain = new Router(site.plainRoutes(), gate, site.problems(), incidents);
    }

    /** Without sign-in, since an editor fetches it: it says nothing of this server. */
    private static Route schema(String text) {
        return Route.page(
                Method.GET,
                "/schema/profile.json",
                Access.open(),
                exchange -> Reply.text(200, "application/schema+json", text).cacheable("public, max-age=300"));
    }

    private ApiParts apiParts(WebParts parts) {
        return new ApiParts(
                parts.enrollment(),
                parts.revocations(),
                parts.ledger(),
                parts.queue(),
                parts.accounts(),
                users,
                parts.profiles(),
                parts.editor(),
                parts.roles(),
                parts.issuers(),
                authorization,
                parts.journal(),
                parts.crlArchive(),
                parts.crls(),
                parts.watch(),
                parts.clock());
    }

    private Site site(WebParts parts, SignIn signIn, Users users, Authorization authorization) {
        return new PageRoutes(new PageParts(
                parts.enrollment(),
                parts.revocations(),
                parts.profiles(),
                parts.editor(),
                parts.rehearsal(),
                parts.roles(),
                parts.issuers(),
                parts.ledger(),
                parts.queue(),
                parts.accounts(),
                parts.crls(),
                parts.crlArchive(),
                parts.watch(),
                parts.house(),
                parts.journal(),
                authorization,
                signIn,
                users,
                parts.random(),
                parts.clock(),
                () -> httpsPort));
    }

    /** Told as soon as it is known; until then the plain trust page offers no way to sign in. */
    public void httpsPort(int port) {
        httpsPort = port;
    }

    /** For HTTPS. Answers every request, so it stands last. */
    public Handler secure() {
        return new JettyHandler(secure, settings.bodyDeadline(), onSecure);
    }

    /** For plain HTTP: the trust page and what it needs. Answers every request, so it stands last. */
    public Handler plain() {
        return new JettyHandler(plain, settings.bodyDeadline(), onPlain);
    }

    /** Every route over HTTPS, as data. */
    public List<Route> routes() {
        return secure.routes();
    }

    public List<Route> plainRoutes() {
        return plain.routes();
    }

    /** For the first start, which makes the first account. */
    public Users users() {
        return users;
    }

    /** For handlers beside this module that take the same tokens and certificates. */
    public Authenticator authenticator() {
        return authenticator;
    }

    public Authorization authorization() {
        return authorization;
    }

    /** For metrics: the requests over HTTPS that are worked on, wait, and were refused. */
    public Turns turns() {
        return onSecure;
    }

    /** For metrics. */
    public int openSessions() {
        return sessions.count();
    }
}
