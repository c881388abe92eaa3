package dev.chancery.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded H2 database: one connection that writes, a small pool that reads. */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String NAME = "chancery";

    /** Schema from which on the rows are what today's code makes of the journal. */
    private static final int READ_ANEW_BEFORE = 53;

    private final Connection writer;
    private final Connection judge;
    private final HikariDataSource pool;
    private final int schemaBefore;
    private final FileSeal seal;

    private Database(Connection writer, Connection judge, HikariDataSource pool, int schemaBefore, FileSeal seal) {
        this.writer = writer;
        this.judge = judge;
        this.pool = pool;
        this.schemaBefore = schemaBefore;
        this.seal = seal;
    }

    /**
     * Opens or creates it, and brings its schema up to date.
     *
     * @throws BrokenDatabaseException when its file is damaged
     */
    static Database open(Path directory, int readers) throws IOException {
        return open(directory, readers, Migrations.all(directory));
    }

    static Database open(Path directory, int readers, Migrations migrations) throws IOException {
        PrivateFiles.createDirectory(directory);
        FileSeal seal = FileSeal.in(directory);
        seal.open();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url(directory));
        source.setUser("sa");
        source.setPassword("");
        try {
            // Held first and last: H2 closes the file with its last connection.
            Connection writer = source.getConnection();
            try {
                restrictFiles(directory);
                int schemaBefore = migrations.run(source, writer);
                writer.setAutoCommit(false);
                return new Database(writer, source.getConnection(), pool(source, readers), schemaBefore, seal);
            } catch (IOException | RuntimeException | SQLException e) {
                closeQuietly(writer);
                throw e;
            }
        } catch (SQLException e) {
            throw problem(directory, e);
        }
    }

    /**
     * The rules of SECURITY.md 15: {@code async:} because an interrupt would close any other kind of channel under H2's
     * feet; no closing behind our back at exit; no trace file, which would hold values.
     *
     * <p>WRITE_DELAY=0 although a commit need not reach the disk at once, since the journal has it: with any other value
     * a thread of H2's own writes the file while the writer works, and a process killed then leaves half a transaction
     * behind, or a file that does not open. With 0 the writer alone writes, between its transactions (docs/database.md).
     */
    private static String url(Path directory) {
        String path = directory.toAbsolutePath().normalize().resolve(NAME).toString();
        if (path.chars().anyMatch(c -> c == ';' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("\"" + directory
                    + "\" cannot hold the database: a directory's name must not contain ';' or control characters");
        }
        return "jdbc:h2:async:" + path + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0";
    }

    private static HikariDataSource pool(JdbcDataSource source, int readers) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("readers");
        config.setDataSource(source);
        config.setMaximumPoolSize(readers);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    static RuntimeException problem(Path directory, SQLException e) {
        return e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                ? new DataDirectoryInUseException(directory, "another process")
                : new BrokenDatabaseException(directory, e);
    }

    /** The files are H2's to make, so their permissions are set when they exist; the directory is closed all the while. */
    private static void restrictFiles(Path directory) throws IOException {
        for (Path file : files(directory)) {
            PrivateFiles.restrict(file);
        }
    }

    /** Whether there is a database, damaged or not. */
    static boolean exists(Path directory) {
        return Files.exists(directory.resolve(NAME + ".mv.db"));
    }

    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(NAME + "."))
                    .toList();
        }
    }

    /** For the journal's writer alone; without auto-commit. */
    Connection writer() {
        return writer;
    }

    /** Sees what is committed; for the journal's writer alone. */
    Connection judge() {
        return judge;
    }

    /** Whether its rows were made by another reading of the journal than today's. */
    boolean outdated() {
        return schemaBefore > 0 && schemaBefore < READ_ANEW_BEFORE;
    }

    /** @param whole asked before each use; throws when the tables cannot be read any more */
    Jdbi readers(Runnable whole) {
        return Jdbi.create(() -> {
            whole.run();
            return pool.getConnection();
        });
    }

    @Override
    public void close() {
        pool.close();
        closeQuietly(judge);
        try (Statement statement = writer.createStatement()) {
            statement.execute("SHUTDOWN");
            seal.close();
        } catch (SQLException e) {
            LOG.warn("The database did not close cleanly; the next start repairs it from the journal", e);
        } catch (IOException e) {
            LOG.warn("The closed database could not be sealed; the next start does without", e);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection did not close", e);
        }
    }
}
