package dev.chancery.core.memory;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.AuthorityStanding;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.journal.JournalEvent.AuthorityKeyMoved;
import dev.chancery.core.journal.JournalEvent.AuthorityPartitioned;
import dev.chancery.core.journal.JournalRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The CAs that joined, as a list. */
public final class MemoryAuthorities implements Authorities, Projection {
    private final Object lock;
    private final List<AuthorityAdded> joined = new ArrayList<>();
    private final Map<String, AuthorityStanding> standings = new HashMap<>();

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
    public AuthorityStanding standing(String name) {
        synchronized (lock) {
            return standings.getOrDefault(name, AuthorityStanding.unchanged());
        }
    }

    @Override
    public Optional<Conflict> conflict(JournalEvent event) {
        if (event instanceof AuthorityAddressesChanged changed) {
            return conflict(
                    changed.name(),
                    now -> now.addresses()
                            .filter(addresses -> !addresses.equals(changed.before()))
                            .isPresent());
        }
        if (event instanceof AuthorityKeyMoved moved) {
            return conflict(moved.name(), now -> now.keyAway() == moved.away());
        }
        if (event instanceof AuthorityPartitioned partitioned) {
            return conflict(
                    partitioned.name(),
                    now -> now.partitions() != partitioned.before() || partitioned.after() <= partitioned.before());
        }
        return event instanceof AuthorityAdded added
                        && joined.stream().anyMatch(known -> known.name().equals(added.name()))
                ? Optional.of(new Conflict(Kind.DUPLICATE_AUTHORITY, "there already is a CA \"" + added.name() + "\""))
                : Optional.empty();
    }

    private Optional<Conflict> conflict(String name, Predicate<AuthorityStanding> changed) {
        if (joined.stream().noneMatch(known -> known.name().equals(name))) {
            return Optional.of(new Conflict(Kind.UNKNOWN_AUTHORITY, "there is no CA \"" + name + "\""));
        }
        return changed.test(standings.getOrDefault(name, AuthorityStanding.unchanged()))
                ? Optional.of(
                        new Conflict(Kind.AUTHORITY_CHANGED, "\"" + name + "\" is as wanted, or changed meanwhile"))
                : Optional.empty();
    }

    private Runnable put(String name, UnaryOperator<AuthorityStanding> change) {
        AuthorityStanding before = standings.getOrDefault(name, AuthorityStanding.unchanged());
        standings.put(name, change.apply(before));
        return () -> standings.put(name, before);
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        if (stored.event() instanceof AuthorityAddressesChanged changed) {
            return put(changed.name(), now -> now.with(changed.before(), changed.after()));
        }
        if (stored.event() instanceof AuthorityKeyMoved moved) {
            return put(moved.name(), now -> now.withKeyAway(moved.away()));
        }
        if (stored.event() instanceof AuthorityPartitioned partitioned) {
            return put(partitioned.name(), now -> now.withPartitions(partitioned.after()));
        }
        if (!(stored.event() instanceof AuthorityAdded added)) {
            return NOTHING;
        }
        joined.add(added);
        return () -> joined.remove(added);
    }
}
