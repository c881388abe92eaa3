package dev.chancery.publisher.serve;

import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.x509.Der;
import dev.chancery.publisher.fetchers.FetchedCrl;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * Octets ready to be sent, with their header fields encoded once. The content is a mapped file or a direct buffer, which the
 * kernel takes without a copy on the heap; it is never moved, only duplicated.
 */
final class ServedFile {
    /** Short enough that a cache in front shows a revocation soon, long enough to shield from a stampede. */
    private static final long LONGEST_CACHED = 60;

    private static final HttpField NOSNIFF = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField RANGES = new PreEncodedHttpField(HttpHeader.ACCEPT_RANGES, "bytes");

    private final ByteBuffer content;
    private final String etag;
    private final HttpField etagField;
    private final Instant lastModified;
    private final HttpField lastModifiedField;
    private final HttpField typeField;
    private final HttpField lengthField;
    private final Optional<Instant> freshUntil;
    private final Optional<FetchedCrl> crl;
    private volatile @Nullable Caching caching;

    /** How long caches may keep it, by one second of the clock. */
    private record Caching(long second, HttpField cacheControl, HttpField expires) {}

    private ServedFile(
            ByteBuffer content,
            Der tag,
            String contentType,
            Instant lastModified,
            Optional<Instant> freshUntil,
            Optional<FetchedCrl> crl) {
        this.content = content;
        this.etag = '"' + tag.hex().substring(0, 32) + '"';
        this.etagField = new PreEncodedHttpField(HttpHeader.ETAG, etag);
        this.lastModified = lastModified;
        this.lastModifiedField =
                new PreEncodedHttpField(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(lastModified));
        this.typeField = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, contentType);
        this.lengthField = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, content.remaining());
        this.freshUntil = freshUntil;
        this.crl = crl;
    }

    /** A file that does not change while this server runs. */
    static ServedFile of(byte[] octets, String contentType, Instant lastModified) {
        ByteBuffer direct = ByteBuffer.allocateDirect(octets.length);
        direct.put(octets).flip();
        Der tag = Der.ofOwned(octets).sha256();
        return new ServedFile(
                direct.asReadOnlyBuffer(), tag, contentType, lastModified, Optional.empty(), Optional.empty());
    }

    /**
     * A CRL.
     *
     * @param mapped sent as it is, without a copy
     * @param tag of these very octets
     * @param freshUntil when a successor is due; caches may keep it until then at the longest
     * @param crl what to remember of whoever fetches it, if anything
     */
    static ServedFile of(
            CrlOctets mapped,
            Der tag,
            String contentType,
            Instant lastModified,
            Instant freshUntil,
            Optional<FetchedCrl> crl) {
        return new ServedFile(mapped.buffer(), tag, contentType, lastModified, Optional.of(freshUntil), crl);
    }

    int length() {
        return content.remaining();
    }

    String etag() {
        return etag;
    }

    Instant lastModified() {
        return lastModified;
    }

    Optional<FetchedCrl> crl() {
        return crl;
    }

    ByteBuffer whole() {
        return content.duplicate();
    }

    ByteBuffer slice(long first, long last) {
        return content.slice((int) first, (int) (last - first + 1));
    }

    /** What every answer says, 304 included (RFC 9110 §15.4.5). */
    void describe(HttpFields.Mutable headers, long nowMillis) {
        Caching now = caching(nowMillis);
        headers.add(etagField);
        headers.add(lastModifiedField);
        headers.add(now.cacheControl);
        headers.add(now.expires);
        headers.add(NOSNIFF);
    }

    /** What an answer with content says beside that; the length of a part is the part's. */
    void describeContent(HttpFields.Mutable headers) {
        headers.add(typeField);
        headers.add(RANGES);
    }

    void describeLength(HttpFields.Mutable headers) {
        headers.add(lengthField);
    }

    private Caching caching(long nowMillis) {
        long second = Math.floorDiv(nowMillis, 1000L);
        Caching known = caching;
        if (known == null || known.second != second) {
            // Several threads may make it at the same moment: it comes out the same.
            known = cachingAt(nowMillis);
            caching = known;
        }
        return known;
    }

    private Caching cachingAt(long nowMillis) {
        long left = freshUntil
                .map(until -> Math.max(0, Math.floorDiv(until.toEpochMilli() - nowMillis, 1000L)))
                .orElse(LONGEST_CACHED);
        long seconds = Math.min(left, LONGEST_CACHED);
        return new Caching(
                Math.floorDiv(nowMillis, 1000L),
                new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=" + seconds),
                new PreEncodedHttpField(HttpHeader.EXPIRES, DateGenerator.formatDate(nowMillis + seconds * 1000)));
    }
}
