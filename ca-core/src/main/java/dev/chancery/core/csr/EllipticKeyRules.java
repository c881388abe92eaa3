package dev.chancery.core.csr;

import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.csr.KeyQuality.Verdict;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.math.BigInteger;
import java.util.List;

/** EC keys (RFC 5480 §2.1.1, §2.2): a named curve and an uncompressed point on it. */
final class EllipticKeyRules {
    private static final String ADVICE = " Use P-256, P-384 or P-521.";
    private static final int UNCOMPRESSED = 4;
    private static final List<EllipticCurve> CURVES = List.of(EllipticCurve.values());

    Verdict judge(List<DerCursor> parameters, Der point) {
        if (parameters.isEmpty() || parameters.get(0).tag() == 0x05) {
            return Verdict.refused("key-ec-curve", "The EC key does not say which curve it is on." + ADVICE);
        }
        DerCursor curve = parameters.get(0);
        if (curve.tag() != 0x06) {
            return Verdict.refused(
                    "key-ec-explicit",
                    "The EC key describes its curve by numbers instead of by name, which invites forgery"
                            + " (CVE-2020-0601). Make the key on a named curve: openssl ecparam -name prime256v1 -genkey.");
        }
        for (EllipticCurve candidate : CURVES) {
            if (curve.is(candidate.identifier())) {
                return onCurve(candidate, point);
            }
        }
        return Verdict.refused(
                "key-ec-curve", "The curve " + Oids.name(curve) + " of the EC key is not supported." + ADVICE);
    }

    private static Verdict onCurve(EllipticCurve curve, Der point) {
        byte[] octets = point.unsafeOctets();
        int length = curve.octets();
        if (octets.length != 1 + 2 * length || octets[0] != UNCOMPRESSED) {
            boolean compressed = octets.length == 1 + length && (octets[0] == 2 || octets[0] == 3);
            return Verdict.refused(
                    "key-ec-point",
                    compressed
                            ? "The point of the EC key is compressed, which few clients read. Write it uncompressed:"
                                    + " openssl ec -conv_form uncompressed."
                            : "The point of the EC key has " + octets.length + " octets; on P-" + curve.bits()
                                    + " it is a 04" + " and two coordinates of " + length + " octets.");
        }
        BigInteger x = new BigInteger(1, octets, 1, length);
        BigInteger y = new BigInteger(1, octets, 1 + length, length);
        return curve.contains(x, y)
                ? Verdict.of(new KeyType("EC", curve.bits()), List.of())
                : Verdict.refused(
                        "key-ec-point",
                        "The point of the EC key is not on the curve P-" + curve.bits()
                                + ": the key is broken. Make a new one.");
    }
}
