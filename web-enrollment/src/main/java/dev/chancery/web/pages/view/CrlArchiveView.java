package dev.chancery.web.pages.view;

import java.util.List;

/**
 * The revocation lists that a CA has published, newest first.
 *
 * @param file short name of the CA, for addresses
 * @param name of the CA
 * @param kinds full and delta lists, when it has both; empty when it has one kind
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
    public CrlArchiveView {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /** A link to one kind of lists. */
    public record Kind(String label, String path, boolean current) {}
}
