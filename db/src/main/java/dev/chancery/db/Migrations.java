package dev.chancery.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date (SECURITY.md rule 16). H2 commits each DDL statement by itself, so every file holds one,
 * and each can be run again after a kill.
 *
 * @param target the newest version to apply
 */
record Migrations(Path directory, MigrationVersion target) {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    static Migrations all(Path directory) {
        return new Migrations(directory, MigrationVersion.LATEST);
    }

    /** @return the version before, 0 for a new database */
    int run(DataSource source, Connection writer) throws SQLException {
        if (target.equals(MigrationVersion.LATEST) && ShippedMigrations.areApplied(writer)) {
            return ShippedMigrations.newest();
        }
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .failOnMissingLocations(true)
                .loggers("slf4j")
                .table("schema_history")
                .target(target)
                .cleanDisabled(true)
                .validateOnMigrate(true)
                .load();
        try {
            MigrationInfoService schema = flyway.info();
            refuseNewer(schema);
            MigrationInfo current = schema.current();
            if (current != null && schema.pending().length > 0) {
                keepCopy(writer, version(current));
            }
            flyway.migrate();
            return current == null ? 0 : Integer.parseInt(version(current));
        } catch (FlywayException e) {
            throw sqlCause(e);
        }
    }

    private void refuseNewer(MigrationInfoService schema) {
        for (MigrationInfo migration : schema.all()) {
            MigrationState state = migration.getState();
            if (state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED) {
                throw new SchemaTooNewException(directory, version(migration), newestKnown(schema));
            }
        }
    }

    private static String newestKnown(MigrationInfoService schema) {
        String newest = "none";
        for (MigrationInfo migration : schema.all()) {
            if (migration.getState().isResolved()) {
                newest = version(migration);
            }
        }
        return newest;
    }

    private static String version(MigrationInfo migration) {
        MigrationVersion version = migration.getVersion();
        return version == null ? migration.getDescription() : version.getVersion();
    }

    /** The journal could make the database again; a copy beside it is faster to go back to. */
    private void keepCopy(Connection writer, String version) throws SQLException {
        Path copy = directory.resolve("before-migration-from-" + version + ".zip");
        LOG.info("The database's schema {} is brought up to date; a copy of it is kept in {}", version, copy);
        try (PreparedStatement backup = writer.prepareStatement("BACKUP TO ?")) {
            backup.setString(1, copy.toString());
            backup.execute();
        }
    }

    /** A damaged file shows itself only here when its first pages are whole. */
    private static SQLException sqlCause(FlywayException e) throws SQLException {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        throw e;
    }
}
