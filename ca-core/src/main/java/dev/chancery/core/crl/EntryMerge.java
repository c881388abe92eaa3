package dev.chancery.core.crl;

import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.SerialNumber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.TBSCertList.CRLEntry;

/**
 * Entries that were encoded before, with the changes since. What did not change is not encoded again: it stays where it
 * lies and becomes a piece.
 */
final class EntryMerge {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private final ByteBuffer base;
    private final EntryTally tally;
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private final Difference difference = new Difference();
    /** Where the run of unchanged entries began. */
    private int run;

    private int at;

    private EntryMerge(ByteBuffer base, EntryTally tally) {
        this.base = base;
        this.tally = tally;
    }

    /**
     * @param base by rising serial, as {@link CrlEncoder#entry} makes them
     * @param tally of the base
     * @throws IllegalStateException when the base is nothing of that kind
     */
    static ListedEntries of(ByteBuffer base, EntryTally tally, SortedMap<SerialNumber, Fate> changes) {
        EntryMerge merge = new EntryMerge(base, tally.copy());
        for (Map.Entry<SerialNumber, Fate> change : changes.entrySet()) {
            merge.apply(change.getKey(), change.getValue());
        }
        merge.endRun(base.limit());
        return ListedEntries.of(merge.pieces, merge.tally, merge.difference);
    }

    private void apply(SerialNumber serial, Fate fate) {
        byte[] octets = serial.value().toByteArray();
        int order = skipBelow(octets);
        endRun(at);
        Optional<byte[]> listed = fate.status().map(status -> CrlEncoder.entry(serial, status));
        if (order == 0) {
            int end = entryEnd(at);
            difference.note(serial, Optional.of(base.slice(at, end - at)), listed);
            forget(at, end);
            at = end;
            run = at;
        } else {
            difference.note(serial, Optional.empty(), listed);
        }
        fate.status().ifPresent(status -> list(serial, status, listed.orElseThrow()));
    }

    private void list(SerialNumber serial, RevocationStatus status, byte[] octets) {
        pieces.add(ByteBuffer.wrap(octets));
        tally.add(
                serial.value(),
                status.revokedAt().getEpochSecond(),
                status.reason().code());
    }

    private void endRun(int end) {
        if (end > run) {
            pieces.add(base.slice(run, end - run));
        }
        run = end;
    }

    /** @return 0 when the entry at the new place has this very serial */
    private int skipBelow(byte[] serial) {
        while (at < base.limit()) {
            int order = compare(at, serial);
            if (order >= 0) {
                return order;
            }
            at = entryEnd(at);
        }
        return 1;
    }

    /** Tag, one octet of length, and then the serial in the same way: no entry of ours is longer than 127 octets. */
    private int compare(int entry, byte[] serial) {
        if (base.get(entry) != SEQUENCE || base.get(entry + 2) != INTEGER || base.get(entry + 3) < 0) {
            throw new IllegalStateException("octet " + entry + " of the entries of the CRL before begins no entry");
        }
        int length = base.get(entry + 3);
        int order = Integer.compare(length, serial.length);
        for (int i = 0; order == 0 && i < length; i++) {
            order = Integer.compare(base.get(entry + 4 + i) & 0xff, serial[i] & 0xff);
        }
        return order;
    }

    private int entryEnd(int entry) {
        int length = base.get(entry + 1);
        if (length < 0 || length > base.limit() - entry - 2) {
            throw new IllegalStateException("the entry at octet " + entry + " of the CRL before has no end");
        }
        return entry + 2 + length;
    }

    private void forget(int start, int end) {
        byte[] octets = new byte[end - start];
        base.get(start, octets);
        CRLEntry entry = CRLEntry.getInstance(octets);
        Extension reason =
                entry.getExtensions() == null ? null : entry.getExtensions().getExtension(Extension.reasonCode);
        tally.remove(
                entry.getUserCertificate().getValue(),
                entry.getRevocationDate().getDate().toInstant().getEpochSecond(),
                reason == null
                        ? 0
                        : ASN1Enumerated.getInstance(reason.getParsedValue()).intValueExact());
    }
}
