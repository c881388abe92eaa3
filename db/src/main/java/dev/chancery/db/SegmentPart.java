package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.util.Optional;

/**
 * What one segment adds to the chain, found without looking at the others.
 *
 * @param previous what its first record says the record before has for a hash; its own hash when it holds none
 * @param last its last whole line, of an entry that may be incomplete
 * @param whole the end of its last whole entry, empty when it has none
 * @param mark hash of the record that the caller asked about, if it stands here
 */
record SegmentPart(Der previous, Line last, Optional<Entry> whole, Optional<Der> mark) {
    /** The last line of the segment: its record, and where it stands. */
    record Line(long sequence, Der hash, long number) {}

    /**
     * The place to which the segment holds whole entries.
     *
     * @param length octets of the segment up to there
     * @param line the last record's octets, where they were read
     */
    record Entry(long sequence, Der hash, long number, long length, Optional<Der> line) {}
}
