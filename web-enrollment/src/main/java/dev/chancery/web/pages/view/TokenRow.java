package dev.chancery.web.pages.view;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Account.ApiToken;
import java.util.List;
import java.util.Optional;

/** An API token: never its text, which was shown once. */
public record TokenRow(String id, String label, Moment created, Optional<Moment> expires, boolean over) {
    static List<TokenRow> of(Account account, Moments moments) {
        return account.tokens().stream().map(token -> of(token, moments)).toList();
    }

    private static TokenRow of(ApiToken token, Moments moments) {
        return new TokenRow(
                token.id(),
                token.label(),
                moments.at(token.created()),
                token.expires().map(moments::at),
                token.expires().filter(end -> !moments.now().isBefore(end)).isPresent());
    }
}
