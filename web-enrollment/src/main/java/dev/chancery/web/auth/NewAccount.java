package dev.chancery.web.auth;

import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Role;
import java.util.Set;

/**
 * An account to be made.
 *
 * @param displayName empty for the name itself
 * @param withPassword a random first password, to be changed at first login; without one the account has tokens only
 */
public record NewAccount(
        String name, String displayName, Set<Role> roles, NameGrants grants, Set<String> groups, boolean withPassword) {
    public NewAccount {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /** In no group. */
    public NewAccount(String name, String displayName, Set<Role> roles, NameGrants grants, boolean withPassword) {
        this(name, displayName, roles, grants, Set.of(), withPassword);
    }
}
