package dev.chancery.core.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /** The name that a misspelled one was probably meant to be. */
    public Optional<String> nearest(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(2, wanted.length() / 3);
        return profiles.keySet().stream()
                .filter(known -> Math.abs(known.length() - wanted.length()) <= tolerance)
                .min(Comparator.comparingInt(known -> slips(known, wanted)))
                .filter(known -> slips(known, wanted) <= tolerance);
    }

    /** Letters added, left out or changed between two words. */
    private static int slips(String left, String right) {
        int[] row = IntStream.rangeClosed(0, right.length()).toArray();
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }

    public List<CertificateProfile> all() {
        return List.copyOf(profiles.values());
    }
}
