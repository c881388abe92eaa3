package dev.chancery.core.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The profiles of this server, by name. They are replaced as a whole, in one moment: whoever looks one up once and goes on
 * with what was found works with one version of it, whatever is saved meanwhile.
 */
public final class ProfileCatalog {
    private volatile Map<String, Entry> entries;

    /**
     * A profile in force.
     *
     * @param version its number in the journal; empty where nothing records profiles
     */
    public record Entry(CertificateProfile profile, OptionalInt version) {}

    /** Of profiles without versions. */
    public ProfileCatalog(Collection<CertificateProfile> profiles) {
        this.entries = byName(profiles.stream()
                .map(profile -> new Entry(profile, OptionalInt.empty()))
                .toList());
    }

    /** Counts for every look-up from now on. */
    public void replace(Collection<Entry> all) {
        entries = byName(all);
    }

    private static Map<String, Entry> byName(Collection<Entry> all) {
        Map<String, Entry> byName = new LinkedHashMap<>();
        for (Entry entry : all) {
            if (byName.put(entry.profile().name(), entry) != null) {
                throw new IllegalArgumentException(
                        "two profiles are called \"" + entry.profile().name() + "\"");
            }
        }
        return byName;
    }

    public Optional<CertificateProfile> find(String name) {
        return entry(name).map(Entry::profile);
    }

    /** A profile together with the number of its version. */
    public Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** The name that a misspelled one was probably meant to be. */
    public Optional<String> nearest(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(2, wanted.length() / 3);
        return entries.keySet().stream()
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

    /** In the order in which they were given: by name. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    public List<CertificateProfile> all() {
        return entries.values().stream().map(Entry::profile).toList();
    }
}
