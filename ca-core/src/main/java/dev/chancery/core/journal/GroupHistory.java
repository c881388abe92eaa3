package dev.chancery.core.journal;

import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.GroupRemoved;
import dev.chancery.core.journal.JournalEvent.GroupSaved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups and who is in them, as the records tell it. */
final class GroupHistory {
    private final Set<String> groups = new HashSet<>();
    private final Map<String, Set<String>> ofAccount = new HashMap<>();

    /** What is wrong with an event about a group or an account; takes it in when nothing is. */
    Optional<String> wrong(JournalEvent event) {
        if (event instanceof GroupSaved saved) {
            groups.add(saved.group().name());
        }
        if (event instanceof GroupRemoved removed) {
            return removed(removed.name());
        }
        return event instanceof AccountSaved saved
                ? saved(saved.account().name(), saved.account().groups())
                : Optional.empty();
    }

    private Optional<String> removed(String name) {
        Optional<String> member = ofAccount.entrySet().stream()
                .filter(account -> account.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
        if (member.isPresent()) {
            return Optional.of("the group " + name + " is removed while " + member.get() + " is in it");
        }
        return groups.remove(name) ? Optional.empty() : Optional.of("the group " + name + " is removed, but unknown");
    }

    private Optional<String> saved(String account, Set<String> in) {
        Optional<String> unknown =
                in.stream().filter(name -> !groups.contains(name)).sorted().findFirst();
        if (unknown.isEmpty()) {
            ofAccount.put(account, in);
        }
        return unknown.map(name -> "the account " + account + " is in the group " + name + ", which is unknown");
    }
}
