package dev.chancery.core.memory;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The CAs that joined, as a list. */
public final class MemoryAuthorities implements Authorities, Projection {
    private final Object lock;
    private final List<AuthorityAdded> joined = new ArrayList<>();

    MemoryAuthorities(Object lock) {
        this.lock = lock;
    }

    @Override
    public List<AuthorityAdded> all() {
        synchronized (lock) {
            return List.copyOf(joined);
        }
    }

    @Override
    public Optional<Conflict> conflict(JournalEvent event) {
        return event instanceof AuthorityAdded added
                        && joined.stream().anyMatch(known -> known.name().equals(added.name()))
                ? Optional.of(new Conflict(Kind.DUPLICATE_AUTHORITY, "there already is a CA \"" + added.name() + "\""))
                : Optional.empty();
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        if (!(stored.event() instanceof AuthorityAdded added)) {
            return NOTHING;
        }
        joined.add(added);
        return () -> joined.remove(added);
    }
}
