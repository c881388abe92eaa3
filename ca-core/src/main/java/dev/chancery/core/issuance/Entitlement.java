package dev.chancery.core.issuance;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;

/** Holds a permit against what it is used for (SECURITY.md rules 7 and 8). */
final class Entitlement {
    private static final String ANY = "*";

    private Entitlement() {}

    /** @throws IllegalStateException when the permit is for something else: a defect of the caller, nothing is issued */
    static void check(Permit permit, IssuanceRequest request) {
        if (permit.permission() == Permission.DECIDE_REQUEST) {
            String number = request.request().map(id -> Long.toString(id)).orElse("none");
            demand(
                    (permit.object().equals(ANY) && request.request().isPresent())
                            || permit.object().equals(number),
                    "a permit to decide request " + permit.object() + " was used for request " + number);
        } else {
            String requester = permit.require(Permission.REQUEST_CERTIFICATE).name();
            String profile = request.grant().profile().name();
            demand(
                    requester.equals(request.requester()),
                    "a permit of " + requester + " was used for a certificate of " + request.requester());
            demand(
                    permit.object().equals(ANY) || permit.object().equals(profile),
                    "a permit for the profile " + permit.object() + " was used for " + profile);
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
