package dev.chancery.server.backup;

import dev.chancery.core.keys.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what is written to it, piece by piece; {@link #finish} ends the envelope. */
final class EnvelopeOutput extends OutputStream {
    static final int PIECE = 1 << 16;
    /** What OWASP recommends for PBKDF2 with SHA-256; about a quarter of a second. */
    static final int ITERATIONS = 600_000;

    private final OutputStream out;
    private final Cipher cipher;
    private final byte[] plain = new byte[PIECE];
    private int filled;
    /** Ciphertext that is not a whole piece yet; Java's GCM hands it out in blocks. */
    private final ByteArrayOutputStream ciphertext = new ByteArrayOutputStream(2 * PIECE);

    EnvelopeOutput(OutputStream out, Secret passphrase, int iterations, SecureRandom random) throws IOException {
        this.out = out;
        byte[] key = EnvelopeKeys.random(random);
        EnvelopeHeader header = EnvelopeKeys.wrap(key, passphrase, iterations, random);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(
                            EnvelopeHeader.TAG_OCTETS * 8, header.nonce().octets()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do AES-256-GCM", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        out.write(header.encode());
    }

    @Override
    public void write(int octet) throws IOException {
        plain[filled++] = (byte) octet;
        if (filled == PIECE) {
            encrypt();
        }
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            int taken = Math.min(PIECE - filled, offset + length - at);
            System.arraycopy(source, at, plain, filled, taken);
            filled += taken;
            at += taken;
            if (filled == PIECE) {
                encrypt();
            }
        }
    }

    private void encrypt() throws IOException {
        byte[] encrypted = cipher.update(plain, 0, filled);
        filled = 0;
        if (encrypted != null) {
            ciphertext.writeBytes(encrypted);
        }
        writePieces(false);
    }

    /** Keeps back what does not fill a piece, unless it is the last one. */
    private void writePieces(boolean last) throws IOException {
        byte[] octets = ciphertext.toByteArray();
        int at = 0;
        while (octets.length - at >= PIECE || last && at < octets.length) {
            int length = Math.min(PIECE, octets.length - at);
            out.write(0x04);
            writeLength(length);
            out.write(octets, at, length);
            at += length;
        }
        ciphertext.reset();
        ciphertext.write(octets, at, octets.length - at);
    }

    /** X.690 §8.1.3, in the fewest octets. */
    private void writeLength(int length) throws IOException {
        if (length >= 0x80) {
            int octets = (32 - Integer.numberOfLeadingZeros(length) + 7) / 8;
            out.write(0x80 | octets);
            for (int i = octets - 1; i > 0; i--) {
                out.write(length >> 8 * i);
            }
        }
        out.write(length);
    }

    /** Writes the rest and the authentication tag. What was written is worth nothing before this. */
    void finish() throws IOException {
        byte[] rest;
        try {
            rest = cipher.doFinal(plain, 0, filled);
        } catch (GeneralSecurityException e) {
            throw new IOException("the backup cannot be encrypted", e);
        }
        Arrays.fill(plain, (byte) 0);
        ciphertext.write(rest, 0, rest.length - EnvelopeHeader.TAG_OCTETS);
        writePieces(true);
        // The end of encryptedContent and of authEncryptedContentInfo, the mac, and the end of everything else.
        out.write(new byte[4]);
        out.write(0x04);
        out.write(EnvelopeHeader.TAG_OCTETS);
        out.write(rest, rest.length - EnvelopeHeader.TAG_OCTETS, EnvelopeHeader.TAG_OCTETS);
        out.write(new byte[6]);
        out.flush();
    }
}
