package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.HeldGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.web.auth.AccountChange;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.UserOutcome;
import dev.chancery.web.auth.Users;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.UserForm;
import dev.chancery.web.pages.view.UserForm.GroupChoice;
import dev.chancery.web.pages.view.UserListView;
import dev.chancery.web.pages.view.UserRow;
import dev.chancery.web.pages.view.UserView;
import dev.chancery.web.pages.view.UserView.Note;
import dev.chancery.web.pages.view.UserView.Secret;
import java.util.List;
import java.util.Optional;

/** Accounts, for administrators to manage and auditors to read. */
final class UserPages {
    private final Users users;
    private final Accounts accounts;
    private final Authorization authorization;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    UserPages(
            Users users,
            Accounts accounts,
            Authorization authorization,
            Moments moments,
            Frames frames,
            Templates templates) {
        this.users = users;
        this.accounts = accounts;
        this.authorization = authorization;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access read = Access.needs(Permission.READ_USERS);
        Access manage = Access.needs(Permission.MANAGE_USERS);
        return List.of(
                Route.page(Method.GET, "/users", read, exchange -> list(exchange, 200, UserForm.empty(known()), false)),
                SentForm.route("/users", manage, this::create, this::typedNew),
                Route.page(Method.GET, "/users/{name}", read, this::open),
                SentForm.route("/users/{name}", manage, this::change, this::typed),
                Route.page(Method.POST, "/users/{name}/password", manage, this::resetPassword),
                Route.page(Method.POST, "/users/{name}/state", manage, this::changeState),
                Route.page(Method.POST, "/users/{name}/tokens", manage, this::addToken),
                Route.page(Method.POST, "/users/{name}/tokens/removal", manage, this::removeToken));
    }

    private Reply list(Exchange exchange, int status, UserForm form, boolean adding) {
        List<UserRow> rows = accounts.all().stream()
                .map(account -> UserRow.of(account, held(account)))
                .toList();
        return templates.show(
                status,
                "users",
                new UserListView(
                        frames.of(exchange, plain("people.users.title"), Section.USERS),
                        rows,
                        form,
                        mayManage(exchange),
                        adding));
    }

    private Reply create(Exchange exchange) {
        UserFields fields = UserFields.of(exchange.form());
        UserOutcome outcome;
        try {
            outcome = users.create(exchange.permit(), fields.toNewAccount());
        } catch (IllegalArgumentException e) {
            return list(exchange, 422, fields.again(known(), GrantEntry.sentence(e)), true);
        }
        return outcome.fold(
                (account, secret) -> show(
                        exchange,
                        200,
                        account,
                        UserForm.of(account, known()),
                        new Note(
                                plain("people.users.added", account.name()),
                                secret.map(one -> new Secret("password", one.text())))),
                message -> list(exchange, 404, fields.again(known(), message), true),
                refused -> list(
                        exchange,
                        refused.conflict() ? 409 : 422,
                        fields.again(known(), said(refused.objection().message())),
                        true));
    }

    private Reply typedNew(Exchange exchange) {
        return list(exchange, 200, UserFields.of(exchange.form()).again(known(), ""), true);
    }

    private Reply typed(Exchange exchange) {
        Account account = required(exchange);
        UserFields fields = UserFields.of(exchange.form()).named(account.name());
        return show(exchange, 200, account, fields.again(known(), ""), Note.none());
    }

    private Reply open(Exchange exchange) {
        Account account = required(exchange);
        return show(exchange, 200, account, UserForm.of(account, known()), Note.none());
    }

    private Reply change(Exchange exchange) {
        Account account = required(exchange);
        UserFields fields = UserFields.of(exchange.form()).named(account.name());
        try {
            return saved(
                    exchange,
                    users.change(exchange.permit(), account.name(), fields.toChange()),
                    fields,
                    plain("people.users.saved"),
                    "");
        } catch (IllegalArgumentException e) {
            return show(exchange, 422, account, fields.again(known(), GrantEntry.sentence(e)), Note.none());
        }
    }

    private Reply resetPassword(Exchange exchange) {
        Account account = required(exchange);
        return saved(
                exchange,
                users.resetPassword(exchange.permit(), account.name()),
                Optional.empty(),
                plain("people.users.password.new"),
                "password");
    }

    private Reply changeState(Exchange exchange) {
        Account account = required(exchange);
        boolean disable = !account.disabled();
        AccountChange change =
                new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(disable));
        return saved(
                exchange,
                users.change(exchange.permit(), account.name(), change),
                Optional.empty(),
                disable ? plain("people.users.disabled") : plain("people.users.enabled"),
                "");
    }

    private Reply addToken(Exchange exchange) {
        Account account = required(exchange);
        TokenFields fields = TokenFields.of(exchange.form(), moments.now());
        return saved(
                exchange,
                users.addToken(exchange.permit(), account.name(), fields.label(), fields.expires()),
                Optional.empty(),
                "",
                "token");
    }

    private Reply removeToken(Exchange exchange) {
        Account account = required(exchange);
        return saved(
                exchange,
                users.removeToken(
                        exchange.permit(),
                        account.name(),
                        exchange.form().text("token").orElse("")),
                Optional.empty(),
                plain("account.tokens.removed"),
                "");
    }

    private Reply saved(Exchange exchange, UserOutcome outcome, UserFields fields, String message, String secret) {
        return saved(exchange, outcome, Optional.of(fields), message, secret);
    }

    private Reply saved(
            Exchange exchange, UserOutcome outcome, Optional<UserFields> fields, String message, String secretKind) {
        return outcome.fold(
                (account, secret) -> show(
                        exchange,
                        200,
                        account,
                        UserForm.of(account, known()),
                        new Note(message, secret.map(one -> new Secret(secretKind, one.text())))),
                missing -> {
                    throw new ProblemException(Problem.notFound(missing));
                },
                refused -> {
                    Account account = required(exchange);
                    String error = said(refused.objection().message());
                    UserForm form = fields.map(sent -> sent.again(known(), error))
                            .orElseGet(() -> UserForm.of(account, known()).with(error));
                    return show(exchange, refused.conflict() ? 409 : 422, account, form, Note.none());
                });
    }

    private Account required(Exchange exchange) {
        String name = exchange.variable("name");
        return accounts.find(name)
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound(plain("people.users.notFound", LogText.escape(name)))));
    }

    private HeldGrants held(Account account) {
        return accounts.requester(account, "none").grants();
    }

    private List<GroupChoice> known() {
        return UserForm.groups(accounts.groups());
    }

    private boolean mayManage(Exchange exchange) {
        return authorization.allows(exchange.requester(), Permission.MANAGE_USERS, AccessObject.any());
    }

    private Reply show(Exchange exchange, int status, Account account, UserForm form, Note note) {
        return templates.show(
                status,
                "user",
                UserView.of(
                        frames.of(exchange, account.name(), Section.USERS),
                        "/users/" + account.name(),
                        account,
                        held(account),
                        form,
                        note,
                        mayManage(exchange),
                        false,
                        moments));
    }
}
