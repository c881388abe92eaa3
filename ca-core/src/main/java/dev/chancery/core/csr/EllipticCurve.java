package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;

/** The NIST curves over prime fields, y² = x³ - 3x + b (SP 800-186 §3.2.1). Their cofactor is 1. */
enum EllipticCurve {
    P_256(
            256,
            "06082a8648ce3d030107",
            "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
            "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"),
    P_384(
            384,
            "06052b81040022",
            "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff",
            "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef"),
    P_521(
            521,
            "06052b81040023",
            "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                    + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e1"
                    + "56193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00");

    private static final BigInteger THREE = BigInteger.valueOf(3);

    private final int bits;
    // Der is immutable; it cannot be annotated so, since it holds an array.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Der identifier;

    private final BigInteger prime;
    private final BigInteger b;

    EllipticCurve(int bits, String identifier, String primeHex, String coefficientHex) {
        this.bits = bits;
        this.identifier = Der.fromHex(identifier);
        this.prime = new BigInteger(primeHex, 16);
        this.b = new BigInteger(coefficientHex, 16);
    }

    int bits() {
        return bits;
    }

    /** DER of its OBJECT IDENTIFIER. */
    Der identifier() {
        return identifier;
    }

    /** Octets of one coordinate. */
    int octets() {
        return (bits + 7) / 8;
    }

    boolean contains(BigInteger x, BigInteger y) {
        if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
            return false;
        }
        BigInteger right = x.multiply(x).subtract(THREE).multiply(x).add(b);
        return y.multiply(y).subtract(right).mod(prime).signum() == 0;
    }
}
