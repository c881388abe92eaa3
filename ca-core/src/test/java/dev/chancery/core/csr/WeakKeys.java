package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Public keys with a flaw each, the same in every run. */
final class WeakKeys {
    static final BigInteger F4 = BigInteger.valueOf(65537);

    private static final BigInteger SMALL_PRIMES = smallPrimes();

    private final Random random = new Random(20_261);

    /** Nothing is wrong with it that could be found quickly. */
    BigInteger goodModulus(int bits) {
        return rough(bits);
    }

    BigInteger even() {
        return rough(2048).clearBit(0);
    }

    BigInteger smallFactor(int factor) {
        BigInteger divisor = BigInteger.valueOf(factor);
        return rough(2049 - divisor.bitLength()).multiply(divisor);
    }

    BigInteger power(int exponent) {
        return rough(2048 / exponent + 1).pow(exponent);
    }

    /** @param distance between the two factors */
    BigInteger closeFactors(int distance) {
        BigInteger p = rough(1024);
        BigInteger q = p.add(BigInteger.valueOf(distance));
        while (!isRough(q)) {
            q = q.add(BigInteger.TWO);
        }
        return p.multiply(q);
    }

    /** As Infineon's library made them: factors {@code k * M + (65537^a mod M)} (Nemec et al., §2.1). */
    BigInteger roca() {
        BigInteger primorial = BigInteger.ONE;
        BigInteger next = BigInteger.ONE;
        for (int i = 0; i < 126; i++) {
            next = next.nextProbablePrime();
            primorial = primorial.multiply(next);
        }
        return rocaFactor(primorial).multiply(rocaFactor(primorial));
    }

    private BigInteger rocaFactor(BigInteger primorial) {
        int freeBits = 1024 - primorial.bitLength() + 1;
        while (true) {
            BigInteger k = new BigInteger(freeBits, random);
            BigInteger factor = k.multiply(primorial).add(F4.modPow(new BigInteger(256, random), primorial));
            if (factor.bitLength() == 1024 && factor.testBit(1022) && factor.testBit(0) && isRough(factor)) {
                return factor;
            }
        }
    }

    /**
     * A number without small factors, its two highest bits set so that products have their full length: in every respect
     * that is tested here as good as a prime, and found sooner.
     */
    private BigInteger rough(int bits) {
        while (true) {
            BigInteger candidate = new BigInteger(bits, random)
                    .setBit(bits - 1)
                    .setBit(bits - 2)
                    .setBit(0);
            if (isRough(candidate)) {
                return candidate;
            }
        }
    }

    private static boolean isRough(BigInteger number) {
        return number.gcd(SMALL_PRIMES).equals(BigInteger.ONE);
    }

    private static BigInteger smallPrimes() {
        BigInteger product = BigInteger.ONE;
        for (int n = 2; n < 1 << 16; n++) {
            int divisor = 2;
            while (divisor * divisor <= n && n % divisor != 0) {
                divisor++;
            }
            product = divisor * divisor > n ? product.multiply(BigInteger.valueOf(n)) : product;
        }
        return product;
    }

    static Der rsa(BigInteger modulus, BigInteger exponent) {
        return rsa(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), modulus, exponent);
    }

    static Der rsa(AlgorithmIdentifier algorithm, BigInteger modulus, BigInteger exponent) {
        return info(algorithm, SampleRequest.encoded(new RSAPublicKey(modulus, exponent)));
    }

    static Der ec(ASN1Encodable curve, byte[] point) {
        return info(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point);
    }

    static Der plain(String algorithm, byte[] key) {
        return info(new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm)), key);
    }

    static Der info(AlgorithmIdentifier algorithm, byte[] key) {
        return Der.ofOwned(SampleRequest.encoded(new SubjectPublicKeyInfo(algorithm, key)));
    }
}
