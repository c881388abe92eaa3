package dev.chancery.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A router on Jetty. Answers every request, so it stands last among handlers. */
public final class JettyHandler extends Handler.Abstract {
    private final Router router;
    private final Duration bodyDeadline;
    private final Turns turns;

    /**
     * @param bodyDeadline for a whole body; Jetty's idle timeout is for silence between two octets
     * @param turns how much of it at once
     */
    public JettyHandler(Router router, Duration bodyDeadline, Turns turns) {
        this.router = router;
        this.bodyDeadline = bodyDeadline;
        this.turns = turns;
    }

    public Router router() {
        return router;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RequestHead head;
        try {
            head = headOf(request);
        } catch (ProblemException e) {
            send(ProblemJson.of(e.problem()), request, response, callback);
            return true;
        }
        if (ArrivingBody.expected(request)) {
            new Arriving(head, request, response, callback).collect();
        } else {
            admit(head, Body.of(new byte[0]), request, response, callback);
        }
        return true;
    }

    /** A request whose body is on its way. */
    private final class Arriving {
        private final ArrivingBody body;

        Arriving(RequestHead head, Request request, Response response, Callback callback) {
            this.body = new ArrivingBody(
                    request,
                    bodyDeadline,
                    turns,
                    whole -> admit(head, whole, request, response, Callback.from(callback, this::release)));
        }

        void collect() {
            body.collect();
        }

        private void release() {
            body.release();
        }
    }

    private void admit(RequestHead head, Body body, Request request, Response response, Callback callback) {
        Runnable work = () -> send(router.answer(head, body), request, response, callback);
        if (!turns.offer(work, request.getComponents().getExecutor())) {
            Problem problem = Turns.refusal();
            Reply reply = ProblemJson.of(problem);
            for (Map.Entry<String, String> header : problem.headers().entrySet()) {
                reply = reply.with(header.getKey(), header.getValue());
            }
            send(SecurityHeaders.on(reply), request, response, callback);
        }
    }

    private static RequestHead headOf(Request request) {
        HttpURI uri = request.getHttpURI();
        String query = uri.getQuery();
        Parameters.Builder headers = new Parameters.Builder(true);
        for (HttpField field : request.getHeaders()) {
            headers.add(field.getName(), field.getValue() == null ? "" : field.getValue());
        }
        return new RequestHead(
                request.getMethod(),
                uri.getCanonicalPath() == null ? "" : uri.getCanonicalPath(),
                query == null ? Parameters.none() : Parameters.urlEncoded(query, "query"),
                headers.build(),
                origin(request),
                Request.getRemoteAddr(request),
                request.isSecure(),
                peer(request));
    }

    private static String origin(Request request) {
        String scheme = request.isSecure() ? HttpScheme.HTTPS.asString() : HttpScheme.HTTP.asString();
        int port = Request.getServerPort(request);
        boolean usual = port <= 0 || port == (request.isSecure() ? 443 : 80);
        String host = Request.getServerName(request);
        return (scheme + "://" + host + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }

    private static List<X509Certificate> peer(Request request) {
        return request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData tls
                        && tls.peerCertificates() != null
                ? List.of(tls.peerCertificates())
                : List.of();
    }

    private static void send(Reply reply, Request request, Response response, Callback callback) {
        response.setStatus(reply.status());
        HttpFields.Mutable fields = response.getHeaders();
        reply.headers().forEach(header -> fields.add(header.getKey(), header.getValue()));
        boolean tooMuch = reply.status() == 413 || reply.status() == 408;
        if (tooMuch && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
            // The rest of the body is not read, so nothing can follow it on this connection.
            fields.put(HttpFields.CONNECTION_CLOSE);
        }
        try {
            write(reply, "HEAD".equals(request.getMethod()), response);
            callback.succeeded();
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
        }
    }

    private static void write(Reply reply, boolean head, Response response) throws IOException {
        if (reply.writer().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.octets().length);
            Content.Sink.write(response, true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(reply.octets()));
        } else if (head) {
            Content.Sink.write(response, true, ByteBuffer.allocate(0));
        } else {
            try (OutputStream out = Content.Sink.asOutputStream(response)) {
                reply.writer().get().writeTo(out);
            }
        }
    }
}
