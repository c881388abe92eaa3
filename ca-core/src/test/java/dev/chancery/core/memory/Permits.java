package dev.chancery.core.memory;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import java.util.EnumSet;

/** People with roles, and what the real access policy lets them do. */
public final class Permits {
    private Permits() {}

    public static Requester person(String name, Role role) {
        return new Requester(name, EnumSet.of(role), NameGrants.everything(), "password");
    }

    /**
     * The policy's permit.
     *
     * @throws AssertionError when the policy says no
     */
    public static Permit of(Requester requester, Permission permission) {
        return of(requester, permission, AccessObject.any());
    }

    public static Permit of(Requester requester, Permission permission, AccessObject object) {
        return new AccessPolicy().decide(requester, permission, object).fold(permit -> permit, reason -> {
            throw new AssertionError(reason);
        });
    }
}
