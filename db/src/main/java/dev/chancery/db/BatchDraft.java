package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Recorded;
import dev.chancery.core.x509.Der;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A batch in the making: entries are applied to the tables one by one, and those without a conflict become lines that
 * continue the chain; or they are known to be without one, and the tables get them later.
 */
final class BatchDraft {
    private final Projection projection;
    private final Clock clock;
    private final long first;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 16);
    private final List<AppendOutcome> outcomes = new ArrayList<>();
    private final List<IssuedAt> newcomers = new ArrayList<>();
    private JournalHead head;

    BatchDraft(Projection projection, Clock clock, JournalHead head) {
        this.projection = projection;
        this.clock = clock;
        this.head = head;
        this.first = head.sequence() + 1;
    }

    void add(QueuedEntry entry) throws SQLException {
        Instant time = time();
        Optional<Conflict> conflict = entry.parts().size() == 1 ? apply(entry, 0, time) : applyTogether(entry, time);
        if (conflict.isPresent()) {
            outcomes.add(conflict.get());
            return;
        }
        for (int i = 0; i < entry.parts().size(); i++) {
            boolean more = i < entry.parts().size() - 1;
            write(
                    RecordLine.compose(
                            head.sequence() + 1,
                            time,
                            entry.parts().get(i).body().unsafeOctets(),
                            more,
                            head.hash()),
                    time);
        }
        outcomes.add(new Recorded(head.sequence(), time));
    }

    /** A certificate that is free of conflicts, and that the tables get later. */
    void addNewcomer(QueuedEntry entry) {
        Instant time = time();
        QueuedEntry.Part part = entry.parts().get(0);
        newcomers.add(
                new IssuedAt(part.event().issued().orElseThrow(), new Place(head.sequence() + 1, time, entry.actor())));
        write(RecordLine.compose(head.sequence() + 1, time, part.body().unsafeOctets(), false, head.hash()), time);
        outcomes.add(new Recorded(head.sequence(), time));
    }

    /** Never before the record before it, whatever the clock does (SECURITY.md rule 17). */
    private Instant time() {
        Instant now = Micros.truncate(clock.instant());
        return now.isBefore(head.time()) ? head.time() : now;
    }

    private Optional<Conflict> apply(QueuedEntry entry, int part, Instant time) throws SQLException {
        return projection.apply(
                entry.parts().get(part).event(), new Place(head.sequence() + 1 + part, time, entry.actor()));
    }

    /** All events of an entry or none: what one of them has changed is taken back when a later one is in conflict. */
    private Optional<Conflict> applyTogether(QueuedEntry entry, Instant time) throws SQLException {
        projection.flush();
        Savepoint before = projection.connection().setSavepoint();
        for (int i = 0; i < entry.parts().size(); i++) {
            Optional<Conflict> conflict = apply(entry, i, time);
            if (conflict.isPresent()) {
                projection.forget();
                projection.connection().rollback(before);
                return conflict;
            }
        }
        projection.connection().releaseSavepoint(before);
        return Optional.empty();
    }

    private void write(byte[] line, Instant time) {
        lines.write(line, 0, line.length);
        lines.write('\n');
        head = new JournalHead(head.sequence() + 1, time, Der.ofOwned(line).sha256());
    }

    /** True when every entry was in conflict. */
    boolean isEmpty() {
        return lines.size() == 0;
    }

    /** What the tables get later. */
    List<IssuedAt> newcomers() {
        return newcomers;
    }

    long first() {
        return first;
    }

    ByteBuffer lines() {
        return ByteBuffer.wrap(lines.toByteArray());
    }

    JournalHead head() {
        return head;
    }

    /** In the order of the entries. */
    List<AppendOutcome> outcomes() {
        return outcomes;
    }
}
