package dev.chancery.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands at the address that is in the certificates, hands on what the server gives, and something else where told to. */
final class PublicProxy implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, byte[]> instead = new ConcurrentHashMap<>();
    private volatile String behind = "";

    PublicProxy() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param base of the server's plain HTTP listener, without a slash at the end */
    void handOnTo(String base) {
        behind = base;
    }

    /** From now on this path gives these octets. */
    void replace(String path, byte[] octets) {
        instead.put(path, octets);
    }

    /** Everything comes from the server again. */
    void replaceNothing() {
        instead.clear();
    }

    byte[] get(String path) throws IOException {
        byte[] replaced = instead.get(path);
        return replaced == null ? ask(path).body() : replaced;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        byte[] replaced = instead.get(path);
        int status = 200;
        byte[] body = replaced;
        if (body == null) {
            HttpResponse<byte[]> answer = ask(path);
            status = answer.statusCode();
            body = answer.body();
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpResponse<byte[]> ask(String path) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(behind + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
