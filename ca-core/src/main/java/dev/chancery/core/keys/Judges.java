package dev.chancery.core.keys;

import dev.chancery.core.x509.Der;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/**
 * What other providers say of a signature: a broken native library may well accept its own mistakes. Those that come later
 * in the order of preference judge those before them, so that the last one, the JDK's or Bouncy Castle, stands for itself.
 */
record Judges(List<Provider> later, Der publicKeyInfo, SignatureAlgorithm algorithm) {
    static Judges of(Provider signer, List<Provider> candidates, Der publicKeyInfo, SignatureAlgorithm algorithm) {
        int place = candidates.indexOf(signer);
        return new Judges(candidates.subList(place + 1, candidates.size()), publicKeyInfo, algorithm);
    }

    /** @throws GeneralSecurityException when the first that has an opinion does not accept it */
    void accept(String signer, Der message, byte[] signature) throws GeneralSecurityException {
        for (Provider judge : later) {
            Optional<Boolean> opinion = opinion(judge, message, signature);
            if (opinion.isPresent()) {
                if (!opinion.get()) {
                    throw new GeneralSecurityException(
                            signer + " makes signatures that " + judge.getName() + " does not accept");
                }
                return;
            }
        }
    }

    private Optional<Boolean> opinion(Provider judge, Der message, byte[] signature) {
        try {
            PublicKey key = KeyFactory.getInstance(algorithm.keyFactory(), judge)
                    .generatePublic(new X509EncodedKeySpec(publicKeyInfo.octets()));
            Signature verifier = algorithm.prepare(judge);
            verifier.initVerify(key);
            verifier.update(message.unsafeOctets());
            return Optional.of(verifier.verify(signature));
        } catch (java.security.SignatureException e) {
            return Optional.of(false); // not even the shape of a signature
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }
}
