package dev.chancery.core.csr;

import dev.chancery.core.csr.DebianRandom.Architecture;
import dev.chancery.core.csr.DebianRandom.SeedFile;
import java.math.BigInteger;
import java.util.stream.IntStream;

/** Makes the RSA key that {@code openssl genrsa} or {@code openssl req} of Debian made in the process of that number. */
final class DebianKey {
    private static final int[] PRIMES = primes(2048);
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private final DebianRandom random;

    private DebianKey(DebianRandom random) {
        this.random = random;
    }

    /** @param process 0 to 32767, all that Linux had then */
    static BigInteger modulus(int bits, Architecture architecture, SeedFile file, int process) {
        DebianKey maker = new DebianKey(new DebianRandom(architecture, file, process));
        BigInteger p = maker.prime((bits + 1) / 2);
        BigInteger q = maker.prime(bits / 2);
        return p.multiply(q);
    }

    private BigInteger prime(int bits) {
        int rounds = bits >= 1300 ? 2 : 3;
        while (true) {
            BigInteger candidate = candidate(bits);
            boolean fits = !candidate.subtract(BigInteger.ONE).mod(EXPONENT).equals(BigInteger.ZERO);
            if (isPrime(candidate, rounds) && fits) {
                return candidate;
            }
        }
    }

    /** The next odd number that is neither a multiple of a small prime nor one more than that. */
    private BigInteger candidate(int bits) {
        BigInteger start = number(bits).setBit(bits - 1).setBit(bits - 2).setBit(0);
        int[] rests = IntStream.of(PRIMES)
                .map(prime -> start.mod(BigInteger.valueOf(prime)).intValue())
                .toArray();
        long delta = 0;
        for (int i = 1; i < PRIMES.length; i++) {
            if ((rests[i] + delta) % PRIMES[i] <= 1) {
                delta += 2;
                i = 0;
            }
        }
        return start.add(BigInteger.valueOf(delta));
    }

    /** Miller and Rabin, with the witnesses that OpenSSL takes: each draws on the same random numbers. */
    private boolean isPrime(BigInteger number, int rounds) {
        BigInteger minusOne = number.subtract(BigInteger.ONE);
        int twos = minusOne.getLowestSetBit();
        for (int round = 0; round < rounds; round++) {
            BigInteger witness = number(number.bitLength());
            while (witness.compareTo(minusOne) >= 0) {
                witness = number(number.bitLength());
            }
            BigInteger power = witness.add(BigInteger.ONE).modPow(minusOne.shiftRight(twos), number);
            boolean passes = power.equals(BigInteger.ONE) || power.equals(minusOne);
            for (int i = 1; i < twos && !passes; i++) {
                power = power.multiply(power).mod(number);
                passes = power.equals(minusOne);
            }
            if (!passes) {
                return false;
            }
        }
        return true;
    }

    /** @param bits a multiple of 8 */
    private BigInteger number(int bits) {
        random.addTime();
        return new BigInteger(1, random.next(bits / 8));
    }

    private static int[] primes(int count) {
        return IntStream.iterate(2, n -> n + 1)
                .filter(n -> BigInteger.valueOf(n).isProbablePrime(30))
                .limit(count)
                .toArray();
    }
}
