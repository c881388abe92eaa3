package dev.chancery.core.enrollment;

import dev.chancery.core.access.Requester;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which profiles a requester may use. */
final class ProfileChoice {
    private static final int SHOWN = 60;

    private final ProfileCatalog profiles;
    private final Requester requester;

    ProfileChoice(ProfileCatalog profiles, Requester requester) {
        this.profiles = profiles;
        this.requester = requester;
    }

    Optional<ProfileCatalog.Entry> choose(String name, Consumer<Objection> objections) {
        Optional<ProfileCatalog.Entry> profile = profiles.entry(name);
        if (profile.isEmpty()) {
            String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
            objections.accept(new Objection(
                    "profile-unknown",
                    "profile",
                    "There is no profile \"" + shown.replaceAll("\\p{Cntrl}|\\p{Cf}", "?") + "\". " + words(),
                    profiles.nearest(name)
                            .filter(near ->
                                    profiles.find(near).filter(this::usable).isPresent())));
            return Optional.empty();
        }
        if (!usable(profile.get().profile())) {
            objections.accept(Objection.of(
                    "profile-not-usable",
                    "profile",
                    "The profile " + name + " is for "
                            + ProfileUse.words(requester, profile.get().profile()) + ". " + words()));
            return Optional.empty();
        }
        return profile;
    }

    private boolean usable(CertificateProfile profile) {
        return ProfileUse.allows(requester, profile);
    }

    List<CertificateProfile> usable() {
        return profiles.all().stream().filter(this::usable).toList();
    }

    private String words() {
        String names = usable().stream().map(CertificateProfile::name).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "There is none that you may use; ask an administrator for a role."
                : "You may use: " + names + ".";
    }
}
