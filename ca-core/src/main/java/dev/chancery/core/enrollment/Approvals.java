package dev.chancery.core.enrollment;

import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.Requester;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.SubjectAltName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why officers have to look at a request first, and how many (SECURITY.md rule 2 and ESC17). */
final class Approvals {
    private static final int FOR_CROWN_NAMES = 2;

    private final CrownNames crown;

    Approvals(CrownNames crown) {
        this.crown = crown;
    }

    /**
     * What a certificate waits for.
     *
     * @param because in words for the requester and the officer; empty when it can be issued at once
     * @param officers how many different ones have to agree
     */
    record Needed(List<String> because, int officers) {}

    /** The one place that counts officers: what a profile wants and what a name wants is not added up, the larger holds. */
    Needed needed(Grant grant, Requester requester) {
        List<String> because = new ArrayList<>();
        if (grant.profile().approval() == Approval.OFFICER) {
            int officers = grant.profile().officers().orElse(1);
            because.add((officers == 1 ? "An officer approves" : officers + " different officers approve")
                    + " every certificate of the profile " + grant.profile().name() + ".");
        }
        for (String what : outside(grant, requester)) {
            because.add(reason(what, requester));
        }
        int forTheRest = because.isEmpty() ? 0 : grant.profile().officers().orElse(1);
        List<String> crowned = crowned(grant, requester);
        because.addAll(crowned);
        return new Needed(because, Math.max(forTheRest, crowned.isEmpty() ? 0 : FOR_CROWN_NAMES));
    }

    /** Whoever asks; but not the server itself, which nobody could renew in time otherwise. */
    private List<String> crowned(Grant grant, Requester requester) {
        // Equal in every part, so that an account that is merely called "system" is not taken for the server itself.
        if (crown.patterns().isEmpty() || requester.equals(Requester.system())) {
            return List.of();
        }
        List<String> because = new ArrayList<>();
        for (SubjectAltName name : grant.names()) {
            crown.over(name.kind(), name.text()).ifPresent(pattern -> because.add(crowned(quoted(name), pattern)));
        }
        String subject = grant.subject().rfc4514();
        Optional<String> over = crown.over("subject", subject);
        if (because.isEmpty() && over.isPresent()) {
            because.add(crowned("The subject \"" + subject + "\"", over.get()));
        }
        return because;
    }

    private static String quoted(SubjectAltName name) {
        return "\"" + name.text() + "\"";
    }

    static String crowned(String what, String pattern) {
        return what + " falls under the crown name " + pattern + ": two different officers have to approve it, whoever"
                + " asks.";
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
                outside.add(quoted(name));
            }
        }
        for (Grant.Claim claim : grant.claims()) {
            if (!requester.grants().cover("subject", claim.value())) {
                outside.add(claim.attribute().label() + "=\"" + claim.value() + "\" in the subject");
            }
        }
        return outside;
    }

    static String reason(String what, Requester requester) {
        return outside(what, requester) + " (" + requester.grants().describe() + ").";
    }

    private static String outside(String what, Requester requester) {
        return what + " is outside the grant of " + requester.name();
    }
}
