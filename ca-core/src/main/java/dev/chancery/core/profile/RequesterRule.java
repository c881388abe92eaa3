package dev.chancery.core.profile;

import java.util.Set;
import java.util.TreeSet;

/**
 * Who of those with the right role may ask. Everybody when both are empty, else whoever is named or in one of the groups.
 *
 * @param users account names
 * @param groups names of groups of accounts
 */
public record RequesterRule(Set<String> users, Set<String> groups) {
    public RequesterRule {
        users = Set.copyOf(users);
        groups = Set.copyOf(groups);
        check("users", users, "[a-z0-9][a-z0-9._@-]{0,63}", "an account, such as rita");
        check("groups", groups, "[a-z0-9][a-z0-9._-]{0,63}", "a group, such as web-team");
    }

    public static RequesterRule defaults() {
        return new RequesterRule(Set.of(), Set.of());
    }

    private static void check(String key, Set<String> names, String form, String what) {
        for (String name : names) {
            if (!name.matches(form)) {
                throw new IllegalArgumentException(
                        key + ": " + Quoted.of(name) + " is no name of " + what + ": a-z, 0-9, '.', '_', '-'");
            }
        }
    }

    public boolean isEmpty() {
        return users.isEmpty() && groups.isEmpty();
    }

    /** @param memberships names of the groups that the user is in */
    public boolean allows(String user, Set<String> memberships) {
        return isEmpty() || users.contains(user) || memberships.stream().anyMatch(groups::contains);
    }

    /** {@code the users rita and the groups web-team}. */
    public String words() {
        String named = users.isEmpty() ? "" : "the users " + String.join(", ", new TreeSet<>(users));
        String grouped = groups.isEmpty() ? "" : "the groups " + String.join(", ", new TreeSet<>(groups));
        return named + (named.isEmpty() || grouped.isEmpty() ? "" : " and ") + grouped;
    }
}
