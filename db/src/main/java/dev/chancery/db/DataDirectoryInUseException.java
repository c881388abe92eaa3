package dev.chancery.db;

import java.nio.file.Path;

/** Another process works on this data directory. */
public final class DataDirectoryInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param holder what is known of the other process: {@code process 4711}, {@code another process} */
    DataDirectoryInUseException(Path dataDirectory, String holder) {
        super(dataDirectory + " is in use by " + holder + "; stop it first, or give this one another --data directory");
    }
}
