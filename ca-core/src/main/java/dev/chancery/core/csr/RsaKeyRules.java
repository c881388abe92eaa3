package dev.chancery.core.csr;

import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.csr.KeyQuality.Verdict;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import dev.chancery.core.x509.Objection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** RSA keys: {@code RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }} (RFC 8017 §A.1.1). */
final class RsaKeyRules {
    private static final int MINIMUM_BITS = 2048;
    private static final int MAXIMUM_BITS = 8192;
    private static final BigInteger MINIMUM_EXPONENT = BigInteger.valueOf(65537);
    /** SP 800-56B §6.2; also keeps away the large exponents that come with a small private one (Wiener). */
    private static final int MAXIMUM_EXPONENT_BITS = 256;

    private static final String ADVICE = " Make a new key with a current version of OpenSSL, Java or Windows.";

    private final PredictableKeys predictable;
    private final RocaFingerprint roca = new RocaFingerprint();
    private final SmallFactors smallFactors = new SmallFactors();
    private final PerfectPower perfectPower = new PerfectPower();
    private final ClosePrimes closePrimes = new ClosePrimes();

    RsaKeyRules(PredictableKeys predictable) {
        this.predictable = predictable;
    }

    Verdict judge(List<DerCursor> parameters, Der key) {
        List<DerCursor> numbers = RequestParts.children(DerCursor.of(key), 2, 2);
        BigInteger modulus = positive(numbers.get(0), "modulus");
        BigInteger exponent = positive(numbers.get(1), "exponent");
        List<Objection> objections = new ArrayList<>();
        if (parameters.size() != 1 || parameters.get(0).tag() != 0x05) {
            objections.add(objection("key-parameters", "The RSA key must have NULL parameters (RFC 3279 §2.3.1)."));
        }
        int bits = modulus.bitLength();
        if (bits < MINIMUM_BITS || bits > MAXIMUM_BITS) {
            objections.add(objection(
                    "key-rsa-size",
                    "The RSA key has " + bits + " bits; from " + MINIMUM_BITS + " to " + MAXIMUM_BITS
                            + " are allowed. Make a new key, for example with 3072 bits."));
        }
        judgeExponent(exponent, objections);
        if (bits <= MAXIMUM_BITS) {
            judgeModulus(modulus, objections);
        }
        return Verdict.of(new KeyType("RSA", bits), objections);
    }

    private static void judgeExponent(BigInteger exponent, List<Objection> objections) {
        boolean tooLarge = exponent.bitLength() > MAXIMUM_EXPONENT_BITS;
        if (tooLarge || !exponent.testBit(0) || exponent.compareTo(MINIMUM_EXPONENT) < 0) {
            String shown = tooLarge ? "a number of " + exponent.bitLength() + " bits" : exponent.toString();
            objections.add(
                    objection(
                            "key-rsa-exponent",
                            "The public exponent of the RSA key is " + shown
                                    + "; it must be odd, at least 65537 and below 2^256. Make a new key with the exponent 65537."));
        }
    }

    /** One finding is enough: a modulus that is even is also easy in other ways. */
    private void judgeModulus(BigInteger modulus, List<Objection> objections) {
        if (!modulus.testBit(0)) {
            objections.add(objection("key-rsa-even", "The modulus of the RSA key is even: it is broken." + ADVICE));
        } else if (predictable.contains(modulus)) {
            objections.add(objection(
                    "key-rsa-predictable",
                    "The RSA key is one whose private key is common knowledge, made by a Debian OpenSSL of 2006 to 2008"
                            + " (CVE-2008-0166) or listed as compromised." + ADVICE));
        } else if (roca.matches(modulus)) {
            objections.add(objection(
                    "key-rsa-roca",
                    "The RSA key was made by a smart card or TPM whose keys can be computed (ROCA, CVE-2017-15361)."
                            + " Make a new key outside of that device, or update it first."));
        } else if (perfectPower.matches(modulus)) {
            objections.add(objection("key-rsa-power", "The modulus of the RSA key is a power of one number." + ADVICE));
        } else {
            smallFactors
                    .find(modulus)
                    .ifPresentOrElse(
                            factor -> objections.add(objection(
                                    "key-rsa-small-factor",
                                    "The modulus of the RSA key can be divided by " + factor + "." + ADVICE)),
                            () -> judgeDistance(modulus, objections));
        }
    }

    private void judgeDistance(BigInteger modulus, List<Objection> objections) {
        if (closePrimes.matches(modulus)) {
            objections.add(objection(
                    "key-rsa-close-primes",
                    "The two primes of the RSA key are so close together that they can be computed (Fermat,"
                            + " CVE-2022-26320)." + ADVICE));
        }
    }

    private static BigInteger positive(DerCursor integer, String what) {
        RequestParts.expect(integer, 0x02, what);
        byte[] content = integer.content();
        boolean padded = content.length > 1 && content[0] == 0 && content[1] >= 0;
        if (content.length == 0 || content[0] < 0 || padded) {
            throw new MalformedDerException("a " + what + " that is no positive DER INTEGER", integer.offset());
        }
        return new BigInteger(content);
    }

    private static Objection objection(String rule, String message) {
        return Objection.of(rule, "csr", message);
    }
}
