package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What can be set about an account, as the form shows it.
 *
 * @param tokensOnly whether a new account gets no password
 * @param error what was wrong with the form, possibly empty
 */
public record UserForm(
        String name,
        String displayName,
        List<RoleChoice> roles,
        GrantForm grants,
        List<GroupChoice> groups,
        boolean tokensOnly,
        String error) {
    public UserForm {
        roles = List.copyOf(roles);
        groups = List.copyOf(groups);
    }

    /** @param help what somebody with that role may do */
    public record RoleChoice(String value, String help, boolean chosen) {}

    /** @param help what the group is for and what it grants */
    public record GroupChoice(String value, String help, boolean chosen) {}

    public static UserForm of(Account account, List<GroupChoice> known) {
        return new UserForm(
                account.name(),
                account.displayName(),
                choices(account.roles()),
                GrantForm.of(account.grants()),
                chosen(known, account.groups()),
                false,
                "");
    }

    /** The same with what was wrong. */
    public UserForm with(String problem) {
        return new UserForm(name, displayName, roles, grants, groups, tokensOnly, problem);
    }

    public static UserForm empty(List<GroupChoice> known) {
        return new UserForm("", "", choices(Set.of(Role.REQUESTER)), GrantForm.empty(), known, false, "");
    }

    public static List<RoleChoice> choices(Set<Role> chosen) {
        return Arrays.stream(Role.values())
                .map(role -> new RoleChoice(role.label(), help(role), chosen.contains(role)))
                .toList();
    }

    public static List<GroupChoice> groups(List<Group> groups) {
        return groups.stream()
                .map(group -> new GroupChoice(
                        group.name(),
                        (group.description().isEmpty() ? "" : group.description() + ": ")
                                + said(group.grants().describe()),
                        false))
                .toList();
    }

    public static List<GroupChoice> chosen(List<GroupChoice> known, Set<String> chosen) {
        return known.stream()
                .map(group -> new GroupChoice(group.value(), group.help(), chosen.contains(group.value())))
                .toList();
    }

    private static String help(Role role) {
        return switch (role) {
            case REQUESTER -> plain("people.role.requester");
            case OFFICER -> plain("people.role.officer");
            case AUDITOR -> plain("people.role.auditor");
            case ADMIN -> plain("people.role.admin");
        };
    }
}
