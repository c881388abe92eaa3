package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.time.Instant;

/** The last record of the chain: where the next one is attached. */
record JournalHead(long sequence, Instant time, Der hash) {
    /** Before the first record; its hash is 32 zero octets. */
    static final JournalHead BEGINNING = new JournalHead(0, Instant.EPOCH, Der.ofOwned(new byte[32]));
}
