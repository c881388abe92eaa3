package dev.chancery.db;

import dev.chancery.core.access.Accounts;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.ProfileVersions;
import dev.chancery.core.ledger.CertificateLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A data directory, opened: the journal and every store over it. */
public final class Storage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

    private final DirectoryLock lock;
    private final Database database;
    private final Compressor compressor;
    private final FreeSpace space;
    private final SegmentWriter segments;
    private final StepWatch watch;
    private final JournalWriter writer;
    private final FileJournal journal;
    private final JdbcCertificateLedger ledger;
    private final JdbcCrlArchive crlArchive;
    private final JdbcRequestQueue requestQueue;
    private final JdbcAuthorities authorities;
    private final JdbcAccounts accounts;
    private final JdbcProfileVersions profileVersions;
    private final long replayed;

    /**
     * Opens, or creates, and brings the database up to the journal.
     *
     * @throws DataDirectoryInUseException when another process has it
     * @throws JournalCorruptException when the journal's chain is broken
     * @throws SchemaTooNewException when a newer Chancery made the database
     * @throws StorageException when a file cannot be read or written
     */
    public static Storage open(StorageSettings settings, Seal seal, Clock clock, Watchdog watchdog) {
        return open(settings, new Environment(seal, clock, watchdog));
    }

    /** With places at which a durability test halts the process. */
    public static Storage open(
            StorageSettings settings, Seal seal, Clock clock, Watchdog watchdog, CrashPoints crashPoints) {
        return open(settings, new Environment(seal, clock, watchdog).with(crashPoints));
    }

    static Storage open(StorageSettings settings, Environment environment) {
        return Offline.with(settings, lock -> {
            RecordReader records = new RecordReader(environment.seal());
            Recovery recovery =
                    new Recovery(settings, records, environment.clock(), Progress.silent(), environment.generation());
            return new Storage(settings, environment, lock, recovery.run());
        });
    }

    /**
     * Makes the database anew from the journal, and keeps the old one beside it. The server must be stopped.
     *
     * @param seal with another passphrase than the journal's, or without any, accounts lose their passwords and tokens
     * @throws DataDirectoryInUseException when another process has it
     * @throws JournalCorruptException when the journal's chain is broken, or its records contradict each other
     * @throws StorageException when a file cannot be read or written
     */
    public static Rebuilt rebuild(StorageSettings settings, Seal seal, Clock clock, Progress progress) {
        RecordReader records = new RecordReader(seal);
        return Offline.with(settings, lock -> {
            try (lock) {
                Recovery.Recovered recovered = new Recovery(settings, records, clock, progress).rebuild();
                recovered.database().close();
                return new Rebuilt(recovered.replayed(), records.accountsWithoutSecrets());
            }
        });
    }

    /**
     * Derives everything from the journal once more and compares it with the database. The server must be stopped.
     *
     * @throws DataDirectoryInUseException when another process has it
     * @throws StorageException when a file cannot be read or written
     */
    public static Verified verify(StorageSettings settings, Seal seal, Progress progress) {
        return Offline.with(settings, lock -> {
            try (lock) {
                return new Verification(settings, new RecordReader(seal), progress).run();
            }
        });
    }

    private Storage(StorageSettings settings, Environment environment, DirectoryLock lock, Recovery.Recovered recovered)
            throws IOException {
        this.lock = lock;
        database = recovered.database();
        replayed = recovered.replayed();
        compressor = new Compressor(settings.journal());
        space = new FreeSpace(settings.journal(), FreeSpace.Disk.real());
        segments = new SegmentWriter(
                settings.journal(), environment.disk(), settings.segmentOctets(), this::segmentClosed);
        try {
            segments.resume(recovered.journal());
        } catch (IOException e) {
            database.close();
            throw e;
        }
        watch = new StepWatch(environment.watchdog(), settings.stepLimit()).start();
        JournalHead head = recovered.journal().head();
        writer = new JournalWriter(
                        settings,
                        environment,
                        recovered.projection(),
                        new WriterSql(database.judge()),
                        segments,
                        head,
                        watch)
                .start();
        Jdbi readers = database.readers(writer::refuseLostTables);
        requestQueue = new JdbcRequestQueue(readers);
        journal = new FileJournal(
                writer,
                new JournalFiles(settings.journal(), new RecordReader(environment.seal())),
                new EventWriter(environment.seal()),
                requestQueue.largestId());
        ledger = new JdbcCertificateLedger(readers, writer, recovered.projection());
        crlArchive = new JdbcCrlArchive(readers);
        authorities = new JdbcAuthorities(readers);
        accounts = new JdbcAccounts(readers, journal);
        profileVersions = new JdbcProfileVersions(readers);
        compressor.start();
        space.look();
    }

    private void segmentClosed() {
        compressor.wake();
        space.look();
    }

    public Journal journal() {
        return journal;
    }

    public CertificateLedger ledger() {
        return ledger;
    }

    public CrlArchive crlArchive() {
        return crlArchive;
    }

    public RequestQueue requestQueue() {
        return requestQueue;
    }

    public Authorities authorities() {
        return authorities;
    }

    public ProfileVersions profileVersions() {
        return profileVersions;
    }

    public Accounts accounts() {
        return accounts;
    }

    /**
     * Hands over the journal up to the last durable record, while the server goes on writing. Beside keys and
     * configuration it is all that a backup needs: the database is made from it.
     */
    public void copyJournal(JournalCopy copy) throws IOException {
        journal.copy(copy);
    }

    /** How often the journal was flushed since the start; one flush may serve many records. */
    public long flushes() {
        return writer.flushes();
    }

    /** Why nothing is recorded any more, empty while all is well. */
    public Optional<String> fault() {
        return writer.fault();
    }

    /** Octets that the disk of the journal has left. */
    public long freeSpace() {
        return space.octets();
    }

    /** That the disk of the journal is going to be full, in words; empty while there is room, or when it does not say. */
    public Optional<String> littleSpace() {
        try {
            return space.warning();
        } catch (UncheckedIOException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /** How many records of the journal the database lacked at start. */
    public long replayed() {
        return replayed;
    }

    /** Writes what waits, then closes the database and gives the data directory free. */
    @Override
    public void close() {
        compressor.close();
        writer.close();
        watch.close();
        try {
            segments.close();
            database.close();
        } catch (IOException e) {
            LOG.warn("The journal's file did not close; what was acknowledged is on disk", e);
        } finally {
            closeLock();
        }
    }

    private void closeLock() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The data directory's lock was not released; it ends with this process", e);
        }
    }
}
