package dev.chancery.core.journal;

import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import dev.chancery.core.x509.Der;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a profile once: its file as it was saved, or its removal.
 *
 * @param number from 1, for each profile by itself
 * @param text of the file; empty where the profile was removed
 * @param sequence the record in the journal
 * @param by account name; {@code system} where a file was found changed
 */
public record ProfileVersion(
        String name, int number, Optional<String> text, long sequence, Instant at, String by, String why) {
    public boolean removal() {
        return text.isEmpty();
    }

    /** Of the file, as {@code sha256sum} prints it; empty where the profile was removed. */
    public Optional<Der> sha256() {
        return text.map(ProfileSaved::digest);
    }
}
