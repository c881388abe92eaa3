package dev.chancery.core.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody, authenticated, at the moment of a request.
 *
 * @param name account name; {@code system} for the server itself
 * @param roles what they are here for
 * @param grants which names they may have issued without an approver, their own and their groups'
 * @param means how they proved who they are, for the journal: {@code password}, {@code token}, {@code certificate}
 */
public record Requester(String name, Set<Role> roles, HeldGrants grants, String means) {
    private static final Requester SYSTEM =
            new Requester("system", EnumSet.allOf(Role.class), NameGrants.everything(), "internal");

    public Requester {
        roles = Set.copyOf(roles);
    }

    /** Somebody in no group. Whoever has an account is made by {@link Accounts#requester}, which knows their groups. */
    public Requester(String name, Set<Role> roles, NameGrants grants, String means) {
        this(name, roles, HeldGrants.of(grants), means);
    }

    /** The server acting by itself: first start, its own TLS certificate, scheduled CRLs. */
    public static Requester system() {
        return SYSTEM;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
