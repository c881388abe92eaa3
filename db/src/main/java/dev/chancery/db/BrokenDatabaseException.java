package dev.chancery.db;

import java.nio.file.Path;
import java.sql.SQLException;

/** The database's file is damaged. It can be made again from the journal. */
final class BrokenDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenDatabaseException(Path directory, SQLException cause) {
        super("the database in " + directory + " cannot be opened: " + cause.getMessage(), cause);
    }

    BrokenDatabaseException(Path file, String problem) {
        super("the database " + file + " is damaged: " + problem);
    }
}
