package dev.chancery.core.keys;

import dev.chancery.core.x509.Der;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A key as one provider has it.
 *
 * <p>It is loaded once through that provider's own KeyFactory: a foreign key is translated at every {@code initSign},
 * which costs up to three times the signature. Signature objects are kept, initialised, in a pool that grows to the number
 * of threads that ever signed at once: after {@code sign} and {@code verify} they are ready for the next message
 * (java.security.Signature), and looking one up costs more than some signatures.
 */
final class KeyBinding {
    private final SignatureAlgorithm signature;
    private final Provider provider;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final ConcurrentLinkedQueue<Pair> idle = new ConcurrentLinkedQueue<>();

    private record Pair(Signature signer, Signature verifier) {}

    KeyBinding(byte[] pkcs8, Der publicKeyInfo, SignatureAlgorithm algorithm, Provider provider)
            throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(algorithm.keyFactory(), provider);
        this.signature = algorithm;
        this.provider = provider;
        this.privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        this.publicKey = factory.generatePublic(new X509EncodedKeySpec(publicKeyInfo.unsafeOctets()));
    }

    Provider provider() {
        return provider;
    }

    PublicKey publicKey() {
        return publicKey;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    /** Signs, and checks what came out; empty octets mean that it does not hold. */
    byte[] sign(Der message) throws GeneralSecurityException {
        Pair idlePair = idle.poll();
        Pair pair = idlePair == null ? newPair() : idlePair;
        pair.signer.update(message.unsafeOctets());
        byte[] signed = pair.signer.sign();
        pair.verifier.update(message.unsafeOctets());
        if (!pair.verifier.verify(signed)) {
            return new byte[0];
        }
        idle.add(pair);
        return signed;
    }

    /** Only signs, whatever the length. A signer that failed in the middle is not used again. */
    byte[] sign(LongMessage message) throws GeneralSecurityException {
        Pair idlePair = idle.poll();
        Pair pair = idlePair == null ? newPair() : idlePair;
        message.feed(part -> update(pair.signer, part));
        byte[] signed = pair.signer.sign();
        idle.add(pair);
        return signed;
    }

    private static void update(Signature signer, ByteBuffer part) {
        try {
            signer.update(part);
        } catch (SignatureException e) {
            throw new IllegalStateException("a message broke off while it was signed", e);
        }
    }

    /** Only signs. */
    byte[] signUnchecked(Der message) throws GeneralSecurityException {
        Pair idlePair = idle.poll();
        Pair pair = idlePair == null ? newPair() : idlePair;
        pair.signer.update(message.unsafeOctets());
        byte[] signed = pair.signer.sign();
        idle.add(pair);
        return signed;
    }

    boolean holds(Der message, byte[] signed) throws GeneralSecurityException {
        Pair idlePair = idle.poll();
        Pair pair = idlePair == null ? newPair() : idlePair;
        pair.verifier.update(message.unsafeOctets());
        boolean holds = pair.verifier.verify(signed);
        idle.add(pair);
        return holds;
    }

    private Pair newPair() throws GeneralSecurityException {
        Signature signer = signature.prepare(provider);
        Signature verifier = signature.prepare(provider);
        signer.initSign(privateKey);
        verifier.initVerify(publicKey);
        return new Pair(signer, verifier);
    }
}
