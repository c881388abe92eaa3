package dev.chancery.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /health/live} and {@code /health/ready}: 200 or 503, with the reasons in words. */
final class HealthHandler extends Handler.Abstract.NonBlocking {
    private final Supplier<List<String>> unready;
    private final Supplier<List<String>> remarks;

    /**
     * Both must answer at once.
     *
     * @param unready why requests cannot be served now; empty when they can
     * @param remarks what is worth knowing beside that, and does not make the server unready
     */
    HealthHandler(Supplier<List<String>> unready, Supplier<List<String>> remarks) {
        this.unready = unready;
        this.remarks = remarks;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        boolean live = path.equals("/health/live");
        if (!live && !path.equals("/health/ready")) {
            return false;
        }
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            answer(response, HttpStatus.METHOD_NOT_ALLOWED_405, "This address answers GET and HEAD.", false, callback);
            return true;
        }
        List<String> reasons = live ? List.of() : unready.get();
        if (reasons.isEmpty()) {
            answer(response, HttpStatus.OK_200, live ? "live" : text("ready", remarks.get()), head, callback);
        } else {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, 5);
            List<String> all = new ArrayList<>(reasons);
            all.addAll(remarks.get());
            answer(response, HttpStatus.SERVICE_UNAVAILABLE_503, text("not ready", all), head, callback);
        }
        return true;
    }

    private static String text(String verdict, List<String> lines) {
        return lines.isEmpty() ? verdict : verdict + "\n" + String.join("\n", lines);
    }

    private static void answer(Response response, int status, String text, boolean head, Callback callback) {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, head ? null : ByteBuffer.wrap(body), callback);
    }
}
