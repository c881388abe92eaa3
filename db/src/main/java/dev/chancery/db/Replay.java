package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.JournalRecord;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies records of the journal to the tables, as the writer once did. */
final class Replay {
    private static final int RECORDS_PER_TRANSACTION = 5_000;

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
        long records = to.sequence() - from.sequence();
        if (records == 0) {
            return 0;
        }
        Run run = new Run(from, to.sequence());
        new ReadAhead(files).run(from.sequence() + 1, to.sequence(), run::take);
        run.commit();
        progress.at(to.sequence(), to.sequence());
        return records;
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

        void take(ReadAhead.Read read) throws SQLException {
            listener.accept(read.record());
            apply(read.record(), read.event());
            if (head.sequence() - committed.sequence() >= RECORDS_PER_TRANSACTION) {
                commit();
                progress.at(head.sequence() - 1, total);
            }
        }

        private void apply(JournalRecord record, PreparedEvent event) throws SQLException {
            Optional<Conflict> conflict =
                    projection.apply(event, new Place(record.sequence(), record.time(), record.actor()));
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
            }
        }
    }
}
