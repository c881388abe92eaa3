package dev.chancery.core.keys;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** Makes, stores and opens private keys, of CAs and of the server itself. The one place that reads one. */
public final class KeyVault {
    private static final int MAXIMUM_FILE = 1 << 20;

    private final Secret passphrase;
    private final SignatureProvider providers;
    private final SecureRandom random;
    private final Map<Path, CompletableFuture<Opened>> ahead = new ConcurrentHashMap<>();
    private final List<BoundKey> signing = new CopyOnWriteArrayList<>();

    private record Opened(Pkcs12.Entry entry, BoundKey key) {}

    /** Signs with the fastest provider that loads. */
    public KeyVault(Secret passphrase) {
        this(passphrase, SignatureProvider.fastest(), new SecureRandom());
    }

    public KeyVault(Secret passphrase, SignatureProvider providers, SecureRandom random) {
        this.passphrase = passphrase;
        this.providers = providers;
        this.random = random;
    }

    /** Who signs, and with what. */
    public SignatureProvider providers() {
        return providers;
    }

    /**
     * Opens key files on another thread, before they are asked for. What is wrong with one is said by whoever opens
     * it; one that nobody opened is forgotten by {@link #forget}.
     */
    public void readAhead(List<Path> files, Executor thread) {
        for (Path file : files) {
            ahead.computeIfAbsent(file, it -> CompletableFuture.supplyAsync(() -> openNow(it), thread));
        }
    }

    /** Drops what was read ahead. */
    public void forget() {
        ahead.clear();
    }

    /**
     * Lets every provider sign with each key that {@link #open} handed out, and goes on with the fastest.
     *
     * @param budget for each provider to sign, and again to verify
     */
    public List<SignatureMeasurement> measure(Duration budget) {
        Stopwatch stopwatch = new Stopwatch(budget);
        return signing.stream().map(key -> key.measure(providers, stopwatch)).toList();
    }

    /** What {@link BoundKey} wants to see before it gives its private key away; only this class can make it. */
    static final class Writing {
        private Writing() {}
    }

    /** A new key that exists in memory only until {@link #store}. */
    public SigningKey generate(KeyAlgorithm algorithm) {
        try {
            KeyPair pair = generator(algorithm).generateKeyPair();
            return BoundKey.bind(
                    pair.getPrivate().getEncoded(),
                    Der.ofOwned(pair.getPublic().getEncoded()),
                    algorithm.signature(),
                    providers);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make a key of the kind " + algorithm.label(), e);
        }
    }

    /**
     * Writes a generated key with its certificate chain, the key's own first; flushed to disk, mode 0600, never over an
     * existing file.
     *
     * @throws KeyUnavailableException when it cannot be written; then there is no file
     */
    public void store(SigningKey key, List<EncodedCertificate> chain, KeyLocation location) {
        if (chain.isEmpty() || !chain.get(0).subjectPublicKeyInfo().equals(key.publicKeyInfo())) {
            throw new IllegalArgumentException("the chain's first certificate must be the one of the key");
        }
        if (!(key instanceof BoundKey bound)) {
            throw new IllegalArgumentException("only a key that this vault made can be stored");
        }
        Path file = fileOf(location);
        try {
            byte[] content = Pkcs12.encode(bound.privateKey(new Writing()), chain, passphrase, random);
            new PrivateFile(file).create(content);
        } catch (FileAlreadyExistsException e) {
            throw new KeyUnavailableException(
                    "The key file " + file + " exists already and is never overwritten. Move it away if it is not used"
                            + " any more.",
                    e);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyUnavailableException("The key file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * A key that was stored, after it has shown that it belongs to its certificate.
     *
     * @throws KeyUnavailableException with what is wrong and what to do
     */
    public SigningKey open(KeyLocation location) {
        BoundKey key = read(fileOf(location)).key();
        signing.add(key);
        return key;
    }

    /**
     * The certificate chain stored with a key, the key's own first.
     *
     * @throws KeyUnavailableException with what is wrong and what to do
     */
    public List<EncodedCertificate> chain(KeyLocation location) {
        return read(fileOf(location)).entry().chain();
    }

    /**
     * The key and chain of the server's own TLS certificate, in memory; the key's password is empty ({@code new
     * char[0]}).
     *
     * @throws KeyUnavailableException with what is wrong and what to do; also for the key of a CA
     */
    public KeyStore openForTls(KeyLocation location, TlsKeyExposure exposure) {
        Objects.requireNonNull(exposure);
        Path file = fileOf(location);
        Pkcs12.Entry entry = read(file).entry(); // key and certificate belong together
        if (entry.chain().get(0).isCa()) {
            throw new KeyUnavailableException("The key file " + file + " holds the key of a CA ("
                    + entry.chain().get(0) + "), which is never handed out. Give the one of the server's TLS.");
        }
        try {
            return Pkcs12.inMemory(entry);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot hold a key store in memory", e);
        }
    }

    private BoundKey bind(Pkcs12.Entry entry, Path file) {
        EncodedCertificate certificate = entry.chain().get(0);
        SignatureAlgorithm algorithm = KeyKind.of(certificate)
                .orElseThrow(() -> new KeyUnavailableException("The key file " + file + " holds a key of the kind "
                        + entry.key().getAlgorithm()
                        + ", with which Chancery cannot sign. Use RSA, P-256, P-384 or P-521."));
        try {
            byte[] pkcs8 = Objects.requireNonNull(entry.key().getEncoded(), "a key of a PKCS#12 file has an encoding");
            return BoundKey.bind(pkcs8, certificate.subjectPublicKeyInfo(), algorithm, providers);
        } catch (BoundKey.KeyMismatchException e) {
            throw new KeyUnavailableException(
                    "The private key in " + file + " does not match its certificate (" + certificate
                            + "). Restore the file from a backup.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailableException(
                    "The key in " + file + " cannot be used: " + e.getMessage() + ". Restore the file from a backup.",
                    e);
        }
    }

    private Opened read(Path file) {
        CompletableFuture<Opened> begun = ahead.get(file);
        if (begun == null) {
            return openNow(file);
        }
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof KeyUnavailableException known ? known : e;
        }
    }

    private Opened openNow(Path file) {
        Pkcs12.Entry entry = decode(file);
        return new Opened(entry, bind(entry, file));
    }

    private Pkcs12.Entry decode(Path file) {
        byte[] content = new PrivateFile(file).read("key file", MAXIMUM_FILE);
        try {
            return Pkcs12.decode(content, passphrase, file);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static Path fileOf(KeyLocation location) {
        if (location instanceof KeyLocation.Pkcs12File file) {
            return file.file();
        }
        throw new KeyUnavailableException(
                location + " names a key in a PKCS#11 token, which this version of Chancery cannot use."
                        + " Keep the key in a PKCS#12 file.");
    }

    private KeyPairGenerator generator(KeyAlgorithm algorithm)
            throws NoSuchAlgorithmException, InvalidAlgorithmParameterException {
        Optional<Provider> maker = providers
                .candidates(algorithm.jcaName(), algorithm.signature().jcaName())
                .stream()
                .filter(provider -> provider.getService("KeyPairGenerator", algorithm.jcaName()) != null)
                .findFirst();
        KeyPairGenerator generator = maker.isPresent()
                ? KeyPairGenerator.getInstance(algorithm.jcaName(), maker.get())
                : KeyPairGenerator.getInstance(algorithm.jcaName());
        if (algorithm.curve().isEmpty()) {
            generator.initialize(new RSAKeyGenParameterSpec(algorithm.bits(), RSAKeyGenParameterSpec.F4), random);
        } else {
            generator.initialize(new ECGenParameterSpec(algorithm.curve()), random);
        }
        return generator;
    }
}
