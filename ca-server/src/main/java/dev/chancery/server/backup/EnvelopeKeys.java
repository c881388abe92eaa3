package dev.chancery.server.backup;

import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.Der;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC3211WrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** From a passphrase to the key of the content: PBKDF2 (RFC 8018 §5.2), then the key wrap of RFC 3211 §2.3.1. */
final class EnvelopeKeys {
    private static final int KEY_OCTETS = 32;

    private EnvelopeKeys() {}

    static byte[] random(SecureRandom random) {
        return octets(KEY_OCTETS, random);
    }

    /** A header with everything new in it, which wraps the key. */
    static EnvelopeHeader wrap(byte[] key, Secret passphrase, int iterations, SecureRandom random) {
        byte[] salt = octets(16, random);
        byte[] iv = octets(16, random);
        byte[] kek = derive(passphrase, salt, iterations);
        RFC3211WrapEngine engine = new RFC3211WrapEngine(AESEngine.newInstance());
        engine.init(true, new ParametersWithRandom(new ParametersWithIV(new KeyParameter(kek), iv), random));
        Arrays.fill(kek, (byte) 0);
        byte[] wrapped = engine.wrap(key, 0, key.length);
        return new EnvelopeHeader(
                Der.ofOwned(salt), iterations, Der.ofOwned(iv), Der.ofOwned(wrapped), Der.ofOwned(octets(12, random)));
    }

    /** @throws BackupRefusedException when the passphrase is another one */
    static byte[] open(EnvelopeHeader header, Secret passphrase) {
        byte[] kek = derive(passphrase, header.salt().octets(), header.iterations());
        RFC3211WrapEngine engine = new RFC3211WrapEngine(AESEngine.newInstance());
        engine.init(
                false, new ParametersWithIV(new KeyParameter(kek), header.iv().octets()));
        Arrays.fill(kek, (byte) 0);
        try {
            byte[] wrapped = header.wrappedKey().octets();
            byte[] key = engine.unwrap(wrapped, 0, wrapped.length);
            if (key.length == KEY_OCTETS) {
                return key;
            }
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            // The same as a key of another length.
        }
        throw new BackupRefusedException("The passphrase is not the one that this backup was made with (or the file's"
                + " beginning was changed).");
    }

    private static byte[] derive(Secret passphrase, byte[] salt, int iterations) {
        char[] characters = passphrase.reveal();
        // In UTF-8, as openssl takes it from a shell.
        PBEKeySpec spec = new PBEKeySpec(characters, salt, iterations, KEY_OCTETS * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do PBKDF2 with SHA-256", e);
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }

    private static byte[] octets(int count, SecureRandom random) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}
