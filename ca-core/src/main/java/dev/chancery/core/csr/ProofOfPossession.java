package dev.chancery.core.csr;

import dev.chancery.core.x509.Objection;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the request was signed by the private key that belongs to its public key (RFC 2986 §3). */
final class ProofOfPossession {
    private final List<Provider> providers;

    ProofOfPossession(List<Provider> preferred) {
        List<Provider> all = new ArrayList<>(preferred);
        all.addAll(List.of(Security.getProviders()));
        this.providers = List.copyOf(all);
    }

    /** @param keyAlgorithm of a key that was found good: {@code RSA}, {@code EC}, {@code Ed25519}, {@code Ed448} */
    Optional<Objection> check(RequestParts request, String keyAlgorithm) {
        RequestSignature.Reading reading = RequestSignature.read(request.signatureAlgorithm());
        if (reading.objection().isPresent()) {
            return reading.objection();
        }
        RequestSignature signature = reading.signature().orElseThrow();
        if (!signature.keyAlgorithm().equals(keyAlgorithm)) {
            return Optional.of(Objection.of(
                    "csr-signature",
                    "csr",
                    "The request is signed with " + signature.jcaName() + ", but its key is of the kind " + keyAlgorithm
                            + ": another key signed it. Make the request again with its own key."));
        }
        return verify(request, signature);
    }

    private Optional<Objection> verify(RequestParts request, RequestSignature signature) {
        return providers.stream()
                .filter(provider -> provider.getService("KeyFactory", signature.keyAlgorithm()) != null
                        && provider.getService("Signature", signature.jcaName()) != null)
                .flatMap(provider -> holds(request, signature, provider).stream())
                .findFirst()
                .map(holds -> holds ? Optional.<Objection>empty() : Optional.of(wrong()))
                .orElseGet(() -> Optional.of(Objection.of(
                        "csr-signature-algorithm",
                        "csr",
                        "This Java runtime cannot verify " + signature.jcaName()
                                + " with this key. Sign the request with SHA-256.")));
    }

    /** Empty when this provider does not take the key or the parameters, or fails; the next one may do better. */
    private static Optional<Boolean> holds(RequestParts request, RequestSignature algorithm, Provider provider) {
        try {
            PublicKey key = KeyFactory.getInstance(algorithm.keyAlgorithm(), provider)
                    .generatePublic(new X509EncodedKeySpec(
                            request.subjectPublicKeyInfo().unsafeOctets()));
            Signature verifier = Signature.getInstance(algorithm.jcaName(), provider);
            verifier.initVerify(key);
            if (algorithm.parameters().isPresent()) {
                verifier.setParameter(algorithm.parameters().get());
            }
            verifier.update(request.signed().unsafeOctets());
            return Optional.of(verifier.verify(request.signature().unsafeOctets()));
        } catch (SignatureException e) {
            return Optional.of(false); // not even the shape of a signature
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Objection wrong() {
        return Objection.of(
                "csr-signature",
                "csr",
                "The signature of the request does not hold: it was changed after it was made, or another key signed it."
                        + " Make the request again.");
    }
}
