package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.UserOutcome;
import dev.chancery.web.auth.Users;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.ProspectsView;
import dev.chancery.web.pages.view.UserForm;
import dev.chancery.web.pages.view.UserView;
import dev.chancery.web.pages.view.UserView.Note;
import dev.chancery.web.pages.view.UserView.Secret;
import java.util.List;
import java.util.Optional;

/** One's own account: what it may do, its password and its tokens. */
final class AccountPage {
    private final Enrollment enrollment;
    private final Users users;
    private final Accounts accounts;
    private final Authorization authorization;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    AccountPage(
            Enrollment enrollment,
            Users users,
            Accounts accounts,
            Authorization authorization,
            Moments moments,
            Frames frames,
            Templates templates) {
        this.enrollment = enrollment;
        this.users = users;
        this.accounts = accounts;
        this.authorization = authorization;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(
                Route.page(Method.GET, "/account", Access.signedIn(), this::open),
                Route.page(Method.POST, "/account/tokens", Access.signedIn(), this::addToken),
                Route.page(Method.POST, "/account/tokens/removal", Access.signedIn(), this::removeToken));
    }

    private Reply open(Exchange exchange) {
        Account account = required(exchange);
        return show(exchange, 200, account, UserForm.of(account, List.of()), Note.none());
    }

    private Reply addToken(Exchange exchange) {
        Requester who = exchange.requester();
        TokenFields fields = TokenFields.of(exchange.form(), moments.now());
        return saved(
                exchange, users.addToken(authorization.own(who), who.name(), fields.label(), fields.expires()), "");
    }

    private Reply removeToken(Exchange exchange) {
        Requester who = exchange.requester();
        String token = exchange.form().text("token").orElse("");
        return saved(
                exchange,
                users.removeToken(authorization.own(who), who.name(), token),
                plain("account.tokens.removed"));
    }

    private Reply saved(Exchange exchange, UserOutcome outcome, String message) {
        return outcome.fold(
                (account, secret) -> show(
                        exchange,
                        200,
                        account,
                        UserForm.of(account, List.of()),
                        new Note(message, secret.map(one -> new Secret("token", one.text())))),
                missing -> {
                    throw new ProblemException(Problem.notFound(missing));
                },
                refused -> {
                    Account account = required(exchange);
                    UserForm form = UserForm.of(account, List.of())
                            .with(said(refused.objection().message()));
                    return show(exchange, refused.conflict() ? 409 : 422, account, form, Note.none());
                });
    }

    private Account required(Exchange exchange) {
        return accounts.find(exchange.requester().name())
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        plain("account.noAccount", exchange.requester().name()))));
    }

    private Optional<ProspectsView> prospects(Exchange exchange) {
        Requester who = exchange.requester();
        return authorization.allows(who, Permission.REQUEST_CERTIFICATE, AccessObject.any())
                ? Optional.of(ProspectsView.of(enrollment.prospects(
                        authorization.require(who, Permission.REQUEST_CERTIFICATE, AccessObject.any()))))
                : Optional.empty();
    }

    private Reply show(Exchange exchange, int status, Account account, UserForm form, Note note) {
        return templates.show(
                status,
                "account",
                UserView.of(
                                frames.of(exchange, plain("account.title"), Section.NONE),
                                "/account",
                                account,
                                exchange.requester().grants(),
                                form,
                                note,
                                false,
                                true,
                                moments)
                        .with(prospects(exchange)));
    }
}
