package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Account.ApiToken;
import dev.chancery.core.access.Account.PasswordHash;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Role;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.LogText;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Accounts: made, changed, disabled; passwords reset, tokens given and taken. Nothing is ever deleted, since history
 * refers to it. Every change is in the journal with before and after, and ends the account's sessions where it must.
 */
public final class Users {
    private static final Set<String> RESERVED = Set.of("system", "anonymous", LocalAdmin.NAME);
    private static final int MAXIMUM_TOKENS = 50;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Clock clock;
    private final RandomText random;
    private final Groups groups;

    public Users(Accounts accounts, Sessions sessions, Passwords passwords, Clock clock, SecureRandom random) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.clock = clock;
        this.random = new RandomText(random);
        // Under the same lock, so that nobody joins a group while it goes.
        this.groups = new Groups(accounts, this);
    }

    /** @param permit for READ_USERS */
    public List<Account> all(Permit permit) {
        permit.require(Permission.READ_USERS);
        return accounts.all();
    }

    public Groups groups() {
        return groups;
    }

    /** @param permit for MANAGE_USERS, as for every change of somebody else's account */
    public synchronized UserOutcome create(Permit permit, NewAccount wanted) {
        permit.require(Permission.MANAGE_USERS);
        Optional<ShownOnce> secret =
                wanted.withPassword() ? Optional.of(new ShownOnce(random.password())) : Optional.empty();
        if (RESERVED.contains(wanted.name())) {
            return refused(
                    "name-reserved", "name", "\"" + wanted.name() + "\" is the server's own; choose another name.");
        }
        if (accounts.find(wanted.name()).isPresent()) {
            return conflict("name-taken", "name", "There already is an account \"" + wanted.name() + "\".");
        }
        Optional<UserOutcome> unknown = unknownGroup(wanted.groups());
        if (unknown.isPresent()) {
            return unknown.get();
        }
        try {
            Account account = new Account(
                    wanted.name(),
                    wanted.displayName().isBlank()
                            ? wanted.name()
                            : wanted.displayName().strip(),
                    wanted.roles(),
                    wanted.grants(),
                    wanted.groups(),
                    secret.map(password -> passwords.hash(password.text())),
                    wanted.withPassword(),
                    false,
                    List.of(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS));
            String what = "created with roles " + AccountChange.labels(account) + "; names "
                    + account.grants().describe()
                    + (account.groups().isEmpty() ? "" : "; groups " + AccountChange.groups(account));
            accounts.save(account, permit.requester(), what);
            return new UserOutcome.Saved(account, secret);
        } catch (IllegalArgumentException e) {
            return refused("name-form", "name", "\"" + wanted.name() + "\": " + e.getMessage() + ".");
        }
    }

    public UserOutcome change(Permit permit, String name, AccountChange change) {
        permit.require(Permission.MANAGE_USERS);
        return update(name, before -> {
            Account after = change.applyTo(before);
            Optional<UserOutcome> unknown = unknownGroup(after.groups());
            if (unknown.isPresent()) {
                return unknown.get();
            }
            if (activeAdmin(before) && !activeAdmin(after) && lastAdmin(name)) {
                return conflict(
                        "last-admin",
                        after.disabled() ? "disabled" : "roles",
                        name + " is the last admin who can sign in; make another one first.");
            }
            accounts.save(after, permit.requester(), AccountChange.words(before, after));
            if (after.disabled() || !after.roles().equals(before.roles())) {
                sessions.endAll(name);
            }
            return new UserOutcome.Saved(after, Optional.empty());
        });
    }

    /** Gives a random password that must be changed at the next sign-in, and ends every session. */
    public UserOutcome resetPassword(Permit permit, String name) {
        permit.require(Permission.MANAGE_USERS);
        ShownOnce secret = new ShownOnce(random.password());
        PasswordHash hash = passwords.hash(secret.text());
        return update(name, before -> {
            Account after = before.withPassword(hash, true);
            accounts.save(after, permit.requester(), "password reset; must be changed at the next sign-in");
            sessions.endAll(name);
            return new UserOutcome.Saved(after, Optional.of(secret));
        });
    }

    /** @param checked the account whose current password was just proven; a change since then is a conflict */
    UserOutcome changeOwnPassword(Permit permit, Account checked, String fresh) {
        requireFor(permit, checked.name());
        PasswordHash hash = passwords.hash(fresh);
        return update(checked.name(), before -> {
            if (!before.passwordHash().equals(checked.passwordHash())) {
                return conflict("password-changed", "current", "The password was changed by somebody else meanwhile.");
            }
            Account after = before.withPassword(hash, false);
            accounts.save(after, permit.requester(), "changed their own password");
            sessions.endAll(before.name());
            return new UserOutcome.Saved(after, Optional.empty());
        });
    }

    /**
     * @param permit for MANAGE_USERS, or for CHANGE_OWN_PASSWORD on that very account
     * @param label what it is for, in the owner's words
     */
    public UserOutcome addToken(Permit permit, String name, String label, Optional<Instant> expires) {
        requireFor(permit, name);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (label.isBlank() || label.codePointCount(0, label.length()) > 100) {
            return refused("token-label", "label", "A token's label says what it is for, in 1 to 100 characters.");
        }
        if (expires.filter(end -> !end.isAfter(now)).isPresent()) {
            return refused("token-expires", "expires", "The token would have ended already, at " + expires.get() + ".");
        }
        return update(name, before -> {
            if (before.tokens().size() >= MAXIMUM_TOKENS) {
                return conflict(
                        "too-many-tokens", "label", name + " has " + MAXIMUM_TOKENS + " tokens; remove some first.");
            }
            ShownOnce secret = new ShownOnce(random.token());
            String hash = RandomText.sha256Hex(secret.text());
            List<ApiToken> tokens = new ArrayList<>(before.tokens());
            tokens.add(new ApiToken(hash.substring(0, 8), label.strip(), hash, now, expires));
            Account after = before.withTokens(tokens);
            accounts.save(after, permit.requester(), "token " + hash.substring(0, 8) + " added: " + label.strip());
            return new UserOutcome.Saved(after, Optional.of(secret));
        });
    }

    /** @param permit as for {@link #addToken} */
    public UserOutcome removeToken(Permit permit, String name, String token) {
        requireFor(permit, name);
        return update(name, before -> {
            List<ApiToken> left = before.tokens().stream()
                    .filter(one -> !one.id().equals(token))
                    .toList();
            if (left.size() == before.tokens().size()) {
                return new UserOutcome.NotFound(name + " has no token " + token + ".");
            }
            Account after = before.withTokens(left);
            accounts.save(after, permit.requester(), "token " + token + " removed");
            return new UserOutcome.Saved(after, Optional.empty());
        });
    }

    /** One change at a time, so that two admins cannot remove each other as the last one. */
    private synchronized UserOutcome update(String name, Function<Account, UserOutcome> change) {
        return accounts.find(name)
                .map(change)
                .orElseGet(() -> new UserOutcome.NotFound("There is no account \"" + name + "\"."));
    }

    private Optional<UserOutcome> unknownGroup(Set<String> wanted) {
        List<String> known = groups.names();
        return wanted.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .map(name -> refused(
                        "group-unknown",
                        "groups",
                        "There is no group \"" + LogText.escape(name) + "\"; "
                                + (known.isEmpty()
                                        ? "there are none yet."
                                        : "there are " + String.join(", ", known) + ".")));
    }

    private static void requireFor(Permit permit, String name) {
        if (permit.permission() == Permission.CHANGE_OWN_PASSWORD
                && permit.object().equals(name)) {
            return;
        }
        permit.require(Permission.MANAGE_USERS);
    }

    private boolean lastAdmin(String name) {
        return accounts.all().stream().noneMatch(account -> !account.name().equals(name) && activeAdmin(account));
    }

    private static boolean activeAdmin(Account account) {
        return !account.disabled()
                && account.roles().contains(Role.ADMIN)
                && account.passwordHash().isPresent();
    }

    private static UserOutcome refused(String rule, String field, String message) {
        return new UserOutcome.Refused(Objection.of(rule, field, message), false);
    }

    private static UserOutcome conflict(String rule, String field, String message) {
        return new UserOutcome.Refused(Objection.of(rule, field, message), true);
    }
}
