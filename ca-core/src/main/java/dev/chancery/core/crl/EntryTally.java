package dev.chancery.core.crl;

import dev.chancery.core.lint.CrlEntryCursor;
import java.math.BigInteger;

/**
 * How many revocations a list has, and a sum over all of them: what the ledger and the journal gave and what the finished
 * CRL says must come to the same. A sum, unlike a digest, follows when one entry comes or goes.
 *
 * <p>It guards against faults of ours, not against an attacker, whom the signature keeps out.
 */
final class EntryTally {
    private static final long ONE = 0x9e3779b97f4a7c15L;
    private static final long TWO = 0xc2b2ae3d27d4eb4fL;

    private int count;
    private long sum;
    private long otherSum;

    EntryTally() {}

    private EntryTally(EntryTally other) {
        count = other.count;
        sum = other.sum;
        otherSum = other.otherSum;
    }

    EntryTally copy() {
        return new EntryTally(this);
    }

    /** @param reason CRLReason, 0 for unspecified */
    void add(BigInteger serial, long revokedAt, int reason) {
        count(serial, revokedAt, reason, 1);
    }

    void remove(BigInteger serial, long revokedAt, int reason) {
        count(serial, revokedAt, reason, -1);
    }

    private void count(BigInteger serial, long revokedAt, int reason, int sign) {
        byte[] octets = serial.toByteArray();
        long hash = begin(octets.length);
        for (int i = 0; i < octets.length; i += Long.BYTES) {
            hash = mixed(hash, word(octets, i));
        }
        end(hash, revokedAt, reason, sign);
    }

    private static long word(byte[] octets, int index) {
        long word = 0;
        for (int i = index; i < index + Long.BYTES; i++) {
            word = word << 8 | (i < octets.length ? octets[i] & 0xff : 0);
        }
        return word;
    }

    void add(CrlEntryCursor entry) {
        long hash = begin(entry.serialLength());
        for (int i = 0; i < entry.serialLength(); i += Long.BYTES) {
            hash = mixed(hash, entry.serialWord(i));
        }
        end(hash, entry.revokedAt(), entry.reason(), 1);
    }

    private static long begin(int length) {
        return length * ONE;
    }

    private static long mixed(long hash, long word) {
        long mixed = (hash ^ word) * ONE;
        mixed = (mixed ^ mixed >>> 32) * TWO;
        return mixed ^ mixed >>> 29;
    }

    private void end(long serial, long revokedAt, int reason, int sign) {
        long hash = mixed(mixed(serial, revokedAt), reason);
        count += sign;
        sum += sign * hash;
        otherSum += sign * mixed(hash, TWO);
    }

    int count() {
        return count;
    }

    boolean sameAs(EntryTally other) {
        return count == other.count && sum == other.sum && otherSum == other.otherSum;
    }
}
