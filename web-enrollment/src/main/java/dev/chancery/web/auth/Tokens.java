package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Account.ApiToken;
import dev.chancery.core.access.Accounts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Bearer tokens (RFC 6750), known by their SHA-256 only. */
final class Tokens {
    private static final String UNKNOWN = "This token is not known here; it may have been removed.";

    private final Accounts accounts;
    private final LocalAdmin localAdmin;
    private final Clock clock;

    Tokens(Accounts accounts, LocalAdmin localAdmin, Clock clock) {
        this.accounts = accounts;
        this.localAdmin = localAdmin;
        this.clock = clock;
    }

    /** @param token its text, as sent */
    Authentication authenticate(String token) {
        String hash = RandomText.sha256Hex(token);
        if (localAdmin.holds(hash)) {
            return new Authentication.Known(localAdmin.requester());
        }
        if (!token.startsWith(RandomText.TOKEN_PREFIX)) {
            return new Authentication.Failed(UNKNOWN);
        }
        Optional<Account> owner = accounts.findByTokenSha256(hash);
        return owner.flatMap(account -> token(account, hash))
                .map(found -> judge(owner.get(), found))
                .orElseGet(() -> new Authentication.Failed(UNKNOWN));
    }

    private static Optional<ApiToken> token(Account account, String hash) {
        return account.tokens().stream()
                .filter(token -> token.sha256Hex().equals(hash))
                .findFirst();
    }

    private Authentication judge(Account account, ApiToken token) {
        Instant now = clock.instant();
        if (account.disabled()) {
            return new Authentication.Failed("The account " + account.name() + " is disabled.");
        }
        if (token.expires().filter(end -> !now.isBefore(end)).isPresent()) {
            return new Authentication.Failed(
                    "This token ended at " + token.expires().get() + "; make a new one.");
        }
        return new Authentication.Known(accounts.requester(account, "token"));
    }
}
