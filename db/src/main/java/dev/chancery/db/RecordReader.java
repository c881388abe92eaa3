package dev.chancery.db;

import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A line of the journal as a record. */
final class RecordReader {
    private static final String ACCOUNT = "\"account-saved\"";

    private final EventReader events;

    RecordReader(Seal seal) {
        this.events = new EventReader(seal);
    }

    /** Accounts whose last saved hashes could not be opened. */
    List<String> accountsWithoutSecrets() {
        return events.accountsWithoutSecrets();
    }

    /** Of an account the last line counts, see {@link #accountsWithoutSecrets}; so the lines of all must be read in order. */
    static boolean inTurn(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).contains(ACCOUNT);
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
