package dev.chancery.web.pages;

import dev.chancery.core.access.Role;
import dev.chancery.web.auth.AccountChange;
import dev.chancery.web.auth.NewAccount;
import dev.chancery.web.http.Form;
import dev.chancery.web.pages.view.GrantForm;
import dev.chancery.web.pages.view.UserForm;
import dev.chancery.web.pages.view.UserForm.GroupChoice;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The form for an account as it was sent. */
record UserFields(
        String name, String displayName, Set<Role> roles, GrantForm grants, Set<String> groups, boolean withPassword) {

    static UserFields of(Form form) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        form.all("role").forEach(text -> Role.named(text).ifPresent(roles::add));
        return new UserFields(
                form.text("name").map(text -> text.toLowerCase(Locale.ROOT)).orElse(""),
                form.text("displayName").orElse(""),
                roles,
                GrantEntry.of(form),
                Set.copyOf(form.all("group")),
                form.text("tokensOnly").isEmpty());
    }

    /** @throws IllegalArgumentException with what is wrong, in words */
    NewAccount toNewAccount() {
        return new NewAccount(name, displayName, roles, GrantEntry.grants(grants), groups, withPassword);
    }

    /** @throws IllegalArgumentException with what is wrong, in words */
    AccountChange toChange() {
        return new AccountChange(
                Optional.of(displayName).filter(text -> !text.isEmpty()),
                Optional.of(roles),
                Optional.of(GrantEntry.grants(grants)),
                Optional.of(groups),
                Optional.empty());
    }

    /** The same form again, with what was wrong. */
    UserForm again(List<GroupChoice> known, String error) {
        return new UserForm(
                name,
                displayName,
                UserForm.choices(roles),
                grants,
                UserForm.chosen(known, groups),
                !withPassword,
                error);
    }

    UserFields named(String account) {
        return new UserFields(account, displayName, roles, grants, groups, withPassword);
    }
}
