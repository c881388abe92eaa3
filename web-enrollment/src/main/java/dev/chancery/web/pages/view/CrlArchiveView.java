package dev.chancery.web.pages.view;

import java.util.List;

/**
 * The revocation lists that a CA has published, newest first.
 *
 * @param file short name of the CA, for addresses
 * @param name of the CA
 * @param kinds full lists, delta lists, and those of its partitions; empty when it has one kind
 * @param onLaterPage whether newer ones are on another page
 * @param newest address of the first page
 * @param older address of the next page; empty on the last one
 */
public record CrlArchiveView(
        Frame frame,
        String file,
        String name,
        List<Kind> kinds,
        List<CrlArchiveRow> rows,
        boolean onLaterPage,
        String newest,
        String older) {
    private static final int MOST_LINKS = 10;

    public CrlArchiveView {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /** Many partitions are chosen from a list instead of a row of links. */
    public boolean many() {
        return kinds.size() > MOST_LINKS;
    }

    /**
     * A link to one kind of lists.
     *
     * @param word for the query's {@code list}
     */
    public record Kind(String label, String word, String path, boolean current) {}
}
