package dev.chancery.core.keys;

import dev.chancery.core.x509.EncodedCertificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Which signature the key of a certificate makes, told from its AlgorithmIdentifier (RFC 3279 §2.3, RFC 5480 §2.1). */
final class KeyKind {
    private KeyKind() {}

    /** Empty for kinds of key and curves that Chancery does not sign with. */
    static Optional<SignatureAlgorithm> of(EncodedCertificate certificate) {
        AlgorithmIdentifier key = certificate
                .structure()
                .getTBSCertificate()
                .getSubjectPublicKeyInfo()
                .getAlgorithm();
        if (key.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.of(SignatureAlgorithm.SHA256_WITH_RSA);
        }
        boolean named = key.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && key.getParameters() instanceof ASN1ObjectIdentifier;
        return named ? ofCurve((ASN1ObjectIdentifier) key.getParameters()) : Optional.empty();
    }

    private static Optional<SignatureAlgorithm> ofCurve(ASN1ObjectIdentifier curve) {
        if (curve.equals(SECObjectIdentifiers.secp256r1)) {
            return Optional.of(SignatureAlgorithm.SHA256_WITH_ECDSA);
        }
        if (curve.equals(SECObjectIdentifiers.secp384r1)) {
            return Optional.of(SignatureAlgorithm.SHA384_WITH_ECDSA);
        }
        return curve.equals(SECObjectIdentifiers.secp521r1)
                ? Optional.of(SignatureAlgorithm.SHA512_WITH_ECDSA)
                : Optional.empty();
    }
}
