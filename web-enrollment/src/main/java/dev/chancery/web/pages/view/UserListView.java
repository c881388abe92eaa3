package dev.chancery.web.pages.view;

import java.util.List;

/**
 * All accounts.
 *
 * @param form for a new one
 * @param mayManage whether the visitor may add and change accounts
 * @param adding whether the form for a new one stands open
 */
public record UserListView(Frame frame, List<UserRow> users, UserForm form, boolean mayManage, boolean adding) {
    public UserListView {
        users = List.copyOf(users);
    }
}
