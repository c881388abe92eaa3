package dev.chancery.core.csr;

import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import dev.chancery.core.x509.Objection;
import java.util.List;

/**
 * Whether a public key is of a kind that is issued for, and none of the weak ones (SECURITY.md rule 5). Thread-safe.
 *
 * <p>Judges the SubjectPublicKeyInfo by its octets, before any provider decodes it.
 */
public final class KeyQuality {
    private static final String RSA = "06092a864886f70d010101";
    private static final String RSA_PSS = "06092a864886f70d01010a";
    private static final Der ELLIPTIC = Der.fromHex("06072a8648ce3d0201");
    private static final String ED25519 = "06032b6570";
    private static final String ED448 = "06032b6571";
    private static final KeyType UNKNOWN = new KeyType("unknown", 0);

    private final RsaKeyRules rsa;
    private final EllipticKeyRules elliptic = new EllipticKeyRules();
    private final EdwardsKeyRules edwards = new EdwardsKeyRules();

    public KeyQuality(PredictableKeys predictable) {
        this.rsa = new RsaKeyRules(predictable);
    }

    /**
     * What kind of key it is, and everything that is wrong with it.
     *
     * @param objections none when the key is good
     */
    public record Verdict(KeyType type, List<Objection> objections) {
        public Verdict {
            objections = List.copyOf(objections);
        }

        static Verdict of(KeyType type, List<Objection> objections) {
            return new Verdict(type, objections);
        }

        static Verdict refused(String rule, String message) {
            return new Verdict(UNKNOWN, List.of(Objection.of(rule, "csr", message)));
        }
    }

    /** @param subjectPublicKeyInfo DER (RFC 5280 §4.1.2.7) */
    public Verdict judge(Der subjectPublicKeyInfo) {
        try {
            List<DerCursor> parts = RequestParts.children(DerCursor.of(subjectPublicKeyInfo), 2, 2);
            List<DerCursor> algorithm = RequestParts.children(parts.get(0), 1, 2);
            List<DerCursor> parameters = algorithm.subList(1, algorithm.size());
            Der key = RequestParts.bits(parts.get(1));
            if (algorithm.get(0).is(ELLIPTIC)) {
                return elliptic.judge(parameters, key);
            }
            return switch (algorithm.get(0).encoded().hex()) {
                case RSA -> rsa.judge(parameters, key);
                case ED25519 -> edwards.ed25519(parameters, key);
                case ED448 -> edwards.ed448(parameters, key);
                case RSA_PSS ->
                    Verdict.refused(
                            "key-algorithm",
                            "The key is marked for RSASSA-PSS only, which most clients cannot use. Make a plain RSA key,"
                                    + " or an EC P-256 key.");
                default ->
                    Verdict.refused(
                            "key-algorithm",
                            "The key's algorithm " + Oids.name(algorithm.get(0))
                                    + " is not supported. Make an EC P-256 key, or an RSA key of 2048 bits or more.");
            };
        } catch (MalformedDerException e) {
            return Verdict.refused("key-malformed", "The public key is malformed: " + e.getMessage() + ".");
        }
    }
}
