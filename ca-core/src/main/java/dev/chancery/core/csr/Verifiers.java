package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Verifies with one provider and one algorithm. Its objects are kept in a pool that grows to the number of threads that
 * ever verified at once, since looking them up costs a good part of a verification; one that threw is never used again.
 */
final class Verifiers {
    private final RequestSignature algorithm;
    private final Provider provider;
    private final Queue<Pair> idle = new ConcurrentLinkedQueue<>();

    private record Pair(KeyFactory keys, Signature verifier) {}

    /** @param algorithm its parameters are set anew for each request, as some of them are the request's own */
    Verifiers(RequestSignature algorithm, Provider provider) {
        this.algorithm = algorithm;
        this.provider = provider;
    }

    /** Whether the signature holds. */
    boolean holds(RequestParts request) throws GeneralSecurityException {
        Pair idlePair = idle.poll();
        Pair pair = idlePair == null ? newPair() : idlePair;
        Der key = request.subjectPublicKeyInfo();
        Signature verifier = pair.verifier;
        verifier.initVerify(pair.keys.generatePublic(new X509EncodedKeySpec(key.unsafeOctets())));
        if (algorithm.parameters().isPresent()) {
            verifier.setParameter(algorithm.parameters().get());
        }
        verifier.update(request.signed().unsafeOctets());
        boolean holds = verifier.verify(request.signature().unsafeOctets());
        if (algorithm.parameters().isEmpty()) {
            idle.add(pair);
        }
        return holds;
    }

    private Pair newPair() throws GeneralSecurityException {
        return new Pair(
                KeyFactory.getInstance(algorithm.keyAlgorithm(), provider),
                Signature.getInstance(algorithm.jcaName(), provider));
    }
}
