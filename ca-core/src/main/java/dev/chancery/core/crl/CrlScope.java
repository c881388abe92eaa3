package dev.chancery.core.crl;

/** Which revocations a CRL lists (RFC 5280 §5). */
public sealed interface CrlScope {
    /** Every revoked certificate of the CA. */
    record Full() implements CrlScope {}

    /** The changes since {@code base} (§5.2.4). */
    record Delta(CrlNumber base) implements CrlScope {}

    /** The certificates that point to partition {@code index} of {@code count} (§5.2.5). */
    record Partition(int index, int count) implements CrlScope {
        public Partition {
            if (count < 1 || index < 0 || index >= count) {
                throw new IllegalArgumentException("partition " + index + " of " + count);
            }
        }
    }
}
