package dev.chancery.web.auth;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;

/** The one place of this module that asks the access policy (SECURITY.md rule 8). */
public final class Authorization {
    private final AccessPolicy policy;

    public Authorization(AccessPolicy policy) {
        this.policy = policy;
    }

    /** @throws ProblemException 403 with the policy's reason */
    public Permit require(Requester requester, Permission permission, AccessObject object) {
        return policy.decide(requester, permission, object).fold(permit -> permit, reason -> {
            throw new ProblemException(Problem.of(403, reason));
        });
    }

    /** For somebody's own account: its password and its tokens. */
    public Permit own(Requester requester) {
        return require(requester, Permission.CHANGE_OWN_PASSWORD, new AccessObject(requester.name(), requester.name()));
    }

    /** For what to show: buttons, whose certificates are listed. */
    public boolean allows(Requester requester, Permission permission, AccessObject object) {
        return policy.decide(requester, permission, object).fold(permit -> true, reason -> false);
    }
}
