package dev.chancery.core.editing;

import dev.chancery.core.editing.ProfileFolder.ProfileFile;
import dev.chancery.core.journal.ProfileVersion;
import dev.chancery.core.journal.ProfileVersions;
import dev.chancery.core.profile.CertificateProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files beside what is in force. */
final class FolderState {
    private final Map<String, ProfileVersion> newest;
    private final List<ProfileFile> files;

    private FolderState(Map<String, ProfileVersion> newest, List<ProfileFile> files) {
        this.newest = newest;
        this.files = files;
    }

    static FolderState of(ProfileFolder folder, ProfileVersions versions) {
        return new FolderState(
                versions.newest().stream().collect(Collectors.toMap(ProfileVersion::name, Function.identity())),
                folder.files());
    }

    List<ProfileFile> files() {
        return files;
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    Optional<ProfileVersion> newest(String name) {
        return Optional.ofNullable(newest.get(name));
    }

    int number(String name) {
        return newest(name).map(ProfileVersion::number).orElse(0);
    }

    boolean unchanged(ProfileFile file) {
        return newest(file.name())
                .filter(version -> version.text().equals(file.text()))
                .isPresent();
    }

    /** Profiles that are in force and have no file any more. */
    List<ProfileVersion> gone() {
        List<String> there = files.stream().map(ProfileFile::name).toList();
        return newest.values().stream()
                .filter(version -> !version.removal() && !there.contains(version.name()))
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .toList();
    }

    /** Files that say something else than what is in force, and those that are gone, by name. */
    List<String> differing() {
        List<String> names = new ArrayList<>();
        files.stream().filter(file -> !unchanged(file)).map(ProfileFile::name).forEach(names::add);
        gone().stream().map(ProfileVersion::name).forEach(names::add);
        return names;
    }

    /** A file as it would be taken. */
    static Reading read(ProfileText language, ProfileFile file) {
        if (file.text().isEmpty()) {
            return new Reading.Faulty(List.of(Mistake.of(file.file(), file.problem())));
        }
        Reading reading = language.read(file.file(), file.text().get());
        return reading instanceof Reading.Sound sound ? named(sound.profile(), file.name(), file.file()) : reading;
    }

    static Reading named(CertificateProfile profile, String name, String file) {
        return profile.name().equals(name)
                ? new Reading.Sound(profile)
                : new Reading.Faulty(List.of(new Mistake(
                        file,
                        0,
                        0,
                        "name",
                        "the profile is called \"" + profile.name() + "\", and is to be saved as \"" + name
                                + "\"; make them equal")));
    }
}
