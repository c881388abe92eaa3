package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be changed of an account; what is absent stays. */
public record AccountChange(
        Optional<String> displayName,
        Optional<Set<Role>> roles,
        Optional<NameGrants> grants,
        Optional<Set<String>> groups,
        Optional<Boolean> disabled) {
    /** The groups stay as they are. */
    public AccountChange(
            Optional<String> displayName,
            Optional<Set<Role>> roles,
            Optional<NameGrants> grants,
            Optional<Boolean> disabled) {
        this(displayName, roles, grants, Optional.empty(), disabled);
    }

    public static AccountChange nothing() {
        return new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Account applyTo(Account before) {
        return new Account(
                before.name(),
                displayName.orElse(before.displayName()),
                roles.orElse(before.roles()),
                grants.orElse(before.grants()),
                groups.orElse(before.groups()),
                before.passwordHash(),
                before.mustChangePassword(),
                disabled.orElse(before.disabled()),
                before.tokens(),
                before.created());
    }

    /** Before and after in words, for the journal: {@code roles requester -> officer, requester}. */
    static String words(Account before, Account after) {
        List<String> words = new ArrayList<>();
        difference(words, "display name", before.displayName(), after.displayName());
        difference(words, "roles", labels(before), labels(after));
        difference(words, "names", before.grants().describe(), after.grants().describe());
        difference(words, "groups", groups(before), groups(after));
        difference(words, "state", state(before), state(after));
        return words.isEmpty() ? "nothing changed" : String.join("; ", words);
    }

    private static void difference(List<String> words, String what, String before, String after) {
        if (!before.equals(after)) {
            words.add(what + " " + before + " -> " + after);
        }
    }

    private static String state(Account account) {
        return account.disabled() ? "disabled" : "enabled";
    }

    static String groups(Account account) {
        return account.groups().isEmpty()
                ? "none"
                : String.join(", ", account.groups().stream().sorted().toList());
    }

    static String labels(Account account) {
        List<String> labels = account.roles().stream().map(Role::label).sorted().toList();
        return labels.isEmpty() ? "none" : String.join(", ", labels);
    }
}
