package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.RequestHead;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Signing in with a password or a client certificate, signing out, and changing one's own password. */
public final class SignIn {
    private static final String UNKNOWN = "The name or the password is not right.";

    private final Accounts accounts;
    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final ClientCertificates certificates;
    private final SignInRecords records;
    private final Delays delays;

    public SignIn(
            Accounts accounts,
            Users users,
            Passwords passwords,
            Sessions sessions,
            ClientCertificates certificates,
            Journal journal,
            Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.certificates = certificates;
        this.records = new SignInRecords(journal, clock);
        this.delays = new Delays(clock);
    }

    /** Ends the session that the browser had before, if any. */
    public SignInOutcome withPassword(RequestHead head, String name, String password) {
        String account = name.strip().toLowerCase(Locale.ROOT);
        Duration left = delays.attempt(account, head.remoteAddress());
        Optional<Account> found = accounts.find(account);
        if (!left.isZero()) {
            records.failed("sign-in-delayed", shown(found), head.remoteAddress());
            return new SignInOutcome.Delayed(left);
        }
        // Hashed in any case, so that the time tells nothing about which accounts exist.
        boolean right = passwords.matches(password, found.flatMap(Account::passwordHash));
        if (!right || found.isEmpty() || found.get().disabled()) {
            records.failed("sign-in-failed", shown(found), head.remoteAddress());
            return new SignInOutcome.Refused(UNKNOWN);
        }
        delays.succeeded(account, head.remoteAddress());
        return open(head, found.get(), "password");
    }

    /** With the certificate that the browser showed in the TLS handshake. */
    public SignInOutcome withCertificate(RequestHead head) {
        return certificates
                .authenticate(head.peer())
                .fold(
                        requester -> accounts.find(requester.name())
                                .map(account -> open(head, account, "certificate"))
                                .orElseGet(() -> new SignInOutcome.Refused(UNKNOWN)),
                        () -> new SignInOutcome.Refused("The browser showed no client certificate."),
                        SignInOutcome.Refused::new);
    }

    private static String shown(Optional<Account> found) {
        return found.map(Account::name).orElse("unknown account");
    }

    private SignInOutcome open(RequestHead head, Account account, String means) {
        records.succeeded(accounts.requester(account, means), head.remoteAddress());
        head.cookie(Sessions.COOKIE).ifPresent(sessions::end);
        return new SignInOutcome.SignedIn(sessions.open(account, means), account.mustChangePassword());
    }

    /** Returns the {@code Set-Cookie} value that makes the browser forget. */
    public String out(RequestHead head, Requester who) {
        head.cookie(Sessions.COOKIE).ifPresent(sessions::end);
        records.signedOut(who);
        return Sessions.forget();
    }

    /**
     * Ends every session of the account and opens a new one for this browser.
     *
     * @param permit for CHANGE_OWN_PASSWORD, {@link Authorization#own}
     */
    public PasswordChangeOutcome changePassword(RequestHead head, Permit permit, String current, String fresh) {
        Requester who = permit.require(Permission.CHANGE_OWN_PASSWORD);
        Optional<Account> found = accounts.find(who.name()).filter(account -> !account.disabled());
        if (found.isEmpty()) {
            return refused("current", "no-account", who.name() + " has no account with a password here.");
        }
        Duration left = delays.attempt(who.name(), head.remoteAddress());
        if (!left.isZero()) {
            return new PasswordChangeOutcome.Delayed(left);
        }
        if (!passwords.matches(current, found.get().passwordHash())) {
            records.failed("password-change-failed", who.name(), head.remoteAddress());
            return refused("current", "password-wrong", "The current password is not right.");
        }
        delays.succeeded(who.name(), head.remoteAddress());
        if (current.equals(fresh)) {
            return refused("password", "password-unchanged", "The new password is the old one; choose another.");
        }
        return PasswordRule.check(fresh, who.name())
                .<PasswordChangeOutcome>map(PasswordChangeOutcome.Refused::new)
                .orElseGet(() -> save(permit, found.get(), fresh));
    }

    private PasswordChangeOutcome save(Permit permit, Account before, String fresh) {
        return users.changeOwnPassword(permit, before, fresh)
                .fold(
                        (account, none) -> new PasswordChangeOutcome.Changed(
                                sessions.open(account, permit.requester().means())),
                        message -> refused("current", "no-account", message),
                        refused -> new PasswordChangeOutcome.Refused(refused.objection()));
    }

    private static PasswordChangeOutcome refused(String field, String rule, String message) {
        return new PasswordChangeOutcome.Refused(Objection.of(rule, field, message));
    }

    /** Where to go after signing in: a path of this server, or {@code /} when {@code next} is anything else. */
    public static String localPath(String next) {
        boolean local = next.matches("/([A-Za-z0-9._~-][A-Za-z0-9._~/%?=&-]*)?") && !next.contains("//");
        return local ? next : "/";
    }
}
