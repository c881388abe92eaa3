package dev.chancery.db;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets out of the journal's plain text (SECURITY.md rule 18): AES-256-GCM under a key that HKDF-SHA-256 (RFC
 * 5869) derives from the data directory's passphrase.
 *
 * <p>A sealed text is base64 of a 12-octet nonce, the ciphertext and its 16-octet tag; the context is authenticated with
 * it, so that what was sealed for one account cannot be moved to another.
 */
public final class Seal {
    private static final byte[] PURPOSE = "chancery journal seal, version 1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKeySpec key;
    private final SecureRandom random;

    private Seal(@Nullable SecretKeySpec key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /** @param passphrase read, not kept; the caller wipes it */
    public static Seal of(char[] passphrase, SecureRandom random) {
        if (passphrase.length == 0) {
            throw new IllegalArgumentException("an empty passphrase seals nothing");
        }
        byte[] secret = utf8(passphrase);
        byte[] derived = new byte[32];
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(secret, null, PURPOSE));
        hkdf.generateBytes(derived, 0, derived.length);
        Seal seal = new Seal(new SecretKeySpec(derived, "AES"), random);
        Arrays.fill(secret, (byte) 0);
        Arrays.fill(derived, (byte) 0);
        return seal;
    }

    /** Without a String or a buffer that would stay behind in memory. */
    private static byte[] utf8(char[] text) {
        byte[] room = new byte[text.length * 4];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text), encoded, true);
        byte[] octets = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        return octets;
    }

    /** For a rebuild whose passphrase is lost: opens nothing, and refuses to seal. */
    public static Seal lost() {
        return new Seal(null, new SecureRandom());
    }

    String seal(byte[] secret, String context) {
        if (key == null) {
            throw new IllegalStateException("there is no passphrase to seal \"" + context
                    + "\" with; start with the data directory's passphrase");
        }
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(secret);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_OCTETS + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, NONCE_OCTETS, ciphertext.length);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do AES-256-GCM", e);
        }
    }

    /** Empty when the passphrase is another one or missing, or the text was changed. */
    Optional<byte[]> open(String sealed, String context) {
        byte[] octets = Base64.getDecoder().decode(sealed);
        if (key == null || octets.length < NONCE_OCTETS + TAG_BITS / 8) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(octets, NONCE_OCTETS);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(octets, NONCE_OCTETS, octets.length - NONCE_OCTETS));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
