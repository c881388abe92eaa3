package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;

/** Checks signatures with the JCA. */
final class SignatureCheck {
    private SignatureCheck() {}

    /**
     * Whether that key made it.
     *
     * @param signature a BIT STRING of whole octets; any other is no signature
     * @throws UnreadableException when this Java runtime does not know the algorithm, or the key is broken
     */
    static boolean verifies(
            AlgorithmIdentifier algorithm, ByteBuffer signed, DerCursor signature, PublicKeyInfo signer) {
        SignatureScheme scheme = SignatureScheme.of(algorithm.oid())
                .orElseThrow(() -> new UnreadableException("signature algorithm " + algorithm.oid() + " is unknown"));
        if (!scheme.fits(signer.family()) || signature.octet(0) != 0) {
            return false;
        }
        Signature verifier;
        try {
            PublicKey key = KeyFactory.getInstance(signer.family().jcaName())
                    .generatePublic(new X509EncodedKeySpec(signer.der().octets()));
            verifier = Signature.getInstance(scheme.jcaName());
            if (scheme == SignatureScheme.RSA_PSS) {
                verifier.setParameter(pss(algorithm));
            }
            verifier.initVerify(key);
            verifier.update(signed);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new UnreadableException("the signature cannot be checked: " + e.getMessage(), e);
        }
        try {
            return verifier.verify(Asn1.bits(signature, "signatureValue"));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Of the wrong length, or no two numbers: it is no signature of that key.
            return false;
        }
    }

    private static PSSParameterSpec pss(AlgorithmIdentifier algorithm) throws GeneralSecurityException, IOException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
        parameters.init(algorithm
                .parameters()
                .orElseThrow(() -> new UnreadableException("RSASSA-PSS without parameters"))
                .encoded()
                .octets());
        return parameters.getParameterSpec(PSSParameterSpec.class);
    }
}
