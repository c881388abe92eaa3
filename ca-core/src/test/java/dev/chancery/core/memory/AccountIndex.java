package dev.chancery.core.memory;

import dev.chancery.core.access.Account;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalRecord;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Accounts by name. */
final class AccountIndex implements Projection {
    private final Object lock;
    private final SortedMap<String, Account> byName = new TreeMap<>();

    AccountIndex(Object lock) {
        this.lock = lock;
    }

    List<Account> all() {
        synchronized (lock) {
            return List.copyOf(byName.values());
        }
    }

    @Override
    public Optional<Conflict> conflict(JournalEvent event) {
        return Optional.empty();
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        if (!(stored.event() instanceof AccountSaved saved)) {
            return NOTHING;
        }
        String name = saved.account().name();
        @Nullable Account before = byName.put(name, saved.account());
        return before == null ? () -> byName.remove(name) : () -> byName.put(name, before);
    }
}
