package dev.chancery.core.keys;

import dev.chancery.core.x509.Der;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;

/** A signature algorithm: its JCA name and its AlgorithmIdentifier (RFC 4055 §3.1, §5, RFC 5758 §3.2). */
public enum SignatureAlgorithm {
    SHA256_WITH_RSA("RSA", "SHA-256", "SHA256withRSA", 0, "300d06092a864886f70d01010b0500"),
    SHA384_WITH_RSA("RSA", "SHA-384", "SHA384withRSA", 0, "300d06092a864886f70d01010c0500"),
    SHA512_WITH_RSA("RSA", "SHA-512", "SHA512withRSA", 0, "300d06092a864886f70d01010d0500"),
    SHA256_WITH_ECDSA("EC", "SHA-256", "SHA256withECDSA", 0, "300a06082a8648ce3d040302"),
    SHA384_WITH_ECDSA("EC", "SHA-384", "SHA384withECDSA", 0, "300a06082a8648ce3d040303"),
    SHA512_WITH_ECDSA("EC", "SHA-512", "SHA512withECDSA", 0, "300a06082a8648ce3d040304"),
    SHA256_WITH_RSA_PSS(
            "RSA",
            "SHA-256",
            "RSASSA-PSS",
            32,
            "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480165030402010500a203020120"),
    SHA384_WITH_RSA_PSS(
            "RSA",
            "SHA-384",
            "RSASSA-PSS",
            48,
            "304106092a864886f70d01010a3034a00f300d06096086480165030402020500a11c301a06092a864886f70d010108300d06096086480165030402020500a203020130"),
    SHA512_WITH_RSA_PSS(
            "RSA",
            "SHA-512",
            "RSASSA-PSS",
            64,
            "304106092a864886f70d01010a3034a00f300d06096086480165030402030500a11c301a06092a864886f70d010108300d06096086480165030402030500a203020140");

    private final String keyFactory;
    private final String hash;
    private final String jcaName;
    private final int saltLength;
    // Der is immutable; it cannot be annotated so, since it holds an array.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Der identifier;

    SignatureAlgorithm(String keyFactory, String hash, String jcaName, int saltLength, String identifierHex) {
        this.keyFactory = keyFactory;
        this.hash = hash;
        this.jcaName = jcaName;
        this.saltLength = saltLength;
        this.identifier = Der.fromHex(identifierHex);
    }

    /**
     * The one that such a key makes over that hash.
     *
     * @param keyFactory {@code RSA} or {@code EC}
     * @param hash {@code SHA-256}
     * @param pss with an RSA key: RSASSA-PSS, its salt as long as the hash, in place of PKCS #1 v1.5
     */
    public static SignatureAlgorithm of(String keyFactory, String hash, boolean pss) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.keyFactory.equals(keyFactory)
                        && algorithm.hash.equals(hash)
                        && algorithm.pss() == (pss && keyFactory.equals("RSA")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no signature over " + hash + " with a key of the kind " + keyFactory));
    }

    /** For PSS this is one name for all hashes; see {@link #prepare}. */
    public String jcaName() {
        return jcaName;
    }

    /** The JCA name of the kind of key that makes it: {@code RSA} or {@code EC}. */
    public String keyFactory() {
        return keyFactory;
    }

    /** {@code SHA-256}. */
    public String hash() {
        return hash;
    }

    public boolean pss() {
        return saltLength > 0;
    }

    /** A new signature of a provider, with the parameters of this algorithm. */
    Signature prepare(java.security.Provider provider) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(jcaName, provider);
        if (pss()) {
            signature.setParameter(new PSSParameterSpec(
                    hash, "MGF1", new MGF1ParameterSpec(hash), saltLength, PSSParameterSpec.TRAILER_FIELD_BC));
        }
        return signature;
    }

    /** DER of the AlgorithmIdentifier: PKCS #1 v1.5 with NULL parameters, ECDSA without any, PSS with its own. */
    public Der identifier() {
        return identifier;
    }
}
