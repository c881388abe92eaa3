package dev.chancery.db;

import java.nio.file.Path;

/** A record of the journal cannot follow what the tables hold. */
final class ContradictionException extends JournalCorruptException {
    private static final long serialVersionUID = 1L;

    ContradictionException(Path journal, long record, String detail) {
        super(journal, "record " + record + " contradicts those before it: " + detail);
    }
}
