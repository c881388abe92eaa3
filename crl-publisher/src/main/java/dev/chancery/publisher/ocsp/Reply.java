package dev.chancery.publisher.ocsp;

import dev.chancery.core.x509.Der;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** An answer as it goes out, and how long it may be kept by others. */
final class Reply {
    /** {@code OCSPResponseStatus}. */
    static final Reply MALFORMED_REQUEST = failure(1);

    static final Reply INTERNAL_ERROR = failure(2);
    static final Reply TRY_LATER = failure(3);
    static final Reply UNAUTHORIZED = failure(6);

    private final ByteBuffer body;
    private final HttpField contentLength;
    private final Optional<Keeping> keeping;
    private final boolean failed;

    /** What a cache is told (RFC 5019 §6.2). */
    record Keeping(Instant thisUpdate, Instant nextUpdate, String etag, HttpField etagField, HttpField lastModified) {}

    private Reply(byte[] body, Optional<Keeping> keeping, boolean failed) {
        this.body = ByteBuffer.wrap(body).asReadOnlyBuffer();
        this.contentLength = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, Integer.toString(body.length));
        this.keeping = keeping;
        this.failed = failed;
    }

    private static Reply failure(int status) {
        return new Reply(ResponseEncoder.failure(status), Optional.empty(), true);
    }

    /** For one client, now. */
    static Reply once(byte[] body) {
        return new Reply(body, Optional.empty(), false);
    }

    static Reply kept(byte[] body, Instant thisUpdate, Instant nextUpdate) {
        String etag = '"' + Der.copyOf(body).sha256().hex().substring(0, 40) + '"';
        return new Reply(
                body,
                Optional.of(new Keeping(
                        thisUpdate,
                        nextUpdate,
                        etag,
                        new PreEncodedHttpField(HttpHeader.ETAG, etag),
                        new PreEncodedHttpField(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(thisUpdate)))),
                false);
    }

    /** With a position of its own. */
    ByteBuffer body() {
        return body.duplicate();
    }

    HttpField contentLength() {
        return contentLength;
    }

    /** Whether it says nothing about a certificate. */
    boolean failed() {
        return failed;
    }

    Optional<Keeping> keeping() {
        return keeping;
    }
}
