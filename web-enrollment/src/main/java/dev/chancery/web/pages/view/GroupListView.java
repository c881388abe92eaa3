package dev.chancery.web.pages.view;

import java.util.List;

/**
 * All groups.
 *
 * @param name of a new one, as typed; so are {@code description} and {@code grants}
 * @param error what was wrong with the form, possibly empty
 * @param mayManage whether the visitor may add and change groups
 */
public record GroupListView(
        Frame frame,
        List<Row> groups,
        String name,
        String description,
        GrantForm grants,
        String error,
        boolean mayManage) {
    public GroupListView {
        groups = List.copyOf(groups);
    }

    /** @param names what it grants, in words */
    public record Row(String path, String name, String description, String names, List<String> members) {
        public Row {
            members = List.copyOf(members);
        }
    }
}
