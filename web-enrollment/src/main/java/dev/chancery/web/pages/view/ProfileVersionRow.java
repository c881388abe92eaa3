package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.editing.Comparison.KeyChange;
import dev.chancery.core.journal.ProfileVersion;
import java.util.List;

/**
 * One line of a profile's history.
 *
 * @param what became of it, in a word
 * @param changes in words, possibly not all of them
 * @param more how many are left out
 * @param current whether it is in force
 */
public record ProfileVersionRow(
        String path,
        String number,
        String what,
        String by,
        Moment at,
        String why,
        List<String> changes,
        int more,
        boolean current) {
    private static final int SHOWN = 4;

    public ProfileVersionRow {
        changes = List.copyOf(changes);
    }

    public static ProfileVersionRow of(
            ProfileVersion version, List<KeyChange> changes, boolean current, Moments moments) {
        boolean first = version.number() == 1;
        List<String> words = first || version.removal()
                ? List.of()
                : changes.stream().map(KeyChange::words).toList();
        return new ProfileVersionRow(
                "/profiles/" + version.name() + "/versions/" + version.number(),
                Integer.toString(version.number()),
                version.removal()
                        ? plain("profiles.version.isRemoved")
                        : first ? plain("profiles.version.isFirst") : plain("profiles.version.is", version.number()),
                version.by(),
                moments.at(version.at()),
                version.why(),
                words.subList(0, Math.min(SHOWN, words.size())),
                Math.max(0, words.size() - SHOWN),
                current);
    }
}
