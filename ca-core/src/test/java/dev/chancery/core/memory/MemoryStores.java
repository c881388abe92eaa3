package dev.chancery.core.memory;

import java.time.Clock;
import java.util.List;

/** All ports, wired: what is appended to the journal shows in every index at once. */
public final class MemoryStores {
    private final MemoryLedger ledger;
    private final MemoryRequestQueue requestQueue;
    private final MemoryCrlArchive crlArchive;
    private final MemoryAuthorities authorities;
    private final MemoryAccounts accounts;
    private final MemoryProfileVersions profileVersions;
    private final MemoryJournal journal;

    /**
     * Empty stores.
     *
     * @param clock gives the journal's records their time
     */
    public MemoryStores(Clock clock) {
        Object lock = new Object();
        ledger = new MemoryLedger(lock);
        requestQueue = new MemoryRequestQueue(lock);
        crlArchive = new MemoryCrlArchive(lock);
        authorities = new MemoryAuthorities(lock);
        profileVersions = new MemoryProfileVersions(lock);
        AccountIndex index = new AccountIndex(lock);
        journal = new MemoryJournal(
                clock, lock, List.of(ledger, requestQueue, crlArchive, authorities, profileVersions, index));
        accounts = new MemoryAccounts(index, journal);
    }

    public MemoryJournal journal() {
        return journal;
    }

    public MemoryLedger ledger() {
        return ledger;
    }

    public MemoryRequestQueue requestQueue() {
        return requestQueue;
    }

    public MemoryCrlArchive crlArchive() {
        return crlArchive;
    }

    public MemoryAuthorities authorities() {
        return authorities;
    }

    public MemoryProfileVersions profileVersions() {
        return profileVersions;
    }

    public MemoryAccounts accounts() {
        return accounts;
    }
}
