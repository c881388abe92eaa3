package dev.chancery.core.enrollment;

import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.HeldGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import java.util.List;

/**
 * What somebody may ask for, told before they ask.
 *
 * @param held names that they get at once
 * @param profiles kinds of certificates that they may choose from
 * @param crown which crown names are among their own, and so need two officers all the same
 * @param otherCrown whether there are crown names besides
 */
public record Prospects(HeldGrants held, List<OfProfile> profiles, List<String> crown, boolean otherCrown) {
    public Prospects {
        profiles = List.copyOf(profiles);
        crown = List.copyOf(crown);
    }

    /** @param officers how many have to approve each certificate of it, whatever the names */
    public record OfProfile(String name, String title, int officers) {}

    static Prospects of(Requester requester, ProfileCatalog catalog, CrownNames crown) {
        List<OfProfile> profiles = new ProfileChoice(catalog, requester)
                .usable().stream().map(Prospects::of).toList();
        List<String> own = crown.patterns().stream()
                .filter(pattern -> covers(requester.grants(), pattern))
                .toList();
        return new Prospects(
                requester.grants(), profiles, own, own.size() < crown.patterns().size());
    }

    private static OfProfile of(CertificateProfile profile) {
        return new OfProfile(profile.name(), profile.title(), profile.approval() == Approval.OFFICER ? 1 : 0);
    }

    /** Ranges of addresses are left out: one can be partly somebody's. */
    private static boolean covers(HeldGrants held, String pattern) {
        boolean range = pattern.contains("/");
        boolean address = pattern.contains(":") || pattern.matches("[0-9.]+");
        return !range && held.cover(address ? "ip" : "dns", pattern.replaceFirst("^(\\*\\.|\\.)", ""));
    }
}
