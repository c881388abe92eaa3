package dev.chancery.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /metrics} for Prometheus: with a token, or from this machine. */
final class MetricsHandler extends Handler.Abstract {
    private final Supplier<String> scrape;
    private final Predicate<Request> allowed;

    MetricsHandler(Supplier<String> scrape, Predicate<Request> allowed) {
        this.scrape = scrape;
        this.allowed = allowed;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals("/metrics")) {
            return false;
        }
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            answer(
                    request,
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED_405,
                    "This address answers GET and HEAD.\n",
                    callback);
        } else if (!allowed.test(request)) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
            answer(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED_401,
                    "Metrics are for this machine, or for a token whose account may read them.\n",
                    callback);
        } else {
            answer(request, response, HttpStatus.OK_200, scrape.get(), callback);
        }
        return true;
    }

    private static void answer(Request request, Response response, int status, String text, Callback callback) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders()
                .put(
                        HttpHeader.CONTENT_TYPE,
                        status == HttpStatus.OK_200
                                ? "text/plain; version=0.0.4; charset=utf-8"
                                : "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, request.getMethod().equals("HEAD") ? null : ByteBuffer.wrap(body), callback);
    }
}
