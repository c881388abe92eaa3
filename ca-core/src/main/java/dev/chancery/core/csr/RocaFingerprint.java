package dev.chancery.core.csr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Keys of Infineon's RSA library (ROCA, CVE-2017-15361; Nemec et al., "The Return of Coppersmith's Attack", CCS 2017).
 *
 * <p>Its primes are {@code k * M + (65537^a mod M)}, where M is the product of the first primes, so such a modulus is a
 * power of 65537 modulo each of them. For another key that happens once in 2^27 times.
 */
final class RocaFingerprint {
    private static final int LARGEST_PRIME = 167;

    private final List<Integer> primes = new ArrayList<>();
    private final List<BitSet> powers = new ArrayList<>();
    private final BigInteger product;

    RocaFingerprint() {
        BigInteger all = BigInteger.ONE;
        for (int prime = 3; prime <= LARGEST_PRIME; prime += 2) {
            if (BigInteger.valueOf(prime).isProbablePrime(30)) {
                primes.add(prime);
                powers.add(powersOf65537(prime));
                all = all.multiply(BigInteger.valueOf(prime));
            }
        }
        this.product = all;
    }

    boolean matches(BigInteger modulus) {
        BigInteger rest = modulus.mod(product);
        for (int i = 0; i < primes.size(); i++) {
            int residue = rest.mod(BigInteger.valueOf(primes.get(i))).intValue();
            if (!powers.get(i).get(residue)) {
                return false;
            }
        }
        return true;
    }

    private static BitSet powersOf65537(int prime) {
        BitSet powers = new BitSet(prime);
        int power = 1;
        while (!powers.get(power)) {
            powers.set(power);
            power = power * (65537 % prime) % prime;
        }
        return powers;
    }
}
