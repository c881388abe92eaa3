package dev.chancery.core.csr;

import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.csr.KeyQuality.Verdict;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed448;

/** Ed25519 and Ed448 keys (RFC 8410 §4): a point of the right length and order, and no parameters. */
final class EdwardsKeyRules {
    Verdict ed25519(List<DerCursor> parameters, Der key) {
        boolean good = key.length() == Ed25519.PUBLIC_KEY_SIZE && Ed25519.validatePublicKeyFull(key.unsafeOctets(), 0);
        return judge(parameters, good, new KeyType("Ed25519", 256));
    }

    Verdict ed448(List<DerCursor> parameters, Der key) {
        boolean good = key.length() == Ed448.PUBLIC_KEY_SIZE && Ed448.validatePublicKeyFull(key.unsafeOctets(), 0);
        return judge(parameters, good, new KeyType("Ed448", 448));
    }

    private static Verdict judge(List<DerCursor> parameters, boolean good, KeyType type) {
        if (!parameters.isEmpty()) {
            return Verdict.refused(
                    "key-parameters", "The " + type.algorithm() + " key must have no parameters (RFC 8410 §3).");
        }
        return good
                ? Verdict.of(type, List.of())
                : Verdict.refused(
                        "key-edwards-point",
                        "The " + type.algorithm() + " key is no point of the curve, or one of small order: the key is"
                                + " broken. Make a new one.");
    }
}
