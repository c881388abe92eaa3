package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.profileText;

import dev.chancery.core.ceremony.Ceremony;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.ValidityLength;
import java.util.Optional;

/** What a profile is called by people, also when its file is gone. */
final class ProfileTitles {
    private final ProfileCatalog profiles;

    ProfileTitles(ProfileCatalog profiles) {
        this.profiles = profiles;
    }

    String of(String name) {
        return name.equals(Ceremony.PROFILE)
                ? plain("profiles.authority")
                : profiles.find(name)
                        .map(profile -> profileText(profile.title()))
                        .orElse(name);
    }

    /** How long its certificates are valid when nobody says otherwise; empty when its file is gone. */
    Optional<ValidityLength> usualValidity(String name) {
        return profiles.find(name).map(profile -> profile.validity().standard());
    }
}
