package dev.chancery.db;

import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.time.Instant;
import java.util.List;

/** A line of the journal as a record. */
final class RecordReader {
    private final EventReader events;

    RecordReader(Seal seal) {
        this.events = new EventReader(seal);
    }

    /** Accounts whose last saved hashes could not be opened. */
    List<String> accountsWithoutSecrets() {
        return events.accountsWithoutSecrets();
    }

    /** @throws RuntimeException when the line is no record, with the reason */
    JournalRecord read(byte[] line) {
        Fields fields = Fields.parse(line);
        long sequence = fields.number("seq");
        Instant time = fields.time("time");
        String actor = fields.text("actor");
        String means = fields.text("means");
        String type = fields.text("type");
        fields.mark("more");
        Der previous = Der.fromHex(fields.text("prev"));
        JournalEvent event = events.read(type, fields);
        fields.finish();
        return new JournalRecord(
                sequence, time, actor, means, event, previous, Der.ofOwned(line).sha256());
    }
}
