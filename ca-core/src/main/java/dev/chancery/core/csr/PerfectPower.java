package dev.chancery.core.csr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Whether a modulus is {@code a^k}. Numbers with {@code a < 2^16} are left to {@link SmallFactors}, so {@code k} is at
 * most 512.
 *
 * <p>A k-th power is a k-th power modulo every prime q as well, and where q = 1 (mod k) only one residue in k is one. A
 * few such q turn away nearly every modulus for the price of a division; the root is taken only of what passes.
 */
final class PerfectPower {
    private static final int LARGEST_EXPONENT = 8192 / 16;
    private static final int SIEVES_PER_EXPONENT = 4;

    private volatile List<Sieve> sieves = List.of();

    private record Sieve(int exponent, List<BigInteger> primes) {
        boolean passes(BigInteger number) {
            for (BigInteger prime : primes) {
                BigInteger residue = number.mod(prime);
                BigInteger power = prime.subtract(BigInteger.ONE).divide(BigInteger.valueOf(exponent));
                if (residue.signum() != 0 && !residue.modPow(power, prime).equals(BigInteger.ONE)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Made for the first RSA key that comes, not at the start: it takes a tenth of a second. */
    private List<Sieve> sieves() {
        if (sieves.isEmpty()) {
            List<Sieve> made = new ArrayList<>();
            for (int k = 2; k <= LARGEST_EXPONENT; k++) {
                if (BigInteger.valueOf(k).isProbablePrime(30)) {
                    made.add(new Sieve(k, primesOneModulo(k)));
                }
            }
            sieves = List.copyOf(made);
        }
        return sieves;
    }

    boolean matches(BigInteger modulus) {
        for (Sieve sieve : sieves()) {
            if (sieve.exponent > modulus.bitLength() / 16) {
                return false;
            }
            if (sieve.passes(modulus) && isPower(modulus, sieve.exponent)) {
                return true;
            }
        }
        return false;
    }

    private static List<BigInteger> primesOneModulo(int k) {
        return LongStream.iterate(k + 1L, candidate -> candidate + k)
                .filter(candidate -> candidate > 2)
                .mapToObj(BigInteger::valueOf)
                .filter(candidate -> candidate.isProbablePrime(30))
                .limit(SIEVES_PER_EXPONENT)
                .toList();
    }

    /** Newton's method from above, in whole numbers. */
    private static boolean isPower(BigInteger number, int k) {
        BigInteger degree = BigInteger.valueOf(k);
        BigInteger root = BigInteger.ONE.shiftLeft((number.bitLength() + k - 1) / k);
        while (true) {
            BigInteger next = root.multiply(BigInteger.valueOf(k - 1L))
                    .add(number.divide(root.pow(k - 1)))
                    .divide(degree);
            if (next.compareTo(root) >= 0) {
                return root.pow(k).equals(number);
            }
            root = next;
        }
    }
}
