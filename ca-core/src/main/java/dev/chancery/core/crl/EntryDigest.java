package dev.chancery.core.crl;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * A fingerprint of a list of revocations in their order: what the ledger gave and what the finished CRL says must have the
 * same one. Cheaper than keeping a million entries twice.
 */
final class EntryDigest {
    private final MessageDigest digest;
    private BigInteger last = BigInteger.ZERO;
    private int count;

    EntryDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    /** @throws IllegalArgumentException when the serial is not above the one before */
    void add(BigInteger serial, Instant revocationDate, int reasonCode) {
        if (serial.compareTo(last) <= 0) {
            throw new IllegalArgumentException("serial " + serial.toString(16) + " stands after " + last.toString(16));
        }
        byte[] octets = serial.toByteArray();
        digest.update(ByteBuffer.allocate(octets.length + 13)
                .put((byte) octets.length)
                .put(octets)
                .putLong(revocationDate.getEpochSecond())
                .putInt(reasonCode)
                .flip());
        last = serial;
        count++;
    }

    int count() {
        return count;
    }

    /** Of everything added so far; ends this digest. */
    Der value() {
        return Der.ofOwned(digest.digest());
    }
}
