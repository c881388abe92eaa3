package dev.chancery.core.crl;

import java.math.BigInteger;

/** CRLNumber (RFC 5280 §5.2.3): not negative, at most 20 octets, strictly rising per scope. */
public record CrlNumber(BigInteger value) implements Comparable<CrlNumber> {
    public static final CrlNumber ZERO = new CrlNumber(BigInteger.ZERO);

    public CrlNumber {
        if (value.signum() < 0 || value.bitLength() > 159) {
            throw new IllegalArgumentException("a CRL number has 1 to 20 octets and is not negative: " + value);
        }
    }

    public CrlNumber next() {
        return new CrlNumber(value.add(BigInteger.ONE));
    }

    public CrlNumber max(CrlNumber other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(CrlNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
