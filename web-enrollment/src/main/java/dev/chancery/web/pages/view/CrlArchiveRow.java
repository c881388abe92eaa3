package dev.chancery.web.pages.view;

import java.util.List;
import java.util.Optional;

/**
 * A revocation list that was published.
 *
 * @param entries how many certificates it lists, as text
 * @param compared what the changes are relative to, {@code since number 11}; or why none are known
 * @param file where its file can be downloaded; empty when it is not there any more
 * @param deleted when its file was deleted
 * @param fingerprint SHA-256 in pieces
 */
public record CrlArchiveRow(
        String number,
        StatusMark state,
        Moment dated,
        Moment ends,
        String entries,
        String compared,
        List<Change> changes,
        String file,
        Optional<Moment> deleted,
        List<String> fingerprint) {
    public CrlArchiveRow {
        changes = List.copyOf(changes);
        fingerprint = List.copyOf(fingerprint);
    }

    /**
     * What was added, changed or removed.
     *
     * @param words {@code Added 3}
     * @param shown the first certificates
     * @param folded more of them
     * @param unnamed how many others there are, in words; possibly empty
     */
    public record Change(String words, List<Listed> shown, List<Listed> folded, String unnamed) {
        public Change {
            shown = List.copyOf(shown);
            folded = List.copyOf(folded);
        }
    }

    /**
     * A certificate: its name where the visitor may know it, and its serial number.
     *
     * @param path empty where the visitor may not read it
     */
    public record Listed(String name, String serial, String path) {}
}
