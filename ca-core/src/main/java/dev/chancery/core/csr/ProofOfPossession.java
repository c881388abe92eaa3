package dev.chancery.core.csr;

import dev.chancery.core.x509.Objection;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whether the request was signed by the private key that belongs to its public key (RFC 2986 §3). */
final class ProofOfPossession {
    private final List<Provider> providers;

    /** By algorithm, in the order of the providers: those that offer it. */
    private final Map<RequestSignature, List<Verifiers>> verifiers = new ConcurrentHashMap<>();

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
        for (Verifiers candidate : candidates(signature)) {
            Optional<Boolean> holds = holds(request, candidate);
            if (holds.isPresent()) {
                return holds.get() ? Optional.empty() : Optional.of(wrong());
            }
        }
        return Optional.of(Objection.of(
                "csr-signature-algorithm",
                "csr",
                "This Java runtime cannot verify " + signature.jcaName()
                        + " with this key. Sign the request with SHA-256."));
    }

    /** Kept for the algorithms without parameters, which are few; parameters are a stranger's choice. */
    private List<Verifiers> candidates(RequestSignature signature) {
        return signature.parameters().isEmpty()
                ? verifiers.computeIfAbsent(signature, this::offering)
                : offering(signature);
    }

    private List<Verifiers> offering(RequestSignature signature) {
        return providers.stream()
                .filter(provider -> provider.getService("KeyFactory", signature.keyAlgorithm()) != null
                        && provider.getService("Signature", signature.jcaName()) != null)
                .map(provider -> new Verifiers(signature, provider))
                .toList();
    }

    /** Empty when this provider does not take the key or the parameters, or fails; the next one may do better. */
    private static Optional<Boolean> holds(RequestParts request, Verifiers verifiers) {
        try {
            return Optional.of(verifiers.holds(request));
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
