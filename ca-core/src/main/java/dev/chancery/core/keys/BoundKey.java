package dev.chancery.core.keys;

import dev.chancery.core.x509.Der;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A private key bound to the provider that signs with it, until a measurement shows a faster one. */
final class BoundKey implements SigningKey {
    static final Der TRIAL = Der.fromHex("4348414e43455259");

    private final Der publicKeyInfo;
    private final SignatureAlgorithm algorithm;
    private final SignatureProvider providers;
    private volatile KeyBinding binding;
    private volatile Optional<SignatureMeasurement> measurement = Optional.empty();

    private BoundKey(Der publicKeyInfo, SignatureAlgorithm algorithm, SignatureProvider providers, KeyBinding binding) {
        this.publicKeyInfo = publicKeyInfo;
        this.algorithm = algorithm;
        this.providers = providers;
        this.binding = binding;
    }

    /**
     * Binds a key to the first provider that makes a signature with it that holds, and that the next provider accepts.
     *
     * @param pkcs8 the private key; wiped before this returns
     * @throws GeneralSecurityException when no provider does, with the reason that the last one gave
     * @throws KeyMismatchException when the two keys do not belong together
     */
    static BoundKey bind(byte[] pkcs8, Der publicKeyInfo, SignatureAlgorithm algorithm, SignatureProvider providers)
            throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("no provider offers " + algorithm.jcaName());
        List<Provider> candidates = providers.candidates(algorithm.keyFactory(), algorithm.jcaName());
        try {
            for (Provider provider : candidates) {
                try {
                    return new BoundKey(
                            publicKeyInfo,
                            algorithm,
                            providers,
                            tryOut(pkcs8, publicKeyInfo, algorithm, provider, candidates));
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

    private static KeyBinding tryOut(
            byte[] pkcs8, Der publicKeyInfo, SignatureAlgorithm algorithm, Provider provider, List<Provider> candidates)
            throws GeneralSecurityException {
        KeyBinding bound = new KeyBinding(pkcs8, publicKeyInfo, algorithm, provider);
        byte[] signed = bound.sign(TRIAL);
        if (signed.length == 0) {
            throw new KeyMismatchException();
        }
        Judges.of(provider, candidates, publicKeyInfo, algorithm).accept(provider.getName(), TRIAL, signed);
        return bound;
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
    public SigningKey making(SignatureAlgorithm other) {
        if (other == algorithm) {
            return this;
        }
        byte @Nullable [] pkcs8 = binding.privateKey().getEncoded();
        if (pkcs8 == null || !other.keyFactory().equals(algorithm.keyFactory())) {
            return SigningKey.super.making(other);
        }
        try {
            return bind(pkcs8, publicKeyInfo, other, providers);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailableException(
                    "No provider of this Java runtime signs with " + other.jcaName() + " over " + other.hash() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public String provider() {
        return binding.provider().getName();
    }

    @Override
    public Optional<SignatureMeasurement> measurement() {
        return measurement;
    }

    @Override
    public Der sign(Der message) {
        KeyBinding bound = binding;
        try {
            byte[] signature = bound.sign(message);
            if (signature.length == 0) {
                throw new IllegalStateException("a signature made by "
                        + bound.provider().getName()
                        + " does not verify and was thrown away; check this machine's memory and processor");
            }
            return Der.ofOwned(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(bound.provider().getName() + " cannot sign with " + algorithm.jcaName(), e);
        }
    }

    @Override
    public Der signUnchecked(Der message) {
        if (!algorithm.keyFactory().equals("EC")) {
            return sign(message);
        }
        KeyBinding bound = binding;
        try {
            return Der.ofOwned(bound.signUnchecked(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(bound.provider().getName() + " cannot sign with " + algorithm.jcaName(), e);
        }
    }

    @Override
    public Der sign(LongMessage message) {
        KeyBinding bound = binding;
        try {
            return Der.ofOwned(bound.sign(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(bound.provider().getName() + " cannot sign with " + algorithm.jcaName(), e);
        }
    }

    /** For the vault, which alone can make the argument, when it writes a generated key to its file. */
    PrivateKey privateKey(KeyVault.Writing vault) {
        Objects.requireNonNull(vault);
        return binding.privateKey();
    }

    /**
     * Lets every provider sign the trial, and goes on with the fastest whose signatures hold. What is being signed
     * meanwhile is finished by the provider that began it.
     */
    SignatureMeasurement measure(SignatureProvider providers, Stopwatch stopwatch) {
        byte @Nullable [] pkcs8 = binding.privateKey().getEncoded();
        if (pkcs8 == null) {
            return new SignatureMeasurement(algorithm, "a key that does not leave its place", List.of(), provider());
        }
        try {
            SignatureContest contest = new SignatureContest(publicKeyInfo, algorithm, stopwatch);
            contest.run(pkcs8, providers.everyone(algorithm.keyFactory(), algorithm.jcaName()));
            contest.fastest().ifPresent(fastest -> binding = fastest);
            SignatureMeasurement result = contest.result(provider());
            measurement = Optional.of(result);
            return result;
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return algorithm.jcaName() + " key " + publicKeyInfo.sha256().hex().substring(0, 16) + " (" + provider() + ")";
    }
}
