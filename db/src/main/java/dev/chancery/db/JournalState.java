package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.util.Optional;

/**
 * What {@link ChainCheck} found.
 *
 * @param head the last whole entry's last record
 * @param tail the segment to go on writing, empty before the first record
 * @param tailLength octets of the tail that hold whole entries
 * @param torn octets after them: an entry that was being written when the process ended, and never acknowledged
 * @param markHash hash of the record that the caller asked about, if the chain has it
 */
record JournalState(JournalHead head, Optional<Segment> tail, long tailLength, long torn, Optional<Der> markHash) {}
