package dev.chancery.core.memory;

import dev.chancery.core.editing.ProfileEditor;
import dev.chancery.core.editing.ProfileUses;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import java.util.List;
import java.util.Optional;

/** Profiles that can be edited, in memory; one called {@code needed} cannot be removed. */
public final class SampleEditor implements ProfileUses {
    public final MemoryProfileFolder folder = new MemoryProfileFolder();
    public final PlainProfileText language;
    public final ProfileEditor editor;
    private final List<String> issuers;

    /** Every profile of the catalogue has a file, and its first version. */
    public SampleEditor(ProfileCatalog catalog, MemoryStores stores, String... issuers) {
        this.issuers = List.of(issuers);
        List<CertificateProfile> originals = catalog.all();
        language = new PlainProfileText(name -> originals.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElse(originals.get(0)));
        originals.forEach(profile -> folder.put(profile.name(), Optional.of(language.write(profile))));
        editor = new ProfileEditor(catalog, stores.profileVersions(), language, folder, this, stores.journal());
        editor.begin();
    }

    @Override
    public Optional<String> neededBy(String profile) {
        return profile.equals("needed") ? Optional.of("the server gets its own certificate by it") : Optional.empty();
    }

    @Override
    public List<String> issuers() {
        return issuers;
    }
}
