package dev.chancery.core.profile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles of this server, by name. */
public final class ProfileCatalog {
    private final Map<String, CertificateProfile> profiles = new LinkedHashMap<>();

    public ProfileCatalog(Collection<CertificateProfile> profiles) {
        for (CertificateProfile profile : profiles) {
            if (this.profiles.put(profile.name(), profile) != null) {
                throw new IllegalArgumentException("two profiles are called \"" + profile.name() + "\"");
            }
        }
    }

    public Optional<CertificateProfile> find(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    public List<CertificateProfile> all() {
        return List.copyOf(profiles.values());
    }
}
