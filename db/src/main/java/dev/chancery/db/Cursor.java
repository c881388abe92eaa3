package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The certificate after which the next page begins, in a form that nobody is tempted to compute with.
 *
 * @param end its last moment in microseconds; 0 in the order of issuance, which needs none
 */
record Cursor(Order order, long end, long sequence) {
    static Cursor of(Order order, CertificateRecord last) {
        return new Cursor(
                order,
                order == Order.NEWEST
                        ? 0
                        : Micros.of(last.certificate().validity().notAfter()),
                last.journalSequence());
    }

    String encode() {
        boolean newest = order == Order.NEWEST;
        ByteBuffer octets = ByteBuffer.allocate(newest ? 1 + Long.BYTES : 1 + 2 * Long.BYTES)
                .put(version(order))
                .putLong(sequence);
        if (!newest) {
            octets.putLong(end);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.array());
    }

    private static byte version(Order order) {
        return switch (order) {
            case NEWEST -> 1;
            case ENDING -> 2;
            case ENDED -> 3;
        };
    }

    /** @throws IllegalArgumentException when it is none of ours, or of another order */
    static Cursor decode(String cursor, Order order) {
        try {
            ByteBuffer octets = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            boolean newest = order == Order.NEWEST;
            if (octets.remaining() == 1 + (newest ? 1 : 2) * Long.BYTES && octets.get() == version(order)) {
                long sequence = octets.getLong();
                if (sequence > 0) {
                    return new Cursor(order, newest ? 0 : octets.getLong(), sequence);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(message(cursor), e);
        }
        throw new IllegalArgumentException(message(cursor));
    }

    private static String message(String cursor) {
        return "\"" + cursor.substring(0, Math.min(40, cursor.length()))
                + "\" is no cursor of this list; take it from the page before, or leave it out to begin anew";
    }
}
