package dev.chancery.core.crl;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a CRL, immutable, wherever they lie: a published one is a mapped file, which costs no heap however long it
 * is. At most 2 GiB. Compares by content.
 */
public final class CrlOctets {
    private final ByteBuffer octets;
    private final Optional<Path> file;

    /** Computed when first asked for; two threads may both compute it. */
    private @Nullable Der sha256;

    private CrlOctets(ByteBuffer octets, Optional<Path> file) {
        this.octets = octets;
        this.file = file;
    }

    /** On the heap: for short ones, and for tests. */
    public static CrlOctets of(Der der) {
        return new CrlOctets(ByteBuffer.wrap(der.unsafeOctets()).asReadOnlyBuffer(), Optional.empty());
    }

    /**
     * The content of a file that nobody will change any more. Deleting or replacing the file does no harm; writing into it
     * does.
     */
    public static CrlOctets mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            if (length > Integer.MAX_VALUE) {
                throw new IOException(file + " has " + length + " octets; a CRL has less than 2 GiB");
            }
            return new CrlOctets(channel.map(FileChannel.MapMode.READ_ONLY, 0, length), Optional.of(file));
        }
    }

    CrlOctets withoutFile() {
        return new CrlOctets(octets, Optional.empty());
    }

    /** The file that was mapped, which may have another name by now, or none. */
    public Optional<Path> file() {
        return file;
    }

    /** Deletes the file, if there is one; whoever holds the octets can still read them. */
    void discard() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    public long length() {
        return octets.limit();
    }

    /** Read-only, from the first octet to the last; its position is the caller's own. */
    public ByteBuffer buffer() {
        return octets.duplicate();
    }

    public InputStream stream() {
        return new BufferStream(buffer());
    }

    public void writeTo(WritableByteChannel channel) throws IOException {
        ByteBuffer rest = buffer();
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** A copy on the heap, which is the whole length of it: for tools and tests, never for serving. */
    public Der der() {
        byte[] copy = new byte[octets.limit()];
        buffer().get(copy);
        return Der.ofOwned(copy);
    }

    public Der sha256() {
        Der known = sha256;
        if (known == null) {
            known = digest();
            sha256 = known;
        }
        return known;
    }

    /** Whether they are what they were when {@link #sha256} was first asked for: somebody may write into the file. */
    boolean intact() {
        return sha256().equals(digest());
    }

    private Der digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(buffer());
            return Der.ofOwned(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof CrlOctets octets && length() == octets.length() && sha256().equals(octets.sha256());
    }

    @Override
    public int hashCode() {
        return sha256().hashCode();
    }

    @Override
    public String toString() {
        return "CrlOctets[" + length() + "]";
    }

    private static final class BufferStream extends InputStream {
        private final ByteBuffer rest;

        BufferStream(ByteBuffer rest) {
            this.rest = rest;
        }

        @Override
        public int read() {
            return rest.hasRemaining() ? rest.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!rest.hasRemaining()) {
                return length == 0 ? 0 : -1;
            }
            int count = Math.min(length, rest.remaining());
            rest.get(target, offset, count);
            return count;
        }

        @Override
        public int available() {
            return rest.remaining();
        }
    }
}
