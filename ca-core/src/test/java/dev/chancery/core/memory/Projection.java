package dev.chancery.core.memory;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import java.util.Optional;

/** An index over the journal: checks an event's preconditions, then takes it in. */
interface Projection {
    /** The precondition that fails, if any. */
    Optional<Conflict> conflict(JournalEvent event);

    /** Takes in what concerns this index, and returns what takes it back. */
    Runnable apply(JournalRecord stored);

    /** For events that leave an index as it was. */
    Runnable NOTHING = () -> {};
}
