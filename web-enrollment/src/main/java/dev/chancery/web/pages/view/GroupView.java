package dev.chancery.web.pages.view;

import java.util.List;

/**
 * One group.
 *
 * @param names what it grants, in words
 * @param message what was just done, possibly empty
 * @param error what was wrong, possibly empty
 * @param mayManage whether the visitor may change it
 */
public record GroupView(
        Frame frame,
        String path,
        String name,
        String description,
        GrantForm grants,
        String names,
        List<String> members,
        String message,
        String error,
        boolean mayManage) {
    public GroupView {
        members = List.copyOf(members);
    }
}
