package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.HeldGrants;
import dev.chancery.core.access.Role;

/**
 * An account in a list.
 *
 * @param roles in words, {@code officer, requester}
 * @param grants which names it may have issued, in words
 */
public record UserRow(
        String path, String name, String displayName, String roles, String grants, StatusMark state, int tokens) {

    public static UserRow of(Account account, HeldGrants held) {
        return new UserRow(
                "/users/" + account.name(),
                account.name(),
                account.displayName().equals(account.name()) ? "" : account.displayName(),
                roles(account),
                said(held.describe()),
                state(account),
                account.tokens().size());
    }

    static String roles(Account account) {
        return account.roles().isEmpty()
                ? plain("people.noRole")
                : String.join(
                        ", ", account.roles().stream().sorted().map(Role::label).toList());
    }

    static StatusMark state(Account account) {
        if (account.disabled()) {
            return new StatusMark("revoked", plain("people.state.disabled"));
        }
        if (account.passwordHash().isEmpty()) {
            return new StatusMark("valid", plain("people.state.tokens"));
        }
        return account.mustChangePassword()
                ? new StatusMark("soon", plain("people.state.mustChange"))
                : new StatusMark("valid", plain("people.state.active"));
    }
}
