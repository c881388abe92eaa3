package dev.chancery.core.keys;

import dev.chancery.core.x509.Der;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A private key bound to the provider that signs with it.
 *
 * <p>The key is loaded once through that provider's own KeyFactory: a foreign key is translated at every {@code
 * initSign}, which costs up to three times the signature. Signature objects are kept, initialised, in a pool that grows
 * to the number of threads that ever signed at once: after {@code sign} and {@code verify} they are ready for the next
 * message (java.security.Signature), and looking one up costs more than some signatures.
 */
final class BoundKey implements SigningKey {
    private static final Der TRIAL = Der.fromHex("4348414e43455259");

    private final Der publicKeyInfo;
    private final SignatureAlgorithm algorithm;
    private final Provider provider;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final ConcurrentLinkedQueue<Pair> idle = new ConcurrentLinkedQueue<>();

    private record Pair(Signature signer, Signature verifier) {}

    private BoundKey(
            Der publicKeyInfo,
            SignatureAlgorithm algorithm,
            Provider provider,
            PrivateKey privateKey,
            PublicKey publicKey) {
        this.publicKeyInfo = publicKeyInfo;
        this.algorithm = algorithm;
        this.provider = provider;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Binds a key to the first provider that makes a signature with it that holds.
     *
     * @param pkcs8 the private key; wiped before this returns
     * @throws GeneralSecurityException when no provider does, with the reason that the last one gave
     * @throws KeyMismatchException when the two keys do not belong together
     */
    static BoundKey bind(byte[] pkcs8, Der publicKeyInfo, SignatureAlgorithm algorithm, SignatureProvider providers)
            throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("no provider offers " + algorithm.jcaName());
        String keyFactory = algorithm.keyFactory();
        try {
            for (Provider provider : providers.candidates(keyFactory, algorithm.jcaName())) {
                try {
                    return tryOut(pkcs8, publicKeyInfo, algorithm, provider);
                } catch (GeneralSecurityException e) {
                    last = e;
                } catch (RuntimeException | LinkageError e) {
                    last = new GeneralSecurityException(provider.getName() + " failed: " + e.getMessage(), e);
                }
            }
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
        throw last;
    }

    /** The signature of the trial does not hold: the keys are not a pair. */
    static final class KeyMismatchException extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;

        KeyMismatchException() {
            super("the private key does not match the public key");
        }
    }

    private static BoundKey tryOut(byte[] pkcs8, Der publicKeyInfo, SignatureAlgorithm algorithm, Provider provider)
            throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(algorithm.keyFactory(), provider);
        BoundKey key = new BoundKey(
                publicKeyInfo,
                algorithm,
                provider,
                factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
                factory.generatePublic(new X509EncodedKeySpec(publicKeyInfo.unsafeOctets())));
        Pair pair = key.newPair();
        byte[] signature = signature(pair.signer, TRIAL);
        if (!holds(pair.verifier, TRIAL, signature)) {
            throw new KeyMismatchException();
        }
        key.idle.add(pair);
        return key;
    }

    @Override
    public Der publicKeyInfo() {
        return publicKeyInfo;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public String provider() {
        return provider.getName();
    }

    @Override
    public Der sign(Der message) {
        try {
            Pair idlePair = idle.poll();
            Pair pair = idlePair == null ? newPair() : idlePair;
            byte[] signature = signature(pair.signer, message);
            if (!holds(pair.verifier, message, signature)) {
                throw new IllegalStateException("a signature made by " + provider()
                        + " does not verify and was thrown away; check this machine's memory and processor");
            }
            idle.add(pair);
            return Der.ofOwned(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(provider() + " cannot sign with " + algorithm.jcaName(), e);
        }
    }

    /** For the vault, which alone can make the argument, when it writes a generated key to its file. */
    PrivateKey privateKey(KeyVault.Writing vault) {
        Objects.requireNonNull(vault);
        return privateKey;
    }

    private Pair newPair() throws GeneralSecurityException {
        Signature signer = Signature.getInstance(algorithm.jcaName(), provider);
        Signature verifier = Signature.getInstance(algorithm.jcaName(), provider);
        initialise(signer, verifier);
        return new Pair(signer, verifier);
    }

    private void initialise(Signature signer, Signature verifier) throws InvalidKeyException {
        signer.initSign(privateKey);
        verifier.initVerify(publicKey);
    }

    private static byte[] signature(Signature signer, Der message) throws SignatureException {
        signer.update(message.unsafeOctets());
        return signer.sign();
    }

    private static boolean holds(Signature verifier, Der message, byte[] signature) throws SignatureException {
        verifier.update(message.unsafeOctets());
        return verifier.verify(signature);
    }

    @Override
    public String toString() {
        return algorithm.jcaName() + " key " + publicKeyInfo.sha256().hex().substring(0, 16) + " (" + provider() + ")";
    }
}
