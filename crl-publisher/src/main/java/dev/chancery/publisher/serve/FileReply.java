package dev.chancery.publisher.serve;

import dev.chancery.publisher.fetchers.FetchedCrl;
import dev.chancery.publisher.fetchers.Fetchers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers GET and HEAD for one file: conditions before ranges, If-None-Match before If-Modified-Since (RFC 9110 §13.2.2),
 * If-Range (§13.1.5), one byte range (§14.2; a request for several gets the whole file, as §14.2 allows).
 */
final class FileReply {
    private final Fetchers fetchers;
    private final String ownUserAgent;
    private final Clock clock;

    /** @param ownUserAgent by which this server knows its own look from outside, which is nobody's fetch */
    FileReply(Fetchers fetchers, String ownUserAgent, Clock clock) {
        this.fetchers = fetchers;
        this.ownUserAgent = ownUserAgent;
        this.clock = clock;
    }

    void send(ServedFile file, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        file.describe(headers, clock.millis());
        HttpFields asked = request.getHeaders();
        boolean head = request.getMethod().equals("HEAD");
        if (Conditions.unchanged(file, asked)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.write(true, null, head ? callback : told(file, request, callback));
            return;
        }
        file.describeContent(headers);
        Optional<List<ByteRange>> ranges = head ? Optional.empty() : Conditions.ranges(file, asked);
        if (ranges.isPresent() && ranges.get().size() < 2) {
            sendPart(file, ranges.get(), request, response, callback);
        } else {
            response.setStatus(HttpStatus.OK_200);
            file.describeLength(headers);
            response.write(true, head ? null : file.whole(), head ? callback : told(file, request, callback));
        }
    }

    private void sendPart(
            ServedFile file, List<ByteRange> ranges, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        if (ranges.isEmpty()) {
            response.setStatus(HttpStatus.RANGE_NOT_SATISFIABLE_416);
            headers.put(HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(file.length()));
            headers.put(HttpHeader.CONTENT_LENGTH, 0);
            response.write(true, null, callback);
            return;
        }
        ByteRange range = ranges.get(0);
        response.setStatus(HttpStatus.PARTIAL_CONTENT_206);
        headers.put(HttpHeader.CONTENT_RANGE, range.toHeaderValue(file.length()));
        headers.put(HttpHeader.CONTENT_LENGTH, range.getLength());
        // Whoever fetches in parts has it all when the last one has arrived.
        boolean last = range.last() == file.length() - 1;
        response.write(true, file.slice(range.first(), range.last()), last ? told(file, request, callback) : callback);
    }

    /** Remembers the client once the answer has left. */
    private Callback told(ServedFile file, Request request, Callback callback) {
        if (!fetchers.remembers()
                || file.crl().isEmpty()
                || !(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from)
                || ownUserAgent.equals(request.getHeaders().get(HttpHeader.USER_AGENT))) {
            return callback;
        }
        return new Told(callback, from.getAddress(), file.crl().get());
    }

    private final class Told extends Callback.Nested {
        private final InetAddress client;
        private final FetchedCrl crl;

        Told(Callback callback, InetAddress client, FetchedCrl crl) {
            super(callback);
            this.client = client;
            this.crl = crl;
        }

        @Override
        public void succeeded() {
            fetchers.crl(client, crl);
            super.succeeded();
        }
    }
}
