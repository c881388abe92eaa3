package dev.chancery.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings journal and database together at start. The journal is the truth: a database that is missing, damaged or behind
 * is made again from it. A journal that is broken, or that lacks what the database has seen, stops the start.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StorageSettings settings;
    private final RecordReader records;
    private final Clock clock;
    private final Progress progress;
    private final long generation;

    Recovery(StorageSettings settings, RecordReader records, Clock clock, Progress progress) {
        this(settings, records, clock, progress, SearchIndex.GENERATION);
    }

    /** @param generation as {@link Environment} has it */
    Recovery(StorageSettings settings, RecordReader records, Clock clock, Progress progress, long generation) {
        this.generation = generation;
        this.settings = settings;
        this.records = records;
        this.clock = clock;
        this.progress = progress;
    }

    /** A database that has followed the journal to its end. */
    record Recovered(Database database, Projection projection, JournalState journal, long replayed) {}

    Recovered run() throws IOException {
        Optional<Database> opened = open();
        if (opened.isEmpty()) {
            return rebuild("broken");
        }
        try {
            return opened.get().outdated() ? anew(opened.get()) : follow(opened.get(), () -> sameJournal(opened.get()));
        } catch (ContradictionException | BrokenDatabaseException e) {
            // A whole journal never contradicts itself, so it is the database that holds what it should not; where it
            // is the journal after all, the new database shows it.
            LOG.error("{}. The database is damaged, and is made again from the journal.", e.getMessage());
            return rebuild("broken");
        }
    }

    private JournalState sameJournal(Database database) throws SQLException, IOException {
        JournalHead position = new Projection(database.writer()).position();
        JournalState journal = checkChain(position.sequence());
        refuseOtherJournal(settings.journal(), position, journal);
        return journal;
    }

    /** Cheaper than telling every migration how to change rows: the journal has all that is in them. */
    private Recovered anew(Database outdated) throws IOException {
        JournalState journal;
        try (outdated) {
            journal = sameJournal(outdated);
        } catch (SQLException e) {
            throw Database.problem(settings.database(), e);
        }
        LOG.info("An older Chancery made the database; it is made anew from the journal");
        setAside("outdated");
        return follow(Database.open(settings.database(), settings.readers()), () -> journal);
    }

    /** With a new database, whatever the old one says; it is kept beside. */
    Recovered rebuild() throws IOException {
        return rebuild("replaced");
    }

    private Recovered rebuild(String why) throws IOException {
        JournalState journal = checkChain(0);
        setAside(why);
        return follow(Database.open(settings.database(), settings.readers()), () -> journal);
    }

    /** What is known of the journal, or why it must not be used. */
    @FunctionalInterface
    private interface Judgement {
        JournalState judge() throws SQLException, IOException;
    }

    /** Lets the database follow the journal; closes it when that fails. */
    private Recovered follow(Database database, Judgement judgement) throws IOException {
        boolean done = false;
        try {
            JournalState journal = judgement.judge();
            Recovered recovered = replay(database, journal);
            done = true;
            return recovered;
        } catch (SQLException e) {
            throw Database.problem(settings.database(), e);
        } finally {
            if (!done) {
                database.close();
            }
        }
    }

    private Optional<Database> open() throws IOException {
        try {
            return Optional.of(Database.open(settings.database(), settings.readers()));
        } catch (BrokenDatabaseException e) {
            LOG.error("{}. It is made again from the journal, if that is whole.", e.getMessage());
            return Optional.empty();
        }
    }

    private JournalState checkChain(long mark) throws IOException {
        return new ChainCheck(settings.journal(), records, mark, sequence -> {}, ChainCheck.Depth.PACKED_AS_A_WHOLE)
                .run();
    }

    /** What the database has seen must be in the journal, at the same place. */
    static void refuseOtherJournal(Path directory, JournalHead position, JournalState journal) {
        if (position.sequence() == 0) {
            return;
        }
        String advice =
                "; bring the journal back from a backup, or, if it is the one to trust, run \"chancery rebuild\"";
        if (position.sequence() > journal.head().sequence()) {
            throw new JournalCorruptException(
                    directory,
                    "the database has seen record " + position.sequence() + ", but the journal ends with record "
                            + journal.head().sequence() + ": its end was lost, or it is not this database's journal"
                            + advice);
        }
        if (journal.markHash().filter(position.hash()::equals).isEmpty()) {
            throw new JournalCorruptException(
                    directory,
                    "record " + position.sequence() + " is not the one that the database has seen: it was changed, or"
                            + " the journal and the database belong to different data directories" + advice);
        }
    }

    private Recovered replay(Database database, JournalState journal) throws SQLException {
        Projection projection = new Projection(database.writer(), generation);
        projection.index().alone();
        JournalHead position = projection.position();
        Replay replay = new Replay(
                settings.journal(), new JournalFiles(settings.journal(), records), projection, stored -> {}, progress);
        long replayed = replay.run(position, journal.head());
        projection.index().shared();
        if (replayed > 0) {
            LOG.info(
                    "Applied {} records of the journal to the database, from record {} on",
                    replayed,
                    position.sequence() + 1);
        }
        return new Recovered(database, projection, journal, replayed);
    }

    private void setAside(String why) throws IOException {
        if (!Files.isDirectory(settings.database())
                || Database.files(settings.database()).isEmpty()) {
            return;
        }
        Path aside = free(settings.database().resolve(why + "-" + STAMP.format(clock.instant())));
        PrivateFiles.createDirectory(aside);
        for (Path file : Database.files(settings.database())) {
            Files.move(file, aside.resolve(file.getFileName()));
        }
        LOG.warn("The old database stands in {}; delete it when it is no longer needed", aside);
    }

    private static Path free(Path wanted) {
        Path candidate = wanted;
        for (int i = 2; Files.exists(candidate); i++) {
            candidate = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return candidate;
    }
}
