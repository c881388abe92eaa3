package dev.chancery.db;

import java.nio.file.Path;

/** The journal's chain is broken, or it is not the journal that the database was made from. Nothing was changed. */
public class JournalCorruptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalCorruptException(Path file, long line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }

    JournalCorruptException(Path place, String problem) {
        super(place + ": " + problem);
    }
}
