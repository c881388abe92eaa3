package dev.chancery.core.enrollment;

import dev.chancery.core.access.Group;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.profile.CertificateProfile;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may ask for certificates of a profile: by role, and where the profile says so, by name or group. */
public final class ProfileUse {
    private ProfileUse() {}

    public static boolean allows(Requester requester, CertificateProfile profile) {
        // Equal in every part, so that an account that is merely called "system" is not taken for the server itself.
        return requester.equals(Requester.system()) || byRole(requester, profile) && byName(requester, profile);
    }

    static boolean byRole(Requester requester, CertificateProfile profile) {
        for (Role role : requester.roles()) {
            if (profile.usableBy().contains(role.label())) {
                return true;
            }
        }
        return false;
    }

    private static boolean byName(Requester requester, CertificateProfile profile) {
        if (profile.requesters().isEmpty()) {
            return true;
        }
        Set<String> groups =
                requester.grants().groups().stream().map(Group::name).collect(Collectors.toSet());
        return profile.requesters().allows(requester.name(), groups);
    }

    /** Whom it is for, in words that follow {@code is for}. */
    static String words(Requester requester, CertificateProfile profile) {
        if (profile.usableBy().isEmpty()) {
            return "the server's own certificates";
        }
        return byRole(requester, profile)
                ? profile.requesters().words()
                : "people with the role "
                        + String.join(
                                " or ", profile.usableBy().stream().sorted().toList());
    }
}
