package dev.chancery.web.pages;

import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Role;
import dev.chancery.web.auth.AccountChange;
import dev.chancery.web.auth.NewAccount;
import dev.chancery.web.http.Form;
import dev.chancery.web.pages.view.UserForm;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The form for an account as it was sent. */
record UserFields(
        String name,
        String displayName,
        Set<Role> roles,
        String exact,
        String suffixes,
        boolean wildcards,
        String ranges,
        boolean all,
        boolean withPassword) {

    static UserFields of(Form form) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        form.all("role").forEach(text -> Role.named(text).ifPresent(roles::add));
        return new UserFields(
                form.text("name").map(text -> text.toLowerCase(Locale.ROOT)).orElse(""),
                form.text("displayName").orElse(""),
                roles,
                form.text("exact").orElse(""),
                form.text("suffixes").orElse(""),
                form.text("wildcards").isPresent(),
                form.text("ranges").orElse(""),
                form.text("all").isPresent(),
                form.text("tokensOnly").isEmpty());
    }

    /** @throws IllegalArgumentException with what is wrong, in words */
    NewAccount toNewAccount() {
        return new NewAccount(name, displayName, roles, grants(), withPassword);
    }

    /** @throws IllegalArgumentException with what is wrong, in words */
    AccountChange toChange() {
        return new AccountChange(
                Optional.of(displayName).filter(text -> !text.isEmpty()),
                Optional.of(roles),
                Optional.of(grants()),
                Optional.empty());
    }

    private NameGrants grants() {
        return new NameGrants(split(exact), split(suffixes), wildcards, split(ranges), all);
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** The same form again, with what was wrong. */
    UserForm again(String error) {
        return new UserForm(name, displayName, UserForm.choices(roles), exact, suffixes, wildcards, ranges, all, error);
    }

    UserFields named(String account) {
        return new UserFields(account, displayName, roles, exact, suffixes, wildcards, ranges, all, withPassword);
    }
}
