package dev.chancery.db;

import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import org.jspecify.annotations.Nullable;

/** Reads lines as records, on any thread, and checks, one after the other, that each continues the one before. */
final class RecordChain {
    private final RecordReader records;
    private @Nullable Der previous;

    RecordChain(RecordReader records) {
        this.records = records;
    }

    /** @throws JournalCorruptException when the line is no record */
    JournalRecord read(StoredLine line) {
        try {
            return records.read(line.octets().unsafeOctets());
        } catch (RuntimeException e) {
            throw new JournalCorruptException(
                    line.segment().file(),
                    line.number(),
                    "record " + line.sequence() + " cannot be read: " + e.getMessage());
        }
    }

    /** Whether what is read depends on the lines read before, so that it has to wait for its turn. */
    boolean inTurn(StoredLine line) {
        return RecordReader.inTurn(line.octets().unsafeOctets());
    }

    /** @throws JournalCorruptException when the record does not continue the chain */
    void follow(StoredLine line, JournalRecord record) {
        if (record.sequence() != line.sequence() || previous != null && !previous.equals(record.previous())) {
            throw new JournalCorruptException(
                    line.segment().file(),
                    line.number(),
                    "record " + line.sequence() + " should stand here and continue the chain");
        }
        previous = record.hash();
    }
}
