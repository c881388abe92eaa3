package dev.chancery.core.journal;

import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.util.List;

/**
 * What a full CRL lists that the one published before it did not, or lists otherwise, or lists no more.
 *
 * @param previous the number of the one before it
 */
public record CrlDifference(BigInteger previous, Certificates added, Certificates changed, Certificates removed) {
    /** So many of each kind are recorded by their serials; there may be more. */
    public static final int NAMED = 20;

    /**
     * Some certificates.
     *
     * @param first the first of them by serial
     */
    public record Certificates(int count, List<SerialNumber> first) {
        public Certificates {
            first = List.copyOf(first);
            if (count < first.size()) {
                throw new IllegalArgumentException(first.size() + " certificates are named of " + count);
            }
        }
    }
}
