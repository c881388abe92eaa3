package dev.chancery.core.editing;

import dev.chancery.core.editing.ProfileFolder.ProfileFile;
import dev.chancery.core.journal.ProfileVersion;
import dev.chancery.core.profile.CertificateProfile;
import java.util.List;
import java.util.Optional;

/** Why a change does not fit to what is there. */
final class ProfileConflicts {
    private ProfileConflicts() {}

    /** Nobody's change is saved over another's that they have not seen, be it in the journal or in the file. */
    static Optional<String> of(FolderState state, ProfileFolder folder, String name, int basis) {
        Optional<ProfileVersion> newest = state.newest(name).filter(version -> !version.removal());
        Optional<ProfileFile> file =
                state.files().stream().filter(one -> one.name().equals(name)).findFirst();
        if (basis == 0 && newest.isPresent()) {
            return Optional.of("There is a profile " + name + " already; choose another name.");
        }
        if (basis > 0 && newest.isEmpty()) {
            return Optional.of("There is no profile " + name + " any more.");
        }
        if (newest.isPresent() && newest.get().number() != basis) {
            return Optional.of("Version " + newest.get().number() + " of the profile " + name + " was saved by "
                    + newest.get().by() + " at " + newest.get().at() + "; you have changed version " + basis
                    + ". Look at the newest one, and change that.");
        }
        boolean same = newest.isPresent() ? file.filter(state::unchanged).isPresent() : file.isEmpty();
        return same
                ? Optional.empty()
                : Optional.of("The file " + folder.file(name)
                        + " was changed on the disk and is not read yet. Read the files again first"
                        + " (./chancery profile reload), or put back what is in force.");
    }

    static String quicker(String name) {
        return "The profile " + name + " was changed at this very moment; look at it again.";
    }

    static List<Mistake> issuer(CertificateProfile profile, String file, String text, List<String> issuers) {
        if (issuers.contains(profile.issuer())) {
            return List.of();
        }
        List<String> lines = text.lines().toList();
        int line = 0;
        for (int i = 0; i < lines.size() && line == 0; i++) {
            line = lines.get(i).startsWith("issuer:") ? i + 1 : 0;
        }
        return List.of(new Mistake(
                file,
                line,
                line == 0 ? 0 : 1,
                "issuer",
                "there is no CA \"" + profile.issuer() + "\"; this server has " + String.join(", ", issuers)));
    }
}
