package dev.chancery.core.csr;

import java.math.BigInteger;

/**
 * Fermat's factorisation: {@code n = a² - b²} for some {@code a} just above the root of {@code n}, when the primes are
 * close together. A hundred rounds find every key that broken software is known to have made (CVE-2022-26320 needs one).
 */
final class ClosePrimes {
    private static final int ROUNDS = 100;
    /** Bit r is set when r is a square modulo 64: turns away four of five numbers that are no squares. */
    private static final long SQUARES_MODULO_64 = squares();

    private static final BigInteger SIEVE = BigInteger.valueOf(63 * 65 * 11);

    /** @param modulus odd */
    boolean matches(BigInteger modulus) {
        BigInteger a = modulus.sqrt();
        if (a.multiply(a).compareTo(modulus) < 0) {
            a = a.add(BigInteger.ONE);
        }
        BigInteger remainder = a.multiply(a).subtract(modulus);
        for (int round = 0; round < ROUNDS; round++) {
            if (isSquare(remainder)) {
                return true;
            }
            remainder = remainder.add(a.shiftLeft(1)).add(BigInteger.ONE);
            a = a.add(BigInteger.ONE);
        }
        return false;
    }

    private static boolean isSquare(BigInteger number) {
        if ((SQUARES_MODULO_64 >>> (number.intValue() & 63) & 1) == 0) {
            return false;
        }
        int rest = number.mod(SIEVE).intValue();
        if (!squareModulo(rest, 63) || !squareModulo(rest, 65) || !squareModulo(rest, 11)) {
            return false;
        }
        BigInteger root = number.sqrt();
        return root.multiply(root).equals(number);
    }

    private static boolean squareModulo(int number, int modulus) {
        int residue = number % modulus;
        for (int i = 0; i <= modulus / 2; i++) {
            if (i * i % modulus == residue) {
                return true;
            }
        }
        return false;
    }

    private static long squares() {
        long squares = 0;
        for (int i = 0; i < 64; i++) {
            squares |= 1L << (i * i & 63);
        }
        return squares;
    }
}
