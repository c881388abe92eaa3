package dev.chancery.publisher.ocsp;

import dev.chancery.publisher.ocsp.Reply.Keeping;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /ocsp} and {@code GET /ocsp/{base64}} (RFC 6960 appendix A.1). Whatever is wrong with an OCSP request is said in
 * an OCSP answer with HTTP status 200; only what is no request at all gets another. Passes every other path on.
 */
final class OcspHandler extends Handler.Abstract.NonBlocking {
    private static final Logger LOG = LoggerFactory.getLogger(OcspHandler.class);
    private static final String PATH = "/ocsp";

    /** As for CRLs: a revocation shows soon through a cache in front, and a stampede is kept off. */
    private static final long LONGEST_CACHED = 60;

    private static final HttpField TYPE = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/ocsp-response");
    private static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField NOT_CACHED = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final String CACHED = ", public, no-transform, must-revalidate";
    private static final HttpField CACHED_LONGEST =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "max-age=" + LONGEST_CACHED + CACHED);

    private final Responder responder;
    private final Lookups lookups;
    private final Clock clock;
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile BiConsumer<Request, String> told = (request, ca) -> {};
    private volatile Expiry expiry = new Expiry(0, new HttpField(HttpHeader.EXPIRES, "0"));

    /** The header of one second. */
    private record Expiry(long second, HttpField field) {}

    OcspHandler(Responder responder, Lookups lookups, Clock clock) {
        this.responder = responder;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** @param listener gets each request that was told a status, and the CA; returns at once */
    void tell(BiConsumer<Request, String> listener) {
        told = listener;
    }

    long requests() {
        return requests.sum();
    }

    /** Answers that say nothing about a certificate. */
    long failures() {
        return failures.sum();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // As it came: the decoded path no longer tells a slash of the base64 from one of the path.
        String path = request.getHttpURI().getPath();
        if (path == null
                || !path.startsWith(PATH)
                || (path.length() > PATH.length() && path.charAt(PATH.length()) != '/')) {
            return false;
        }
        requests.increment();
        switch (request.getMethod()) {
            case "POST" ->
                new RequestBody(
                                request,
                                body -> respond(body, request, response, callback),
                                status -> say(status, "The request did not arrive whole.", response, callback))
                        .collect();
            case "GET", "HEAD" -> {
                if (path.length() == PATH.length()) {
                    usage(response, callback);
                } else {
                    respond(RequestPath.decode(path, PATH.length() + 1), request, response, callback);
                }
            }
            default -> usage(response, callback);
        }
        return true;
    }

    private void respond(byte[] der, Request request, Response response, Callback callback) {
        Optional<OcspRequest> asked = der.length > RequestBody.MOST ? Optional.empty() : OcspRequestReader.read(der);
        Reply reply = asked.isEmpty() ? Reply.MALFORMED_REQUEST : fromMemory(asked.get());
        if (reply != null) {
            remember(asked, reply, request);
            send(reply, request, response, callback);
        } else if (!lookups.begin(() -> fromLedger(asked.orElseThrow(), request, response, callback))) {
            send(Reply.TRY_LATER, request, response, callback);
        }
    }

    private void fromLedger(OcspRequest asked, Request request, Response response, Callback callback) {
        Reply reply = fromLedger(asked);
        remember(Optional.of(asked), reply, request);
        send(reply, request, response, callback);
    }

    private void remember(Optional<OcspRequest> asked, Reply reply, Request request) {
        String ca = reply.failed() || asked.isEmpty() ? null : responder.caName(asked.get());
        if (ca != null) {
            told.accept(request, ca);
        }
    }

    private @org.jspecify.annotations.Nullable Reply fromMemory(OcspRequest asked) {
        try {
            return responder.fromMemory(asked);
        } catch (RuntimeException e) {
            LOG.error("An OCSP answer could not be signed", e);
            return Reply.INTERNAL_ERROR;
        }
    }

    private Reply fromLedger(OcspRequest asked) {
        try {
            return responder.fromLedger(asked);
        } catch (RuntimeException e) {
            LOG.error("The status of a certificate could not be looked up for OCSP", e);
            return Reply.TRY_LATER;
        }
    }

    private void send(Reply reply, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        String method = request.getMethod();
        if (reply.failed()) {
            failures.increment();
        }
        if (!method.equals("POST")) {
            if (reply.keeping().isPresent()) {
                Keeping keeping = reply.keeping().get();
                describe(keeping, headers);
                if (unchanged(keeping, request.getHeaders())) {
                    response.setStatus(HttpStatus.NOT_MODIFIED_304);
                    response.write(true, null, callback);
                    return;
                }
            } else {
                headers.put(NOT_CACHED);
            }
        }
        headers.put(TYPE);
        headers.put(NO_SNIFFING);
        headers.put(reply.contentLength());
        response.setStatus(HttpStatus.OK_200);
        response.write(true, method.equals("HEAD") ? null : reply.body(), callback);
    }

    private void describe(Keeping keeping, HttpFields.Mutable headers) {
        long now = clock.instant().getEpochSecond();
        long left = Math.max(0, keeping.nextUpdate().getEpochSecond() - now);
        headers.put(keeping.etagField());
        headers.put(keeping.lastModified());
        if (left >= LONGEST_CACHED) {
            headers.put(CACHED_LONGEST);
            headers.put(expires(now + LONGEST_CACHED));
        } else {
            headers.put(HttpHeader.CACHE_CONTROL, "max-age=" + left + CACHED);
            headers.put(expires(now + left));
        }
    }

    private HttpField expires(long second) {
        Expiry known = expiry;
        if (known.second != second) {
            known = new Expiry(
                    second,
                    new PreEncodedHttpField(
                            HttpHeader.EXPIRES, DateGenerator.formatDate(Instant.ofEpochSecond(second))));
            expiry = known;
        }
        return known.field;
    }

    /** If-None-Match before If-Modified-Since (RFC 9110 §13.2.2). */
    private static boolean unchanged(Keeping keeping, HttpFields asked) {
        String tags = asked.get(HttpHeader.IF_NONE_MATCH);
        if (tags != null) {
            return tags.strip().equals("*") || tags.contains(keeping.etag());
        }
        String since = asked.get(HttpHeader.IF_MODIFIED_SINCE);
        if (since == null) {
            return false;
        }
        long millis = HttpDateTime.parseToEpoch(since);
        return millis >= 0 && millis / 1000 >= keeping.thisUpdate().getEpochSecond();
    }

    private static void usage(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.ALLOW, "POST");
        say(
                HttpStatus.METHOD_NOT_ALLOWED_405,
                "This is an OCSP responder: POST a request here, or GET " + PATH + "/ followed by its base64.",
                response,
                callback);
    }

    private static void say(int status, String text, Response response, Callback callback) {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(NOT_CACHED);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = response.getRequest().getMethod().equals("HEAD");
        response.write(true, head ? null : ByteBuffer.wrap(body), callback);
    }
}
