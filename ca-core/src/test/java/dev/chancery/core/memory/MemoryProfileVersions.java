package dev.chancery.core.memory;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.ProfileRemoved;
import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.journal.ProfileVersion;
import dev.chancery.core.journal.ProfileVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Versions of profiles in memory. */
public final class MemoryProfileVersions implements ProfileVersions, Projection {
    private final Object lock;
    private final Map<String, List<ProfileVersion>> versions = new TreeMap<>();

    MemoryProfileVersions(Object lock) {
        this.lock = lock;
    }

    @Override
    public List<ProfileVersion> all(String name) {
        synchronized (lock) {
            return List.copyOf(versions.getOrDefault(name, List.of()));
        }
    }

    @Override
    public Optional<ProfileVersion> find(String name, int number) {
        return all(name).stream().filter(version -> version.number() == number).findFirst();
    }

    @Override
    public List<ProfileVersion> newest() {
        synchronized (lock) {
            return versions.values().stream().map(all -> all.get(0)).toList();
        }
    }

    @Override
    public Optional<Conflict> conflict(JournalEvent event) {
        if (event instanceof ProfileSaved saved) {
            return next(saved.name(), saved.version());
        }
        if (event instanceof ProfileRemoved removed) {
            return newest(removed.name()).filter(last -> !last.removal()).isEmpty()
                    ? Optional.of(new Conflict(Kind.PROFILE_CHANGED, "there is no profile " + removed.name()))
                    : next(removed.name(), removed.version());
        }
        return Optional.empty();
    }

    private Optional<Conflict> next(String name, int version) {
        int last = newest(name).map(ProfileVersion::number).orElse(0);
        return version == last + 1
                ? Optional.empty()
                : Optional.of(new Conflict(
                        Kind.PROFILE_CHANGED, "the newest version of the profile " + name + " is " + last));
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        if (stored.event() instanceof ProfileSaved saved) {
            return put(stored, saved.name(), saved.version(), Optional.of(saved.text()), saved.why());
        }
        return stored.event() instanceof ProfileRemoved removed
                ? put(stored, removed.name(), removed.version(), Optional.empty(), removed.why())
                : NOTHING;
    }

    private Runnable put(JournalRecord stored, String name, int version, Optional<String> text, String why) {
        List<ProfileVersion> all = versions.computeIfAbsent(name, any -> new ArrayList<>());
        all.add(0, new ProfileVersion(name, version, text, stored.sequence(), stored.time(), stored.actor(), why));
        return () -> {
            all.remove(0);
            if (all.isEmpty()) {
                versions.remove(name);
            }
        };
    }
}
