package dev.chancery.core.lint;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;

/** Checks the signature of a CRL with the JCA. */
final class CrlSignature {
    private CrlSignature() {}

    /** @throws UnreadableException when this Java runtime does not know the algorithm, or the key is broken */
    static boolean verifies(JudgedCrl crl, PublicKeyInfo issuer) {
        AlgorithmIdentifier algorithm = crl.signature();
        SignatureScheme scheme = SignatureScheme.of(algorithm.oid())
                .orElseThrow(() -> new UnreadableException("signature algorithm " + algorithm.oid() + " is unknown"));
        if (!scheme.fits(issuer.family())) {
            return false;
        }
        try {
            PublicKey key = KeyFactory.getInstance(issuer.family().jcaName())
                    .generatePublic(new X509EncodedKeySpec(issuer.der().octets()));
            Signature verifier = Signature.getInstance(scheme.jcaName());
            if (scheme == SignatureScheme.RSA_PSS) {
                verifier.setParameter(pss(algorithm));
            }
            verifier.initVerify(key);
            verifier.update(crl.fields().tbs().encoded());
            return verifier.verify(Asn1.bits(crl.fields().signatureValue(), "signatureValue"));
        } catch (GeneralSecurityException | IOException e) {
            throw new UnreadableException("the signature cannot be checked: " + e.getMessage(), e);
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
