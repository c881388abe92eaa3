package dev.chancery.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A local account.
 *
 * @param grants its own; what its groups grant comes on top
 * @param groups names of the groups that it is in
 * @param passwordHash Argon2id in PHC text form; empty when the account has tokens only. Never shown or logged.
 * @param tokens API tokens, stored as SHA-256 only
 * @param disabled cannot sign in; certificates and history remain
 */
public record Account(
        String name,
        String displayName,
        Set<Role> roles,
        NameGrants grants,
        Set<String> groups,
        Optional<PasswordHash> passwordHash,
        boolean mustChangePassword,
        boolean disabled,
        List<ApiToken> tokens,
        Instant created) {
    public Account {
        if (!name.matches("[a-z0-9][a-z0-9._@-]{0,63}")) {
            throw new IllegalArgumentException(
                    "an account name is 1 to 64 of a-z, 0-9, '.', '_', '-', '@' and begins with a letter or digit");
        }
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
        tokens = List.copyOf(tokens);
    }

    /** The same in these groups instead. */
    public Account inGroups(Set<String> names) {
        return new Account(
                name, displayName, roles, grants, names, passwordHash, mustChangePassword, disabled, tokens, created);
    }

    /** The same with another password. */
    public Account withPassword(PasswordHash hash, boolean mustChange) {
        return new Account(
                name, displayName, roles, grants, groups, Optional.of(hash), mustChange, disabled, tokens, created);
    }

    /** The same with these tokens instead. */
    public Account withTokens(List<ApiToken> others) {
        return new Account(
                name, displayName, roles, grants, groups, passwordHash, mustChangePassword, disabled, others, created);
    }

    /** Prints as {@code ***}, so that no log line can leak it. */
    public record PasswordHash(String phc) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * A bearer token of the REST API.
     *
     * @param sha256Hex of the token's text; the text itself is shown once and forgotten
     */
    public record ApiToken(String id, String label, String sha256Hex, Instant created, Optional<Instant> expires) {
        @Override
        public String toString() {
            return "token " + id;
        }
    }
}
