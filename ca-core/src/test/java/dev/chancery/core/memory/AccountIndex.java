package dev.chancery.core.memory;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Group;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.GroupRemoved;
import dev.chancery.core.journal.JournalEvent.GroupSaved;
import dev.chancery.core.journal.JournalRecord;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Accounts and groups by name. */
final class AccountIndex implements Projection {
    private final Object lock;
    private final SortedMap<String, Account> byName = new TreeMap<>();
    private final SortedMap<String, Group> groups = new TreeMap<>();

    AccountIndex(Object lock) {
        this.lock = lock;
    }

    List<Group> groups() {
        synchronized (lock) {
            return List.copyOf(groups.values());
        }
    }

    List<Account> all() {
        synchronized (lock) {
            return List.copyOf(byName.values());
        }
    }

    @Override
    public Optional<Conflict> conflict(JournalEvent event) {
        if (event instanceof AccountSaved saved) {
            return saved.account().groups().stream()
                    .filter(name -> !groups.containsKey(name))
                    .findFirst()
                    .map(AccountIndex::unknown);
        }
        if (event instanceof GroupRemoved removed) {
            return byName.values().stream()
                    .filter(account -> account.groups().contains(removed.name()))
                    .findFirst()
                    .map(account ->
                            new Conflict(Kind.GROUP_IN_USE, account.name() + " is in the group " + removed.name()))
                    .or(() -> groups.containsKey(removed.name())
                            ? Optional.empty()
                            : Optional.of(unknown(removed.name())));
        }
        return Optional.empty();
    }

    private static Conflict unknown(String name) {
        return new Conflict(Kind.UNKNOWN_GROUP, "there is no group " + name);
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        if (stored.event() instanceof GroupSaved saved) {
            return put(groups, saved.group().name(), saved.group());
        }
        if (stored.event() instanceof GroupRemoved removed) {
            @Nullable Group before = groups.remove(removed.name());
            return before == null ? NOTHING : () -> groups.put(removed.name(), before);
        }
        return stored.event() instanceof AccountSaved saved
                ? put(byName, saved.account().name(), saved.account())
                : NOTHING;
    }

    private static <T> Runnable put(SortedMap<String, T> map, String name, T value) {
        @Nullable T before = map.put(name, value);
        return before == null ? () -> map.remove(name) : () -> map.put(name, before);
    }
}
