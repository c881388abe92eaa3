package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Account.PasswordHash;
import dev.chancery.core.access.Role;
import dev.chancery.web.http.Visitor.BrowserSession;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A browser that has signed in. It remembers the account as it was then: when roles or password change, it is over. */
final class Session {
    private final String account;
    private final Set<Role> roles;
    private final Optional<PasswordHash> passwordHash;
    private final String means;
    private final String csrfToken;
    private final Instant opened;
    private volatile Instant used;

    Session(Account account, String means, String csrfToken, Instant opened) {
        this.account = account.name();
        this.roles = account.roles();
        this.passwordHash = account.passwordHash();
        this.means = means;
        this.csrfToken = csrfToken;
        this.opened = opened;
        this.used = opened;
    }

    String account() {
        return account;
    }

    String csrfToken() {
        return csrfToken;
    }

    Instant used() {
        return used;
    }

    void touch(Instant now) {
        used = now;
    }

    boolean over(Instant now, SessionSettings settings) {
        return now.isAfter(used.plus(settings.idle())) || now.isAfter(opened.plus(settings.longest()));
    }

    boolean stillFits(Account now) {
        return !now.disabled()
                && now.roles().equals(roles)
                && now.passwordHash().equals(passwordHash);
    }

    String means() {
        return means;
    }

    BrowserSession view(Account now, SessionSettings settings) {
        return new BrowserSession(csrfToken, opened.plus(settings.longest()), now.mustChangePassword());
    }
}
