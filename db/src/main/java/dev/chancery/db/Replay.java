package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.JournalRecord;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies records of the journal to the tables, as the writer once did. */
final class Replay {
    private static final int RECORDS_PER_TRANSACTION = 1000;

    private final Path directory;
    private final JournalFiles files;
    private final Projection projection;
    private final Consumer<JournalRecord> listener;
    private final Progress progress;

    /** @param listener sees each record before it is applied */
    Replay(
            Path directory,
            JournalFiles files,
            Projection projection,
            Consumer<JournalRecord> listener,
            Progress progress) {
        this.directory = directory;
        this.files = files;
        this.projection = projection;
        this.listener = listener;
        this.progress = progress;
    }

    /** @return how many records were applied */
    long run(JournalHead from, JournalHead to) throws SQLException {
        Run run = new Run(from, to.sequence());
        try {
            files.read(from.sequence() + 1, to.sequence(), run::take);
            run.commit();
        } catch (ApplyFailedException e) {
            throw e.cause;
        }
        return to.sequence() - from.sequence();
    }

    /** One replay. */
    private final class Run {
        private final long total;
        private JournalHead head;
        private JournalHead committed;

        Run(JournalHead from, long total) {
            this.head = from;
            this.committed = from;
            this.total = total;
        }

        void take(JournalRecord record) {
            listener.accept(record);
            try {
                apply(record);
                if (head.sequence() - committed.sequence() >= RECORDS_PER_TRANSACTION) {
                    commit();
                }
            } catch (SQLException e) {
                throw new ApplyFailedException(e);
            }
        }

        private void apply(JournalRecord record) throws SQLException {
            Optional<Conflict> conflict = projection.apply(
                    PreparedEvent.of(record.event()), new Place(record.sequence(), record.time(), record.actor()));
            if (conflict.isPresent()) {
                throw new ContradictionException(
                        directory, record.sequence(), conflict.get().detail());
            }
            head = new JournalHead(record.sequence(), record.time(), record.hash());
        }

        void commit() throws SQLException {
            if (head.sequence() > committed.sequence()) {
                projection.commit(head);
                committed = head;
                progress.at(head.sequence(), total);
            }
        }
    }

    /** Carries a checked exception through the reader's callback. */
    private static final class ApplyFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException cause;

        ApplyFailedException(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
