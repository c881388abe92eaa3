package dev.chancery.web.api;

import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Permit;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Reply;

/** {@code /api/v1/account}: whoever asks, their rights and their tokens. */
final class OwnAccountApi {
    private final Accounts accounts;
    private final UsersApi users;
    private final Authorization authorization;

    OwnAccountApi(Accounts accounts, UsersApi users, Authorization authorization) {
        this.accounts = accounts;
        this.users = users;
        this.authorization = authorization;
    }

    Reply show(Exchange exchange) {
        return accounts.find(exchange.requester().name())
                .map(account -> Reply.json(200, UserJson.of(account)))
                .orElseGet(() -> Reply.json(200, UserJson.of(exchange.requester())));
    }

    Reply addToken(Exchange exchange) {
        return users.addToken(exchange, own(exchange), exchange.requester().name());
    }

    Reply removeToken(Exchange exchange) {
        return users.removeToken(exchange, own(exchange), exchange.requester().name());
    }

    private Permit own(Exchange exchange) {
        return authorization.own(exchange.requester());
    }
}
