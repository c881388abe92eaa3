package dev.chancery.db;

import dev.chancery.core.access.Requester;
import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.fuzz.Target;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.x509.Der;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** A line of the journal: its two ends, and the record. */
public final class JournalLineTarget implements Target {
    private final Seal seal = Seal.of("a passphrase".toCharArray(), new SecureRandom());
    private final RecordReader reader = new RecordReader(seal);

    @Override
    public List<byte[]> seeds() {
        EventWriter writer = new EventWriter(seal);
        List<byte[]> seeds = new ArrayList<>();
        for (JournalEvent event : EveryEvent.inOrder()) {
            seeds.add(RecordLine.compose(
                    seeds.size() + 1,
                    Instant.parse("2026-06-01T12:00:00Z"),
                    writer.body(Requester.system(), event),
                    seeds.size() % 2 == 0,
                    Der.copyOf(new byte[32])));
        }
        return seeds;
    }

    @Override
    public boolean read(byte[] input) {
        boolean linked = RecordLine.link(input).isPresent();
        try {
            return reader.read(input).sequence() >= 0 && linked;
        } catch (IllegalArgumentException | JacksonException | DateTimeException | ArithmeticException e) {
            // The reader promises no more than an exception of its own kind; its callers name the line.
            return false;
        }
    }
}
