package dev.chancery.web.pages.view;

import java.util.List;

/**
 * The journal, newest first.
 *
 * @param type chosen type of event, possibly empty
 * @param actor chosen actor, possibly empty
 * @param text looked for in everything that a row shows, possibly empty
 * @param since first day, {@code 2026-11-01}, possibly empty
 * @param until last day, possibly empty
 * @param searchedBackTo the oldest record that was looked at
 * @param later address of the next page; empty on the last one
 */
public record JournalView(
        Frame frame,
        List<String> types,
        String type,
        String actor,
        String text,
        String since,
        String until,
        List<JournalRow> rows,
        String total,
        String searchedBackTo,
        String later) {
    public JournalView {
        types = List.copyOf(types);
        rows = List.copyOf(rows);
    }

    public boolean filtered() {
        return !(type + actor + text + since + until).isEmpty();
    }
}
