package dev.chancery.core.journal;

import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.ProfileRemoved;
import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Profiles and their versions, as the records tell it. */
final class ProfileRecords {
    private record Newest(int number, boolean removal) {}

    private static final Newest NONE = new Newest(0, true);

    private final Map<String, Newest> profiles = new HashMap<>();

    /** What is wrong with an event about a profile, or about a certificate that was made by one. */
    Optional<String> wrong(JournalEvent event) {
        if (event instanceof ProfileSaved saved) {
            if (!saved.sha256().equals(ProfileSaved.digest(saved.text()))) {
                return Optional.of("version " + saved.version() + " of the profile " + saved.name()
                        + " has another SHA-256 than its text");
            }
            return next(saved.name(), saved.version(), false);
        }
        if (event instanceof ProfileRemoved removed) {
            return newest(removed.name()).removal()
                    ? Optional.of("the profile " + removed.name() + " is removed, but there is none")
                    : next(removed.name(), removed.version(), true);
        }
        return event instanceof CertificateIssued issued ? issued(issued) : Optional.empty();
    }

    private Newest newest(String name) {
        return profiles.getOrDefault(name, NONE);
    }

    private Optional<String> next(String name, int version, boolean removal) {
        int last = newest(name).number();
        if (version != last + 1) {
            return Optional.of("version " + version + " of the profile " + name + " follows version " + last);
        }
        profiles.put(name, new Newest(version, removal));
        return Optional.empty();
    }

    private Optional<String> issued(CertificateIssued issued) {
        int version = issued.profileVersion().orElse(0);
        return version <= newest(issued.profile()).number()
                ? Optional.empty()
                : Optional.of("a certificate was made with version " + version + " of the profile " + issued.profile()
                        + ", which is not recorded");
    }
}
