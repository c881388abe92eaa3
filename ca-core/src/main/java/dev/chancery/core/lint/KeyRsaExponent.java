package dev.chancery.core.lint;

import java.math.BigInteger;
import java.util.Optional;

/** Small exponents have been the door to forged signatures more than once. */
final class KeyRsaExponent extends KeyRule {
    private static final BigInteger LEAST = BigInteger.valueOf(65537);

    KeyRsaExponent() {
        super("key-rsa-exponent", Severity.ERROR, "NIST FIPS 186-5 §5.1", "An RSA exponent is odd and at least 65537.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        if (key.family() != KeyFamily.RSA) {
            return fine();
        }
        BigInteger exponent = key.rsa().exponent();
        return exponent.testBit(0) && exponent.compareTo(LEAST) >= 0
                ? fine()
                : wrong("the RSA exponent is " + exponent);
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
