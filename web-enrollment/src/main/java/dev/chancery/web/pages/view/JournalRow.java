package dev.chancery.web.pages.view;

/**
 * A record of the journal in a list.
 *
 * @param actor who did it, and how they proved who they are
 * @param type as it stands in the file
 * @param what in words
 * @param path of the page about it, possibly empty
 */
public record JournalRow(
        String sequence, Moment time, String actor, String means, String type, String what, String path) {
    /** The sequence without separators, as it stands in addresses. */
    public String number() {
        return sequence.replaceAll("[^0-9]", "");
    }
}
