package dev.chancery.db;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Where the next page begins, in a form that nobody is tempted to compute with. */
final class Cursor {
    private static final byte VERSION = 1;

    private Cursor() {}

    static String encode(long sequence) {
        ByteBuffer octets = ByteBuffer.allocate(1 + Long.BYTES).put(VERSION).putLong(sequence);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.array());
    }

    /** @throws IllegalArgumentException when it is none of ours */
    static long decode(String cursor) {
        try {
            ByteBuffer octets = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (octets.remaining() == 1 + Long.BYTES && octets.get() == VERSION) {
                long sequence = octets.getLong();
                if (sequence > 0) {
                    return sequence;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(message(cursor), e);
        }
        throw new IllegalArgumentException(message(cursor));
    }

    private static String message(String cursor) {
        return "\"" + cursor.substring(0, Math.min(40, cursor.length()))
                + "\" is no cursor; take it from the page before, or leave it out to begin with the newest";
    }
}
