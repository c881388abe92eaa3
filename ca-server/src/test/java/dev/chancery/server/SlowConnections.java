package dev.chancery.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.net.SocketFactory;

/**
 * Clients that send an octet every second or so, of a header or of a body, over plain HTTP and TLS in turn. Where the server
 * closes a connection since its deadline has passed, another takes its place.
 */
final class SlowConnections implements AutoCloseable {
    private static final int TURNS_PER_SECOND = 20;

    private final SocketFactory tls;
    private final URI plain;
    private final URI secure;
    private final AtomicReferenceArray<Socket> sockets;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private int turn;
    private final AtomicInteger replaced = new AtomicInteger();

    private SlowConnections(int count, SocketFactory tls, URI plain, URI secure) {
        this.sockets = new AtomicReferenceArray<>(count);
        this.tls = tls;
        this.plain = plain;
        this.secure = secure;
    }

    /** All have been opened when this returns. */
    static SlowConnections open(int count, SocketFactory tls, ServerProcess server) throws IOException {
        SlowConnections opened =
                new SlowConnections(count, tls, URI.create(server.http("/")), URI.create(server.https("/")));
        // From the beginning, as the first ones must not fall silent while the others are being opened.
        long period = TimeUnit.SECONDS.toMicros(1) / TURNS_PER_SECOND;
        var unused = opened.ticks.scheduleWithFixedDelay(opened::trickle, period, period, TimeUnit.MICROSECONDS);
        for (int i = 0; i < count; i++) {
            opened.sockets.set(i, opened.connect(i));
        }
        return opened;
    }

    private Socket connect(int number) throws IOException {
        URI address = number % 4 < 2 ? plain : secure;
        SocketFactory factory = number % 4 < 2 ? SocketFactory.getDefault() : tls;
        Socket socket = factory.createSocket(address.getHost(), address.getPort());
        send(
                socket,
                number % 2 == 0
                        ? "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: "
                        : "POST /api/v1/certificates HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n{");
        return socket;
    }

    /** A part of them at a time: all at once would be a burst, which slow clients are not. */
    private void trickle() {
        for (int i = turn; i < sockets.length(); i += TURNS_PER_SECOND) {
            Socket socket = sockets.get(i);
            try {
                if (socket != null) {
                    send(socket, "x");
                }
            } catch (IOException e) {
                replace(i);
            }
        }
        turn = (turn + 1) % TURNS_PER_SECOND;
    }

    private void replace(int number) {
        try {
            sockets.get(number).close();
            sockets.set(number, connect(number));
            replaced.incrementAndGet();
        } catch (IOException e) {
            // Not now, then at its next turn.
            return;
        }
    }

    int count() {
        return sockets.length();
    }

    /** How often the server has closed one. */
    int replaced() {
        return replaced.get();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        ticks.shutdown();
        await().atMost(Duration.ofMinutes(1)).until(ticks::isTerminated);
        for (int i = 0; i < sockets.length(); i++) {
            sockets.get(i).close();
        }
    }
}
