package dev.chancery.core.keys;

import dev.chancery.core.x509.EncodedCertificate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * PKCS#12 (RFC 7292) with one key and its chain. The key is encrypted by PBES2 with AES-256 and PBKDF2-HMAC-SHA-256
 * (RFC 8018 §6.2), said here and not left to the settings of the Java runtime.
 */
final class Pkcs12 {
    private static final String PBES2 = "PBEWithHmacSHA256AndAES_256";

    /** Of a passphrase that a person chose, and somebody may guess. */
    private static final int CHOSEN = 100_000;

    /** Of one that is 185 bits of chance: no number of rounds adds to those, and each costs every start. */
    private static final int GENERATED = 2_048;

    private static final String ALIAS = "key";

    /** What a file holds; the chain's first certificate is the key's. */
    record Entry(PrivateKey key, List<EncodedCertificate> chain) {}

    private Pkcs12() {}

    static byte[] encode(PrivateKey key, List<EncodedCertificate> chain, Secret passphrase, SecureRandom random)
            throws GeneralSecurityException, IOException {
        char[] password = passphrase.reveal();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setEntry(ALIAS, entry(key, chain), protection(password, random));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            store.store(file, password);
            return file.toByteArray();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /**
     * In memory, for a TLS stack that insists on a key store; the key's password is empty, and so one round of its
     * derivation protects as much as a hundred thousand.
     */
    static KeyStore inMemory(Entry entry) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        PBEParameterSpec once = new PBEParameterSpec(new byte[20], 1, new IvParameterSpec(new byte[16]));
        store.setEntry(ALIAS, entry(entry.key, entry.chain), new KeyStore.PasswordProtection(new char[0], PBES2, once));
        return store;
    }

    /** @throws KeyUnavailableException with what is wrong with the file and what to do */
    static Entry decode(byte[] content, Secret passphrase, Path file) {
        char[] password = passphrase.reveal();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            return onlyEntry(store, password, file);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassphrase(file, e);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException ? wrongPassphrase(file, e) : corrupt(file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw corrupt(file, e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static Entry onlyEntry(KeyStore store, char[] password, Path file) throws GeneralSecurityException {
        String found = null;
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                if (found != null) {
                    throw new KeyUnavailableException("The key file " + file + " holds several keys, \"" + found
                            + "\" and \"" + alias + "\". Keep one key in one file.");
                }
                found = alias;
            }
        }
        if (found == null || !(store.getKey(found, password) instanceof PrivateKey key)) {
            throw new KeyUnavailableException(
                    "The key file " + file + " holds no private key. Export it again, with its key.");
        }
        Certificate @Nullable [] certificates = store.getCertificateChain(found);
        if (certificates == null || certificates.length == 0) {
            throw new KeyUnavailableException("The key file " + file + " holds a private key without its certificate."
                    + " Export it again, with its certificate.");
        }
        return new Entry(key, encoded(certificates));
    }

    private static KeyStore.PrivateKeyEntry entry(PrivateKey key, List<EncodedCertificate> chain) {
        return new KeyStore.PrivateKeyEntry(
                key, chain.stream().map(EncodedCertificate::toJca).toArray(Certificate[]::new));
    }

    private static KeyStore.PasswordProtection protection(char[] password, SecureRandom random) {
        byte[] salt = new byte[20];
        byte[] iv = new byte[16];
        random.nextBytes(salt);
        random.nextBytes(iv);
        int rounds = Passphrase.isGenerated(password) ? GENERATED : CHOSEN;
        return new KeyStore.PasswordProtection(
                password, PBES2, new PBEParameterSpec(salt, rounds, new IvParameterSpec(iv)));
    }

    private static List<EncodedCertificate> encoded(Certificate[] certificates) throws GeneralSecurityException {
        List<EncodedCertificate> chain = new java.util.ArrayList<>();
        for (Certificate certificate : certificates) {
            chain.add(new EncodedCertificate(dev.chancery.core.x509.Der.ofOwned(certificate.getEncoded())));
        }
        return List.copyOf(chain);
    }

    private static KeyUnavailableException wrongPassphrase(Path file, Exception cause) {
        return new KeyUnavailableException(
                "The passphrase does not open the key file " + file
                        + ". Give the one that it was made with; if both come from a backup, from the same one.",
                cause);
    }

    private static KeyUnavailableException corrupt(Path file, Exception cause) {
        return new KeyUnavailableException(
                "The key file " + file + " is damaged or no PKCS#12 file (" + cause.getMessage()
                        + "). Restore it from a backup.",
                cause);
    }
}
