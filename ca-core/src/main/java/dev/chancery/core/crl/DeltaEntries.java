package dev.chancery.core.crl;

import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlEntryCursor;
import dev.chancery.core.x509.SerialNumber;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The entries of a delta CRL (RFC 5280 §5.2.4): what is revoked or held now and was not in the base, or was otherwise; and
 * {@code removeFromCRL} for what was in it and is released or long expired.
 */
final class DeltaEntries {
    static final int REMOVE_FROM_CRL = 8;

    private final Instant removedAt;
    private final EntryTally tally = new EntryTally();
    private final List<ByteBuffer> pieces = new ArrayList<>();

    private DeltaEntries(Instant removedAt) {
        this.removedAt = removedAt;
    }

    /** @param fates the last event about each certificate since the base was made */
    static ListedEntries of(SortedMap<SerialNumber, Fate> fates, Instant removedAt) {
        DeltaEntries delta = new DeltaEntries(removedAt);
        fates.forEach((serial, fate) ->
                fate.status().ifPresentOrElse(status -> delta.list(serial, status), () -> delta.remove(serial)));
        return ListedEntries.of(delta.pieces, delta.tally);
    }

    /** By a walk over two full CRLs, so that base and delta together are the newer one. */
    static ListedEntries between(SignedCrl base, SignedCrl newer, Instant removedAt) {
        DeltaEntries delta = new DeltaEntries(removedAt);
        ByteBuffer octets = newer.octets().buffer();
        CrlEntryCursor was = CrlContent.read(base.octets().buffer()).entries();
        CrlEntryCursor is = CrlContent.read(octets).entries();
        boolean hadMore = was.next();
        boolean hasMore = is.next();
        while (hadMore || hasMore) {
            int order = !hadMore ? 1 : !hasMore ? -1 : was.compareSerial(is);
            if (order < 0) {
                delta.remove(new SerialNumber(was.serial()));
            } else if (order > 0 || !was.sameOctets(is)) {
                delta.pieces.add(octets.slice(is.start(), is.end() - is.start()));
                delta.tally.add(is);
            }
            hadMore = order <= 0 ? was.next() : hadMore;
            hasMore = order >= 0 ? is.next() : hasMore;
        }
        return ListedEntries.of(delta.pieces, delta.tally);
    }

    private void list(SerialNumber serial, RevocationStatus status) {
        pieces.add(ByteBuffer.wrap(CrlEncoder.entry(serial, status)));
        tally.add(
                serial.value(),
                status.revokedAt().getEpochSecond(),
                status.reason().code());
    }

    private void remove(SerialNumber serial) {
        pieces.add(ByteBuffer.wrap(CrlEncoder.removal(serial, removedAt)));
        tally.add(serial.value(), removedAt.getEpochSecond(), REMOVE_FROM_CRL);
    }
}
