package dev.chancery.core.enrollment;

import dev.chancery.core.access.Requester;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.SubjectAltName;
import java.util.ArrayList;
import java.util.List;

/** Why an officer has to look at a request first (SECURITY.md rule 2). */
final class Approvals {
    private Approvals() {}

    /** In words for the requester and the officer; empty when the certificate can be issued at once. */
    static List<String> needed(Grant grant, Requester requester) {
        List<String> because = new ArrayList<>();
        if (grant.profile().approval() == Approval.OFFICER) {
            because.add("An officer approves every certificate of the profile "
                    + grant.profile().name() + ".");
        }
        for (String what : outside(grant, requester)) {
            because.add(outside(what, requester) + " (" + requester.grants().describe() + ").");
        }
        return because;
    }

    /** What is outside of the requester's grant now, and was not when these reasons were given. */
    static List<String> lost(Grant grant, Requester requester, List<String> because) {
        return outside(grant, requester).stream()
                .filter(what ->
                        because.stream().noneMatch(reason -> reason.startsWith(outside(what, requester) + " (")))
                .toList();
    }

    private static List<String> outside(Grant grant, Requester requester) {
        List<String> outside = new ArrayList<>();
        for (SubjectAltName name : grant.names()) {
            if (!requester.grants().cover(name.kind(), name.text())) {
                outside.add("\"" + name.text() + "\"");
            }
        }
        for (Grant.Claim claim : grant.claims()) {
            if (!requester.grants().cover("subject", claim.value())) {
                outside.add(claim.attribute().label() + "=\"" + claim.value() + "\" in the subject");
            }
        }
        return outside;
    }

    private static String outside(String what, Requester requester) {
        return what + " is outside the grant of " + requester.name();
    }
}
