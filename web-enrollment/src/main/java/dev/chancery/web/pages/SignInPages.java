package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.x509.Objection;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.BrowserDoor;
import dev.chancery.web.auth.SignIn;
import dev.chancery.web.auth.SignInOutcome;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Form;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.http.Visitor;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.PasswordView;
import dev.chancery.web.pages.view.SignInView;
import java.time.Duration;
import java.util.List;

/** Signing in and out, and the password. */
final class SignInPages {
    private static final String START = "/overview";

    private final SignIn signIn;
    private final Authorization authorization;
    private final Frames frames;
    private final Templates templates;

    SignInPages(SignIn signIn, Authorization authorization, Frames frames, Templates templates) {
        this.signIn = signIn;
        this.authorization = authorization;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access evenThen = Access.signedIn().evenWithOldPassword();
        return List.of(
                Route.page(Method.GET, BrowserDoor.SIGN_IN, Access.open(), this::ask),
                SentForm.route(BrowserDoor.SIGN_IN, Access.open(), this::enter, this::askAgain),
                Route.page(Method.POST, "/sign-out", evenThen, this::leave),
                Route.page(Method.GET, BrowserDoor.PASSWORD, evenThen, this::askPassword),
                Route.page(Method.POST, BrowserDoor.PASSWORD, evenThen, this::changePassword));
    }

    private Reply ask(Exchange exchange) {
        String next = next(exchange.query().text("next").orElse("/"));
        if (exchange.visitor().requester().isPresent()) {
            return Reply.seeOther(next);
        }
        return show(exchange, 200, next, "", "");
    }

    /** Without the password, which never goes back. */
    private Reply askAgain(Exchange exchange) {
        Form form = exchange.form();
        return show(
                exchange,
                200,
                next(form.text("next").orElse("/")),
                form.text("name").orElse(""),
                "");
    }

    private Reply enter(Exchange exchange) {
        Form form = exchange.form();
        String next = next(form.text("next").orElse("/"));
        String name = form.text("name").orElse("");
        SignInOutcome outcome = form.text("with").filter("certificate"::equals).isPresent()
                ? signIn.withCertificate(exchange.head())
                : signIn.withPassword(
                        exchange.head(), name, form.fields().first("password").orElse(""));
        return outcome.fold(
                in -> Reply.seeOther(in.mustChangePassword() ? BrowserDoor.PASSWORD : next)
                        .with("Set-Cookie", in.cookie()),
                message -> show(exchange, 401, next, name, said(message)),
                wait -> show(exchange, 429, next, name, tooMany(wait))
                        .with("Retry-After", Long.toString(wait.toSeconds() + 1)));
    }

    private Reply leave(Exchange exchange) {
        String cookie = signIn.out(exchange.head(), exchange.requester());
        return Reply.seeOther("/").with("Set-Cookie", cookie);
    }

    private Reply askPassword(Exchange exchange) {
        return showPassword(exchange, 200, "", "");
    }

    private Reply changePassword(Exchange exchange) {
        Form form = exchange.form();
        String fresh = form.fields().first("password").orElse("");
        if (!fresh.equals(form.fields().first("repeated").orElse(""))) {
            return showPassword(exchange, 422, "", plain("account.password.differ"));
        }
        return signIn.changePassword(
                        exchange.head(),
                        authorization.own(exchange.requester()),
                        form.fields().first("current").orElse(""),
                        fresh)
                .fold(
                        cookie -> Reply.seeOther(START).with("Set-Cookie", cookie),
                        objection -> objected(exchange, objection),
                        wait -> showPassword(exchange, 429, tooMany(wait), ""));
    }

    private Reply objected(Exchange exchange, Objection objection) {
        boolean current = objection.field().equals("current");
        return showPassword(
                exchange, 422, current ? said(objection.message()) : "", current ? "" : said(objection.message()));
    }

    /** A path of this server, and the start page of the signed-in where there is none. */
    private static String next(String wished) {
        String path = SignIn.localPath(wished);
        return path.equals("/") ? START : path;
    }

    private static String tooMany(Duration wait) {
        return counted(wait.toSeconds() + 1, "account.signIn.tooMany");
    }

    private Reply show(Exchange exchange, int status, String next, String name, String error) {
        return templates.show(
                status,
                "sign-in",
                new SignInView(
                        frames.of(exchange, plain("word.signIn"), Section.NONE),
                        next,
                        name,
                        error,
                        !exchange.head().peer().isEmpty()));
    }

    private Reply showPassword(Exchange exchange, int status, String currentError, String freshError) {
        boolean forced = exchange.visitor()
                .session()
                .filter(Visitor.BrowserSession::mustChangePassword)
                .isPresent();
        return templates.show(
                status,
                "password",
                new PasswordView(
                        frames.of(exchange, plain("account.password.change"), Section.NONE),
                        forced,
                        currentError,
                        freshError));
    }
}
