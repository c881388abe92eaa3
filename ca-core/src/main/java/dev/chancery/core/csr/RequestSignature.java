package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.Objection;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The algorithm that a request is signed with.
 *
 * <p>SHA-1 is accepted here: old Windows makes requests with it, the signature proves possession to this server now and
 * to nobody else later, and forging it would need a second preimage. MD5 and older are not.
 *
 * @param keyAlgorithm the kind of key that makes it
 */
record RequestSignature(String jcaName, String keyAlgorithm, Optional<AlgorithmParameterSpec> parameters) {
    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.5", "SHA1withRSA"),
            Map.entry("1.3.14.3.2.29", "SHA1withRSA"),
            Map.entry("1.2.840.113549.1.1.14", "SHA224withRSA"),
            Map.entry("1.2.840.113549.1.1.11", "SHA256withRSA"),
            Map.entry("1.2.840.113549.1.1.12", "SHA384withRSA"),
            Map.entry("1.2.840.113549.1.1.13", "SHA512withRSA"),
            Map.entry("1.2.840.10045.4.1", "SHA1withECDSA"),
            Map.entry("1.2.840.10045.4.3.1", "SHA224withECDSA"),
            Map.entry("1.2.840.10045.4.3.2", "SHA256withECDSA"),
            Map.entry("1.2.840.10045.4.3.3", "SHA384withECDSA"),
            Map.entry("1.2.840.10045.4.3.4", "SHA512withECDSA"),
            Map.entry("1.3.101.112", "Ed25519"),
            Map.entry("1.3.101.113", "Ed448"));
    private static final Map<String, String> BROKEN = Map.of(
            "1.2.840.113549.1.1.2", "MD2",
            "1.2.840.113549.1.1.3", "MD4",
            "1.2.840.113549.1.1.4", "MD5",
            "1.3.14.3.2.3", "MD5");
    private static final Map<String, String> DIGESTS = Map.of(
            "1.3.14.3.2.26", "SHA-1",
            "2.16.840.1.101.3.4.2.4", "SHA-224",
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    /** Either of the two is present. */
    record Reading(Optional<RequestSignature> signature, Optional<Objection> objection) {}

    static Reading read(Der algorithmIdentifier) {
        List<DerCursor> parts = DerCursor.of(algorithmIdentifier).children();
        if (parts.isEmpty() || parts.get(0).tag() != 0x06) {
            return refused("an algorithm without an identifier");
        }
        String oid = Oids.dotted(parts.get(0));
        if (BROKEN.containsKey(oid)) {
            return refused(BROKEN.get(oid) + ", which proves nothing any more");
        }
        if (oid.equals(PSS)) {
            return pss(algorithmIdentifier);
        }
        String name = NAMES.get(oid);
        return name == null
                ? refused("the algorithm " + Oids.name(parts.get(0)) + ", which is not supported")
                : new Reading(Optional.of(new RequestSignature(name, keyOf(name), Optional.empty())), Optional.empty());
    }

    private static String keyOf(String name) {
        if (name.startsWith("Ed")) {
            return name;
        }
        return name.endsWith("withRSA") ? "RSA" : "EC";
    }

    /** RFC 4055 §3.1. */
    private static Reading pss(Der algorithmIdentifier) {
        try {
            AlgorithmIdentifier algorithm = AlgorithmIdentifier.getInstance(algorithmIdentifier.octets());
            RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(present(algorithm.getParameters()));
            AlgorithmIdentifier mask = AlgorithmIdentifier.getInstance(
                    present(parameters.getMaskGenAlgorithm().getParameters()));
            int salt = parameters.getSaltLength().intValueExact();
            if (salt < 0 || salt > 512) {
                return refused("RSASSA-PSS with a salt of " + salt + " octets");
            }
            PSSParameterSpec spec = new PSSParameterSpec(
                    digest(parameters.getHashAlgorithm()), "MGF1", new MGF1ParameterSpec(digest(mask)), salt, 1);
            return new Reading(
                    Optional.of(new RequestSignature("RSASSA-PSS", "RSA", Optional.of(spec))), Optional.empty());
        } catch (RuntimeException e) {
            // Bouncy Castle casts the members of the sequence before it looks at their tags, and was not made for
            // strangers.
            return refused("RSASSA-PSS with parameters that are malformed or not supported");
        }
    }

    private static ASN1Encodable present(@Nullable ASN1Encodable parameters) {
        if (parameters == null) {
            throw new IllegalArgumentException("parameters are missing");
        }
        return parameters;
    }

    private static String digest(AlgorithmIdentifier identifier) {
        String name = DIGESTS.get(identifier.getAlgorithm().getId());
        if (name == null) {
            throw new IllegalArgumentException("digest " + identifier.getAlgorithm());
        }
        return name;
    }

    private static Reading refused(String what) {
        return new Reading(
                Optional.empty(),
                Optional.of(Objection.of(
                        "csr-signature-algorithm",
                        "csr",
                        "The request is signed with " + what + ". Sign it with SHA-256: openssl req -new -sha256.")));
    }
}
