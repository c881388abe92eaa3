package dev.chancery.server.backup;

import dev.chancery.core.keys.Secret;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Decrypts an envelope. What is read from it counts only when the end was reached without an exception: the tag stands
 * there. (Bouncy Castle's GCM, because Java's own keeps everything in memory until it has seen the tag.)
 */
final class EnvelopeInput extends InputStream {
    private final InputStream in;
    private final GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    private final byte[] plain = new byte[EnvelopeOutput.PIECE + 2 * EnvelopeHeader.TAG_OCTETS];
    private int at;
    private int filled;
    private boolean lastPiece;
    private boolean ended;

    /** @throws BackupRefusedException when it is no envelope, or the passphrase is another one */
    EnvelopeInput(InputStream in, Secret passphrase) throws IOException {
        this.in = in;
        EnvelopeHeader header = EnvelopeHeader.read(in);
        byte[] key = EnvelopeKeys.open(header, passphrase);
        cipher.init(
                false,
                new AEADParameters(
                        new KeyParameter(key),
                        EnvelopeHeader.TAG_OCTETS * 8,
                        header.nonce().octets()));
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - at);
        System.arraycopy(plain, at, target, offset, count);
        at += count;
        return count;
    }

    /** False at the end, which was then found to be authentic. */
    private boolean fill() throws IOException {
        try {
            while (at == filled && !ended) {
                at = 0;
                filled = 0;
                next();
            }
            return at < filled;
        } catch (EOFException e) {
            throw new BackupRefusedException("The backup is cut off: its end is missing. Copy it again.");
        }
    }

    private void next() throws IOException {
        int tag = EnvelopeHeader.octet(in);
        if (tag == 0x04 && !lastPiece) {
            int length = length();
            lastPiece = length < EnvelopeOutput.PIECE;
            byte[] piece = whole(length);
            filled = cipher.processBytes(piece, 0, length, plain, 0);
        } else if (tag == 0) {
            finish();
        } else {
            throw changed();
        }
    }

    /** In the fewest octets, and not more than a piece has. */
    private int length() throws IOException {
        int first = EnvelopeHeader.octet(in);
        if (first < 0x80) {
            return nonZero(first, 0);
        }
        int octets = first & 0x7f;
        if (octets < 1 || octets > 3) {
            throw changed();
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | EnvelopeHeader.octet(in);
        }
        return nonZero(length, Math.max(0x7f, (1 << 8 * (octets - 1)) - 1));
    }

    private static int nonZero(int length, int above) {
        if (length <= above || length > EnvelopeOutput.PIECE) {
            throw changed();
        }
        return length;
    }

    private void finish() throws IOException {
        zeros(3);
        if (EnvelopeHeader.octet(in) != 0x04 || EnvelopeHeader.octet(in) != EnvelopeHeader.TAG_OCTETS) {
            throw changed();
        }
        int tagged = cipher.processBytes(whole(EnvelopeHeader.TAG_OCTETS), 0, EnvelopeHeader.TAG_OCTETS, plain, 0);
        try {
            filled = tagged + cipher.doFinal(plain, tagged);
        } catch (InvalidCipherTextException e) {
            throw changed();
        }
        zeros(6);
        if (in.read() >= 0) {
            throw new BackupRefusedException("Something was added to the end of the backup. Copy it again.");
        }
        ended = true;
    }

    private void zeros(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (EnvelopeHeader.octet(in) != 0) {
                throw changed();
            }
        }
    }

    private byte[] whole(int length) throws IOException {
        byte[] octets = in.readNBytes(length);
        if (octets.length < length) {
            throw new EOFException();
        }
        return octets;
    }

    private static BackupRefusedException changed() {
        return new BackupRefusedException("The backup was changed or damaged after it was made. Use another copy.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
