package dev.chancery.core.lint;

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

    /** @throws UnreadableException when this Java runtime does not know the algorithm, or the key is broken */
    static boolean verifies(AlgorithmIdentifier algorithm, ByteBuffer signed, byte[] signature, PublicKeyInfo signer) {
        SignatureScheme scheme = SignatureScheme.of(algorithm.oid())
                .orElseThrow(() -> new UnreadableException("signature algorithm " + algorithm.oid() + " is unknown"));
        if (!scheme.fits(signer.family())) {
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
            return verifier.verify(signature);
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
