package dev.chancery.core.memory;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.GroupRemoved;
import dev.chancery.core.journal.JournalEvent.GroupSaved;
import java.util.List;
import java.util.Optional;

/** Accounts in memory; every save goes through the journal. */
public final class MemoryAccounts implements Accounts {
    private final AccountIndex index;
    private final Journal journal;

    MemoryAccounts(AccountIndex index, Journal journal) {
        this.index = index;
        this.journal = journal;
    }

    @Override
    public Optional<Account> find(String name) {
        return all().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Account> findByTokenSha256(String sha256Hex) {
        return all().stream()
                .filter(account -> account.tokens().stream()
                        .anyMatch(token -> token.sha256Hex().equals(sha256Hex)))
                .findFirst();
    }

    @Override
    public List<Account> all() {
        return index.all();
    }

    @Override
    public void save(Account account, Requester by, String what) {
        record(by, new AccountSaved(account, what));
    }

    @Override
    public List<Group> groups() {
        return index.groups();
    }

    @Override
    public void save(Group group, Requester by, String what) {
        record(by, new GroupSaved(group, what));
    }

    @Override
    public void remove(Group group, Requester by, String what) {
        record(by, new GroupRemoved(group.name(), what));
    }

    private void record(Requester by, JournalEvent event) {
        if (journal.record(by, event) instanceof AppendOutcome.Conflict conflict) {
            throw new IllegalStateException(conflict.detail());
        }
    }
}
