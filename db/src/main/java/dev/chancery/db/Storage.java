package dev.chancery.db;

import dev.chancery.core.access.Accounts;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.ledger.CertificateLedger;
import java.io.IOException;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A data directory, opened: the journal and every store over it. */
public final class Storage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

    private final DirectoryLock lock;
    private final Database database;
    private final SegmentWriter segments;
    private final StepWatch watch;
    private final JournalWriter writer;
    private final FileJournal journal;
    private final JdbcCertificateLedger ledger;
    private final JdbcCrlArchive crlArchive;
    private final JdbcRequestQueue requestQueue;
    private final JdbcAuthorities authorities;
    private final JdbcAccounts accounts;
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
        return open(settings, seal, clock, watchdog, CrashPoints.none());
    }

    /** With places at which a durability test halts the process. */
    public static Storage open(
            StorageSettings settings, Seal seal, Clock clock, Watchdog watchdog, CrashPoints crashPoints) {
        return open(settings, seal, clock, watchdog, crashPoints, JournalDisk.real());
    }

    static Storage open(
            StorageSettings settings,
            Seal seal,
            Clock clock,
            Watchdog watchdog,
            CrashPoints crashPoints,
            JournalDisk disk) {
        try {
            DirectoryLock lock = DataDirectory.lock(settings);
            try {
                Recovery.Recovered recovered =
                        new Recovery(settings, new RecordReader(seal), clock, Progress.silent()).run();
                return new Storage(settings, seal, clock, watchdog, crashPoints, disk, lock, recovered);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StorageException(settings.dataDirectory() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private Storage(
            StorageSettings settings,
            Seal seal,
            Clock clock,
            Watchdog watchdog,
            CrashPoints crashPoints,
            JournalDisk disk,
            DirectoryLock lock,
            Recovery.Recovered recovered)
            throws IOException {
        this.lock = lock;
        database = recovered.database();
        replayed = recovered.replayed();
        segments = new SegmentWriter(settings.journal(), disk, settings.segmentOctets());
        try {
            segments.resume(recovered.journal());
        } catch (IOException e) {
            database.close();
            throw e;
        }
        watch = new StepWatch(watchdog, settings.stepLimit()).start();
        writer = new JournalWriter(
                        settings,
                        recovered.projection(),
                        segments,
                        recovered.journal().head(),
                        clock,
                        watch,
                        crashPoints)
                .start();
        Jdbi readers = database.readers();
        requestQueue = new JdbcRequestQueue(readers);
        journal = new FileJournal(
                writer,
                new JournalFiles(settings.journal(), new RecordReader(seal)),
                new EventWriter(seal),
                requestQueue.largestId());
        ledger = new JdbcCertificateLedger(readers);
        crlArchive = new JdbcCrlArchive(readers);
        authorities = new JdbcAuthorities(readers);
        accounts = new JdbcAccounts(readers, journal);
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

    public Accounts accounts() {
        return accounts;
    }

    /** How many records of the journal the database lacked at start. */
    public long replayed() {
        return replayed;
    }

    /** Writes what waits, then closes the database and gives the data directory free. */
    @Override
    public void close() {
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
