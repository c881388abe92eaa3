package dev.chancery.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty answers by itself, to malformed HTTP for instance: a line of text, never a stack trace. */
final class BareErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String text = switch (status) {
            case HttpStatus.NOT_FOUND_404 -> "There is nothing at this address.";
            case HttpStatus.BAD_REQUEST_400 -> "The request is not valid HTTP.";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "The request came too slowly.";
            case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "The request is too large.";
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> "The server is stopping. Try again in a moment.";
            default -> HttpStatus.getMessage(status) + ".";
        };
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, request.getMethod().equals("HEAD") ? null : ByteBuffer.wrap(body), callback);
        return true;
    }
}
