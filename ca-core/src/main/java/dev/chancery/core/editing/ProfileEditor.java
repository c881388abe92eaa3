package dev.chancery.core.editing;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.editing.ProfileFolder.ProfileFile;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.ProfileRemoved;
import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import dev.chancery.core.journal.ProfileVersion;
import dev.chancery.core.journal.ProfileVersions;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the profiles in force, one change at a time. What is in force is always the newest version that the journal has;
 * the files say the same, unless somebody has changed one and it was not read yet.
 */
public final class ProfileEditor {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileEditor.class);
    private static final String FIRST = "first seen";
    private static final String CHANGED = "its file was changed";
    private static final String GONE = "its file was removed";

    private final ProfileCatalog catalog;
    private final ProfileVersions versions;
    private final ProfileText language;
    private final ProfileFolder folder;
    private final ProfileUses uses;
    private final Journal journal;
    private volatile List<Mistake> faults = List.of();

    /** @param catalog is filled by {@link #begin} */
    public ProfileEditor(
            ProfileCatalog catalog,
            ProfileVersions versions,
            ProfileText language,
            ProfileFolder folder,
            ProfileUses uses,
            Journal journal) {
        this.catalog = catalog;
        this.versions = versions;
        this.language = language;
        this.folder = folder;
        this.uses = uses;
        this.journal = journal;
    }

    /** At start: completes what a crash cut short, then takes the files as they are. */
    public synchronized Reload begin() {
        folder.prepared().forEach((name, text) -> {
            Optional<ProfileVersion> newest = versions.newest(name);
            if (newest.isPresent() && newest.get().text().equals(text)) {
                folder.complete(name);
            } else {
                folder.discard(name);
            }
        });
        return read(Requester.system(), true);
    }

    /**
     * Reads the files again. One with mistakes, and one that is gone and needed, changes nothing.
     *
     * @param permit for MANAGE_PROFILES
     */
    public synchronized Reload reload(Permit permit) {
        Requester actor = permit.require(Permission.MANAGE_PROFILES);
        try {
            return read(actor, false);
        } catch (FolderFaultException e) {
            faults = List.of(Mistake.of("profiles/", String.valueOf(e.getMessage())));
            return new Reload(List.of(), faults);
        }
    }

    /** @param starting when the files are all that there is: a removed one is removed, and there may be no CA yet */
    private Reload read(Requester actor, boolean starting) {
        FolderState state = FolderState.of(folder, versions);
        List<JournalEvent> events = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        Map<String, ProfileCatalog.Entry> next = new TreeMap<>();
        catalog.entries().forEach(entry -> next.put(entry.profile().name(), entry));
        for (ProfileFile file : state.files()) {
            Reading reading = FolderState.read(language, file);
            List<Mistake> wrong = reading.fold(
                    profile -> starting
                            ? List.of()
                            : ProfileConflicts.issuer(
                                    profile, file.file(), file.text().orElse(""), uses.issuers()),
                    found -> found);
            mistakes.addAll(wrong);
            if (wrong.isEmpty() && reading instanceof Reading.Sound sound) {
                next.put(file.name(), take(state, file, sound.profile(), events));
            }
        }
        for (ProfileVersion gone : state.gone()) {
            Optional<String> need = state.isEmpty()
                    ? Optional.of("no profile has a file any more, so the folder itself seems to be missing")
                    : starting ? Optional.empty() : uses.neededBy(gone.name());
            if (need.isPresent()) {
                mistakes.add(Mistake.of(folder.file(gone.name()), "is gone, but " + need.get()));
            } else {
                events.add(new ProfileRemoved(gone.name(), gone.number() + 1, GONE));
                next.remove(gone.name());
            }
        }
        List<ProfileVersion> taken = record(actor, events);
        catalog.replace(next.values());
        faults = List.copyOf(mistakes);
        mistakes.forEach(mistake -> LOG.warn("Not in force: {}", mistake.words()));
        taken.stream()
                .filter(version -> !version.why().equals(FIRST))
                .forEach(version ->
                        LOG.info("Profile {}: version {}, {}", version.name(), version.number(), version.why()));
        return new Reload(taken, mistakes);
    }

    private ProfileCatalog.Entry take(
            FolderState state, ProfileFile file, CertificateProfile profile, List<JournalEvent> events) {
        int number = state.number(file.name());
        if (!state.unchanged(file)) {
            number++;
            events.add(ProfileSaved.of(file.name(), number, file.text().orElseThrow(), why(file)));
        }
        return new ProfileCatalog.Entry(profile, OptionalInt.of(number));
    }

    /** A file from a backup is an older version most of the time, and whoever reads the history should see that. */
    private String why(ProfileFile file) {
        List<ProfileVersion> all = versions.all(file.name());
        return all.stream()
                .filter(version -> version.text().equals(file.text()))
                .findFirst()
                .map(version -> "its file was put back to version " + version.number())
                .orElse(all.isEmpty() ? FIRST : CHANGED);
    }

    private List<ProfileVersion> record(Requester actor, List<JournalEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        if (journal.record(actor, events) instanceof AppendOutcome.Conflict conflict) {
            throw new IllegalStateException("the profiles could not be recorded: " + conflict.detail());
        }
        return events.stream().map(this::recorded).toList();
    }

    private ProfileVersion recorded(JournalEvent event) {
        String name = event instanceof ProfileSaved saved ? saved.name() : ((ProfileRemoved) event).name();
        return versions.newest(name).orElseThrow();
    }

    /**
     * Recorded, written to its file and in force when this returns with a version; the newest one when that says the same.
     *
     * @param permit for MANAGE_PROFILES
     * @throws FolderFaultException when the disk does not take the file; what its message says is in force
     */
    public synchronized SaveOutcome save(Permit permit, ProfileChange change) {
        Requester actor = permit.require(Permission.MANAGE_PROFILES);
        String name = change.name();
        FolderState state = FolderState.of(folder, versions);
        Optional<String> stale = ProfileConflicts.of(state, folder, name, change.basis());
        if (stale.isPresent()) {
            return new SaveOutcome.Conflict(stale.get());
        }
        Optional<ProfileVersion> same =
                state.newest(name).filter(newest -> newest.text().equals(Optional.of(change.text())));
        if (same.isPresent()) {
            return new SaveOutcome.Saved(same.get());
        }
        List<Mistake> mistakes = new ArrayList<>();
        Optional<CertificateProfile> profile = sound(name, change.text(), mistakes);
        if (profile.isEmpty()) {
            return new SaveOutcome.Faulty(mistakes);
        }
        int number = state.number(name) + 1;
        folder.prepare(name, Optional.of(change.text()));
        if (!recorded(actor, name, ProfileSaved.of(name, number, change.text(), change.why()))) {
            return new SaveOutcome.Conflict(ProfileConflicts.quicker(name));
        }
        Map<String, ProfileCatalog.Entry> next = entries();
        next.put(name, new ProfileCatalog.Entry(profile.get(), OptionalInt.of(number)));
        return inForce(name, next);
    }

    /**
     * Recorded, and nothing is issued by it any more.
     *
     * @param permit for MANAGE_PROFILES
     * @param basis number of the version that is to go
     */
    public synchronized SaveOutcome remove(Permit permit, String name, int basis, String why) {
        Requester actor = permit.require(Permission.MANAGE_PROFILES);
        FolderState state = FolderState.of(folder, versions);
        Optional<String> stale = basis == 0
                ? Optional.of("There is no version 0 to remove.")
                : ProfileConflicts.of(state, folder, name, basis)
                        .or(() -> uses.neededBy(name)
                                .map(need -> "The profile " + name + " cannot be removed: " + need + "."));
        if (stale.isPresent()) {
            return new SaveOutcome.Conflict(stale.get());
        }
        folder.prepare(name, Optional.empty());
        if (!recorded(actor, name, new ProfileRemoved(name, basis + 1, why))) {
            return new SaveOutcome.Conflict(ProfileConflicts.quicker(name));
        }
        Map<String, ProfileCatalog.Entry> next = entries();
        next.remove(name);
        return inForce(name, next);
    }

    private Map<String, ProfileCatalog.Entry> entries() {
        Map<String, ProfileCatalog.Entry> entries = new TreeMap<>();
        catalog.entries().forEach(entry -> entries.put(entry.profile().name(), entry));
        return entries;
    }

    private boolean recorded(Requester actor, String name, JournalEvent event) {
        boolean done = false;
        try {
            done = journal.record(actor, event).fold(recorded -> true, conflict -> false);
        } finally {
            if (!done) {
                folder.discard(name);
            }
        }
        return done;
    }

    /** From the journal's record on it is true, whatever the disk says to its file. */
    private SaveOutcome inForce(String name, Map<String, ProfileCatalog.Entry> next) {
        catalog.replace(next.values());
        faults = faults.stream()
                .filter(fault -> !fault.file().equals(folder.file(name)))
                .toList();
        folder.complete(name);
        ProfileVersion version = versions.newest(name).orElseThrow();
        LOG.info("Profile {}: version {}, {} by {}", name, version.number(), what(version), version.by());
        return new SaveOutcome.Saved(version);
    }

    private static String what(ProfileVersion version) {
        return version.removal() ? "removed" : "saved";
    }

    private Optional<CertificateProfile> sound(String name, String text, List<Mistake> mistakes) {
        String file = folder.file(name);
        return language.read(file, text)
                .fold(profile -> FolderState.named(profile, name, file), Reading.Faulty::new)
                .<Optional<CertificateProfile>>fold(
                        profile -> {
                            mistakes.addAll(ProfileConflicts.issuer(profile, file, text, uses.issuers()));
                            return mistakes.isEmpty() ? Optional.of(profile) : Optional.empty();
                        },
                        wrong -> {
                            mistakes.addAll(wrong);
                            return Optional.empty();
                        });
    }

    /** Everything that is wrong with a text before it is saved under this name, without any effect. */
    public Reading check(String name, String text) {
        List<Mistake> mistakes = new ArrayList<>();
        return sound(name, text, mistakes)
                .<Reading>map(Reading.Sound::new)
                .orElseGet(() -> new Reading.Faulty(mistakes));
    }

    /** What would change, against the version in force; against nothing for a new profile. */
    public Comparison compare(String name, String text) {
        return Comparison.of(language, text(name).orElse(""), text);
    }

    /** What a version has changed, against the one before it. */
    public Comparison changes(ProfileVersion version) {
        String before = versions.find(version.name(), version.number() - 1)
                .flatMap(ProfileVersion::text)
                .orElse("");
        return Comparison.of(language, before, version.text().orElse(""));
    }

    /** The file of a profile in force, as it was saved. */
    public Optional<String> text(String name) {
        return versions.newest(name).flatMap(ProfileVersion::text);
    }

    public ProfileVersions versions() {
        return versions;
    }

    public ProfileText language() {
        return language;
    }

    /** Files that were not taken when they were read last. */
    public List<Mistake> faults() {
        return faults;
    }

    /** Names of profiles whose files say something else than what is in force, as of this moment; reads the files. */
    public List<String> unread() {
        try {
            return FolderState.of(folder, versions).differing();
        } catch (FolderFaultException e) {
            LOG.warn("The files of the profiles cannot be looked at: {}", e.getMessage());
            return List.of();
        }
    }

    /** Why a profile cannot be removed. */
    public Optional<String> neededBy(String name) {
        return uses.neededBy(name);
    }
}
