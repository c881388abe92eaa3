package dev.chancery.core.keys;

import dev.chancery.core.x509.Der;

/** A signature algorithm: its JCA name and its AlgorithmIdentifier (RFC 4055 §5, RFC 5758 §3.2). */
public enum SignatureAlgorithm {
    SHA256_WITH_RSA("SHA256withRSA", "300d06092a864886f70d01010b0500"),
    SHA384_WITH_RSA("SHA384withRSA", "300d06092a864886f70d01010c0500"),
    SHA512_WITH_RSA("SHA512withRSA", "300d06092a864886f70d01010d0500"),
    SHA256_WITH_ECDSA("SHA256withECDSA", "300a06082a8648ce3d040302"),
    SHA384_WITH_ECDSA("SHA384withECDSA", "300a06082a8648ce3d040303"),
    SHA512_WITH_ECDSA("SHA512withECDSA", "300a06082a8648ce3d040304");

    private final String jcaName;
    // Der is immutable; it cannot be annotated so, since it holds an array.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Der identifier;

    SignatureAlgorithm(String jcaName, String identifierHex) {
        this.jcaName = jcaName;
        this.identifier = Der.fromHex(identifierHex);
    }

    public String jcaName() {
        return jcaName;
    }

    /** The JCA name of the kind of key that makes it: {@code RSA} or {@code EC}. */
    public String keyFactory() {
        return jcaName.endsWith("RSA") ? "RSA" : "EC";
    }

    /** DER of the AlgorithmIdentifier: RSA with NULL parameters, ECDSA without any. */
    public Der identifier() {
        return identifier;
    }
}
