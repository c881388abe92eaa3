package dev.chancery.core.csr;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Optional;

/** Divides a modulus by every prime below 2^16, all at once: its greatest common divisor with their product. */
final class SmallFactors {
    private static final int LIMIT = 1 << 16;

    private final BigInteger product;

    SmallFactors() {
        BitSet primes = primes();
        this.product = product(primes.stream().toArray(), 0, primes.cardinality());
    }

    /** The product of the primes that divide the modulus. */
    Optional<BigInteger> find(BigInteger modulus) {
        BigInteger common = product.mod(modulus).gcd(modulus);
        return common.equals(BigInteger.ONE) ? Optional.empty() : Optional.of(common);
    }

    private static BitSet primes() {
        BitSet primes = new BitSet(LIMIT);
        primes.set(2, LIMIT);
        for (int i = 2; i * i < LIMIT; i = primes.nextSetBit(i + 1)) {
            for (int multiple = i * i; multiple < LIMIT; multiple += i) {
                primes.clear(multiple);
            }
        }
        return primes;
    }

    /** By halves: numbers of equal length multiply fastest. */
    private static BigInteger product(int[] primes, int from, int to) {
        if (to - from == 1) {
            return BigInteger.valueOf(primes[from]);
        }
        int middle = (from + to) >>> 1;
        return product(primes, from, middle).multiply(product(primes, middle, to));
    }
}
