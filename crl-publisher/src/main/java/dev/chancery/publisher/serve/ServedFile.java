package dev.chancery.publisher.serve;

import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.x509.Der;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * Bytes ready to be sent, with what HTTP needs to know about them.
 *
 * @param content a direct buffer, which costs the least CPU to send; never moved, only duplicated
 * @param etag strong, from the content
 * @param freshUntil when a successor is due; caches may keep it until then at the longest
 */
record ServedFile(
        ByteBuffer content, String contentType, String etag, Instant lastModified, Optional<Instant> freshUntil) {

    static ServedFile of(byte[] octets, String contentType, Instant lastModified, Optional<Instant> freshUntil) {
        ByteBuffer direct = ByteBuffer.allocateDirect(octets.length);
        direct.put(octets).flip();
        String etag = '"' + Der.ofOwned(octets).sha256().hex().substring(0, 32) + '"';
        return new ServedFile(direct.asReadOnlyBuffer(), contentType, etag, lastModified, freshUntil);
    }

    /**
     * @param mapped sent as it is, without a copy
     * @param tag of these very octets
     */
    static ServedFile of(
            CrlOctets mapped, Der tag, String contentType, Instant lastModified, Optional<Instant> freshUntil) {
        String etag = '"' + tag.hex().substring(0, 32) + '"';
        return new ServedFile(mapped.buffer(), contentType, etag, lastModified, freshUntil);
    }

    int length() {
        return content.remaining();
    }

    ByteBuffer slice(long first, long last) {
        return content.slice((int) first, (int) (last - first + 1));
    }
}
