package dev.chancery.core.crl;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/**
 * The encoded entries of a CRL by rising serial, in pieces that follow each other.
 *
 * @param tally of the revocations that these entries were encoded from
 * @param difference to what they were made from; none where they were made from nothing
 */
record ListedEntries(List<ByteBuffer> pieces, long length, EntryTally tally, Difference difference) {
    static ListedEntries of(List<ByteBuffer> pieces, EntryTally tally) {
        return of(pieces, tally, new Difference());
    }

    static ListedEntries of(List<ByteBuffer> pieces, EntryTally tally, Difference difference) {
        return new ListedEntries(
                List.copyOf(pieces),
                pieces.stream().mapToLong(ByteBuffer::remaining).sum(),
                tally,
                difference);
    }

    void feed(Consumer<ByteBuffer> reader) {
        pieces.forEach(piece -> reader.accept(piece.duplicate()));
    }
}
