package dev.chancery.core.csr;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Divides a modulus by every prime below 2^16, all at once: its greatest common divisor with their product.
 *
 * <p>The product is 46 times as long as a modulus of 2048 bits. BigInteger's division takes 0.4 ms to bring it down, half
 * of all that reading a request costs. Montgomery's reduction needs no division: it adds multiples of the modulus until
 * the low words are zero and drops those, which divides by a power of two and leaves the common divisor alone.
 */
final class SmallFactors {
    private static final int LIMIT = 1 << 16;
    private static final long WORD = 0xffff_ffffL;

    private final int[] product;

    SmallFactors() {
        BitSet primes = primes();
        this.product = words(product(primes.stream().skip(1).toArray(), 0, primes.cardinality() - 1));
    }

    /**
     * The product of the primes that divide the modulus.
     *
     * @param modulus odd
     */
    Optional<BigInteger> find(BigInteger modulus) {
        BigInteger common = reduced(words(modulus)).gcd(modulus);
        return common.equals(BigInteger.ONE) ? Optional.empty() : Optional.of(common);
    }

    private BigInteger reduced(int[] modulus) {
        int steps = Math.max(0, product.length - modulus.length);
        int[] rest = Arrays.copyOf(product, Math.max(product.length, modulus.length) + 1);
        int inverse = -inverse(modulus[0]);
        for (int i = 0; i < steps; i++) {
            long factor = Integer.toUnsignedLong(rest[i] * inverse);
            long carry = 0;
            for (int j = 0; j < modulus.length; j++) {
                long sum = factor * (modulus[j] & WORD) + (rest[i + j] & WORD) + carry;
                rest[i + j] = (int) sum;
                carry = sum >>> 32;
            }
            for (int j = i + modulus.length; carry != 0; j++) {
                long sum = (rest[j] & WORD) + carry;
                rest[j] = (int) sum;
                carry = sum >>> 32;
            }
        }
        return number(rest, steps);
    }

    /** Of an odd number modulo 2^32: each round of Newton's method doubles the bits that are right, from 3. */
    private static int inverse(int odd) {
        int inverse = odd;
        for (int round = 0; round < 4; round++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** Lowest first. */
    private static int[] words(BigInteger number) {
        byte[] octets = number.toByteArray();
        int[] words = new int[(octets.length + 3) / 4];
        for (int i = 0; i < octets.length; i++) {
            words[i / 4] |= (octets[octets.length - 1 - i] & 0xff) << 8 * (i % 4);
        }
        return words[words.length - 1] == 0 ? Arrays.copyOf(words, words.length - 1) : words;
    }

    private static BigInteger number(int[] words, int from) {
        ByteBuffer octets = ByteBuffer.allocate(4 * (words.length - from));
        for (int i = words.length - 1; i >= from; i--) {
            octets.putInt(words[i]);
        }
        return new BigInteger(1, octets.array());
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
