package dev.chancery.web.api;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permit;
import dev.chancery.web.auth.AccountChange;
import dev.chancery.web.auth.NewAccount;
import dev.chancery.web.auth.ShownOnce;
import dev.chancery.web.auth.UserOutcome;
import dev.chancery.web.auth.Users;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/users}: accounts, for admins. */
final class UsersApi {
    private final Users users;

    UsersApi(Users users) {
        this.users = users;
    }

    Reply list(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("users");
        users.all(exchange.permit()).forEach(account -> all.add(UserJson.of(account)));
        return Reply.json(200, body);
    }

    Reply show(Exchange exchange) {
        String name = exchange.variable("name");
        return users.all(exchange.permit()).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .map(account -> Reply.json(200, UserJson.of(account)))
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound("There is no account " + Values.quoted(name) + ".")));
    }

    Reply create(Exchange exchange) {
        JsonFields fields = JsonFields.of(exchange, "name", "displayName", "roles", "grants", "groups", "withPassword");
        NewAccount wanted = new NewAccount(
                fields.requiredText("name"),
                fields.text("displayName").orElse(""),
                UserJson.readRoles(fields).orElse(Set.of()),
                UserJson.readGrants(fields).orElse(NameGrants.nothing()),
                UserJson.readGroups(fields).orElse(Set.of()),
                fields.flag("withPassword").orElse(true));
        return reply(
                users.create(exchange.permit(), wanted),
                (account, secret) -> Reply.json(201, withPassword(account, secret))
                        .with("Location", "/api/v1/users/" + account.name()));
    }

    Reply change(Exchange exchange) {
        JsonFields fields = JsonFields.of(exchange, "displayName", "roles", "grants", "groups", "disabled");
        AccountChange change = new AccountChange(
                fields.text("displayName"),
                UserJson.readRoles(fields),
                UserJson.readGrants(fields),
                UserJson.readGroups(fields),
                fields.flag("disabled"));
        return reply(
                users.change(exchange.permit(), exchange.variable("name"), change),
                (account, secret) -> Reply.json(200, UserJson.of(account)));
    }

    Reply resetPassword(Exchange exchange) {
        JsonFields.of(exchange);
        return reply(
                users.resetPassword(exchange.permit(), exchange.variable("name")),
                (account, secret) -> Reply.json(200, withPassword(account, secret)));
    }

    Reply addToken(Exchange exchange) {
        return addToken(exchange, exchange.permit(), exchange.variable("name"));
    }

    Reply removeToken(Exchange exchange) {
        return removeToken(exchange, exchange.permit(), exchange.variable("name"));
    }

    Reply addToken(Exchange exchange, Permit permit, String account) {
        JsonFields fields = JsonFields.of(exchange, "label", "expires");
        UserOutcome outcome = users.addToken(
                permit,
                account,
                fields.requiredText("label"),
                fields.text("expires").map(text -> Values.instant(text, "expires")));
        return reply(outcome, (changed, secret) -> {
            ObjectNode node =
                    UserJson.token(changed.tokens().get(changed.tokens().size() - 1));
            secret.ifPresent(token -> node.put("token", token.text()));
            return Reply.json(201, node);
        });
    }

    Reply removeToken(Exchange exchange, Permit permit, String account) {
        return reply(
                users.removeToken(permit, account, exchange.variable("token")), (changed, none) -> Reply.status(204));
    }

    private static ObjectNode withPassword(Account account, Optional<ShownOnce> secret) {
        ObjectNode node = UserJson.of(account);
        secret.ifPresent(password -> node.put("password", password.text()));
        return node;
    }

    private static Reply reply(UserOutcome outcome, BiFunction<Account, Optional<ShownOnce>, Reply> saved) {
        return outcome.fold(
                saved,
                message -> {
                    throw new ProblemException(Problem.notFound(message));
                },
                refused -> {
                    throw new ProblemException(Problem.of(refused.conflict() ? 409 : 422, refused.objection()));
                });
    }
}
