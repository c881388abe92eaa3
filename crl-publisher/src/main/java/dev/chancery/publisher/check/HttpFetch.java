package dev.chancery.publisher.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One bounded GET as a simple validating server makes it: HTTP/1.1, no proxy, no redirect, no cookie. */
final class HttpFetch {
    /** How much of a body is kept that is not what was published. */
    private static final int MOST_KEPT = 4 * 1024 * 1024;

    private final Duration connect;
    private final Duration limit;
    private final String userAgent;
    private @Nullable HttpClient client;

    /** @param limit for the whole exchange, body included */
    HttpFetch(Duration connect, Duration limit, String userAgent) {
        this.connect = connect;
        this.limit = limit;
        this.userAgent = userAgent;
    }

    /** Made when first needed: its classes would cost a start its time. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(connect)
                    .build();
            client = made;
        }
        return made;
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, ComparedBody body) {}

    /** Nothing came back; the message says why, as the end of a sentence. */
    static final class UnreachableException extends Exception {
        private final CheckReason reason;
        private final String detail;

        /** @param detail of the reason, possibly empty */
        UnreachableException(CheckReason reason, String detail, String why) {
            super(why);
            this.reason = reason;
            this.detail = detail;
        }

        CheckReason reason() {
            return reason;
        }

        String detail() {
            return detail;
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /** @param expected what the body should be */
    Answer get(URI address, ByteBuffer expected) throws UnreachableException {
        return send(HttpRequest.newBuilder(address), expected);
    }

    /** A question as a body; whatever comes back is kept, up to a bound. */
    Answer post(URI address, String contentType, byte[] question) throws UnreachableException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(question));
        return send(request, ByteBuffer.allocate(0));
    }

    private Answer send(HttpRequest.Builder begun, ByteBuffer expected) throws UnreachableException {
        HttpRequest request =
                begun.header("User-Agent", userAgent).timeout(limit).build();
        CompletableFuture<HttpResponse<ComparedBody>> exchange =
                client().sendAsync(request, head -> new ComparingSubscriber(expected, MOST_KEPT));
        try {
            HttpResponse<ComparedBody> response = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new UnreachableException(
                    CheckReason.SLOW_BODY,
                    seconds(),
                    "did not send its whole answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnreachableException(CheckReason.STOPPED, "", "was not waited for, since this server stops");
        } catch (ExecutionException e) {
            throw unreachable(e.getCause() == null ? e : e.getCause());
        }
    }

    private String seconds() {
        return Long.toString(limit.toSeconds());
    }

    private UnreachableException unreachable(Throwable cause) {
        if (cause instanceof java.net.http.HttpConnectTimeoutException) {
            return new UnreachableException(
                    CheckReason.NO_CONNECTION,
                    "",
                    "does not accept connections (no answer in time; a firewall may drop them)");
        }
        if (cause instanceof ConnectException) {
            String reason = reason(cause, "refused");
            return new UnreachableException(
                    CheckReason.REFUSED, reason, "does not accept connections (" + reason + ")");
        }
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return new UnreachableException(
                    CheckReason.TIMEOUT, seconds(), "did not answer within " + limit.toSeconds() + " s");
        }
        String reason = reason(cause, cause.getClass().getSimpleName());
        return cause instanceof IOException
                ? new UnreachableException(CheckReason.NO_ANSWER, reason, "gave no proper HTTP answer (" + reason + ")")
                : new UnreachableException(CheckReason.NOT_ASKED, reason, "could not be asked (" + reason + ")");
    }

    private static String reason(Throwable cause, String otherwise) {
        return cause.getMessage() == null || cause.getMessage().isBlank() ? otherwise : cause.getMessage();
    }
}
