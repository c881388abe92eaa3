package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Gate.Admission;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Route;
import dev.chancery.web.http.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;

/** The door for people: the session's cookie, the CSRF token, and where to send whoever has none. */
public final class BrowserDoor {
    /** Where people sign in; takes {@code next}, a path to go on to. */
    public static final String SIGN_IN = "/sign-in";
    /** Where a password is changed; the only page there is while it must be. */
    public static final String PASSWORD = "/password";
    /** Sent by a page that refreshes itself, so that an open window does not keep its session alive. */
    static final String BACKGROUND = "X-Background";

    private final Sessions sessions;
    private final Accounts accounts;

    public BrowserDoor(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    Admission admit(Exchange exchange, Route route, Function<Visitor, Admission> enter) {
        RequestHead head = exchange.head();
        boolean unsafe = !route.method().safe();
        if (unsafe && !SameOrigin.proven(head)) {
            return refuse(403, "This form was not sent by a page of this server, so nothing was changed.");
        }
        Visitor visitor = visitor(head);
        if (route.access().kind() == Access.Kind.OPEN) {
            return enter.apply(visitor);
        }
        if (visitor.session().isEmpty()) {
            return unsafe
                    ? refuse(401, "Your session has ended, so nothing was changed. Sign in, then send it again.")
                    : divert(head, SIGN_IN + "?next=" + next(head));
        }
        if (visitor.session().get().mustChangePassword() && !route.access().withOldPassword()) {
            return divert(head, PASSWORD);
        }
        if (unsafe && !provesToken(exchange, visitor.session().get().csrfToken())) {
            return refuse(
                    403, "The form has grown too old, so nothing was changed. Load the page again and resend it.");
        }
        return enter.apply(visitor);
    }

    /** Who holds the cookie; the session of an account that has changed since sign-in ends here. */
    private Visitor visitor(RequestHead head) {
        Optional<String> cookie = head.secure() ? head.cookie(Sessions.COOKIE) : Optional.empty();
        boolean touch = head.header(BACKGROUND).isEmpty();
        Optional<Session> found = cookie.flatMap(id -> sessions.find(id, touch));
        if (found.isEmpty()) {
            return Visitor.anonymous();
        }
        Session session = found.get();
        Optional<Account> account = accounts.find(session.account()).filter(session::stillFits);
        if (account.isEmpty()) {
            sessions.end(cookie.orElseThrow());
            return Visitor.anonymous();
        }
        return new Visitor(
                account.map(now -> accounts.requester(now, session.means())),
                account.map(now -> session.view(now, sessions.settings())));
    }

    private static boolean provesToken(Exchange exchange, String expected) {
        String sent = exchange.head()
                .header("X-CSRF-Token")
                .orElseGet(() -> exchange.head().contentType().isPresent()
                        ? exchange.form().text("csrf").orElse("")
                        : "");
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static Admission refuse(int status, String detail) {
        Problem problem = Problem.of(status, detail);
        return new Admission.Refused(
                status == 401 ? problem.with("WWW-Authenticate", "Cookie realm=\"chancery\"") : problem,
                Visitor.anonymous());
    }

    /** A fragment cannot show the sign-in page in its place; htmx moves the whole page instead. */
    private static Admission divert(RequestHead head, String path) {
        return new Admission.Diverted(
                head.wantsFragment() ? Reply.status(200).with("HX-Redirect", path) : Reply.seeOther(path));
    }

    private static String next(RequestHead head) {
        String from = head.wantsFragment() ? "/" : head.path();
        return URLEncoder.encode(from, StandardCharsets.UTF_8);
    }
}
