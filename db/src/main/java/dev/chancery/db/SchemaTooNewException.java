package dev.chancery.db;

import java.nio.file.Path;

/** The database was made by a newer Chancery than this one. Nothing was changed. */
public final class SchemaTooNewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaTooNewException(Path directory, String found, String known) {
        super(directory + " has schema version " + found + ", this Chancery knows " + known
                + " and would damage it; start the newer version, or restore a backup made with this one");
    }
}
