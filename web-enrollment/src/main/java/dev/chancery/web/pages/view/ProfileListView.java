package dev.chancery.web.pages.view;

import java.util.List;

/**
 * All kinds of certificates.
 *
 * @param removed names of profiles that are gone and have a history
 * @param faults files that are not in force, in words
 * @param unread names of profiles whose files were changed and not read yet
 * @param message what was just done, possibly empty
 * @param mayManage whether the visitor may change them
 */
public record ProfileListView(
        Frame frame,
        List<Row> rows,
        List<String> removed,
        List<String> faults,
        List<String> unread,
        String message,
        boolean mayManage) {
    public ProfileListView {
        rows = List.copyOf(rows);
        removed = List.copyOf(removed);
        faults = List.copyOf(faults);
        unread = List.copyOf(unread);
    }

    /** @param changed when and by whom, in words; empty where nothing records it */
    public record Row(
            String path,
            String name,
            String title,
            String description,
            String issuer,
            String validity,
            String people,
            String approval,
            String version,
            String changed) {}
}
