package dev.chancery.web.pages.view;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What can be set about an account, as the form shows it.
 *
 * @param exact names, one per line; so are {@code suffixes} and {@code ranges}
 * @param error what was wrong with the form, possibly empty
 */
public record UserForm(
        String name,
        String displayName,
        List<RoleChoice> roles,
        String exact,
        String suffixes,
        boolean wildcards,
        String ranges,
        boolean all,
        String error) {
    public UserForm {
        roles = List.copyOf(roles);
    }

    /** @param help what somebody with that role may do */
    public record RoleChoice(String value, String help, boolean chosen) {}

    public static UserForm of(Account account) {
        return new UserForm(
                account.name(),
                account.displayName(),
                choices(account.roles()),
                String.join("\n", account.grants().exact()),
                String.join("\n", account.grants().dnsSuffixes()),
                account.grants().wildcards(),
                String.join("\n", account.grants().ipRanges()),
                account.grants().all(),
                "");
    }

    /** The same with what was wrong. */
    public UserForm with(String problem) {
        return new UserForm(name, displayName, roles, exact, suffixes, wildcards, ranges, all, problem);
    }

    public static UserForm empty() {
        return new UserForm("", "", choices(Set.of(Role.REQUESTER)), "", "", false, "", false, "");
    }

    public static List<RoleChoice> choices(Set<Role> chosen) {
        return Arrays.stream(Role.values())
                .map(role -> new RoleChoice(role.label(), help(role), chosen.contains(role)))
                .toList();
    }

    private static String help(Role role) {
        return switch (role) {
            case REQUESTER -> "Asks for certificates and looks after their own.";
            case OFFICER -> "Approves and denies the requests of others, revokes, publishes revocation lists.";
            case AUDITOR -> "Reads everything, the journal as well, and changes nothing.";
            case ADMIN -> "Makes and changes users. Asks for no certificates and approves none.";
        };
    }
}
