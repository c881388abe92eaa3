package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The deadline for headers")
class HeaderDeadlineTest {
    private static final String REQUEST = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final HeaderDeadline deadline = new HeaderDeadline(server.getScheduler(), Duration.ofMillis(300));

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        connector.addBean(deadline);
        server.addConnector(connector);
        server.setHandler(new HealthHandler(java.util.List::of, java.util.List::of));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    @DisplayName("closes a connection that sends an octet now and then")
    void trickle() throws Exception {
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            await().until(() -> deadline.open() == 1);
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        sendQuietly(socket, "G");
                        deadline.look();
                        return deadline.closed() == 1;
                    });
            assertThat(deadline.open()).isZero();
        }
    }

    @Test
    @DisplayName("leaves those alone that ask, and those that are silent between two requests")
    void others() throws Exception {
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            for (int i = 0; i < 5; i++) {
                send(socket, REQUEST);
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
                drain(socket);
                long until = System.nanoTime() + Duration.ofMillis(200).toNanos();
                await().until(() -> {
                    deadline.look();
                    return System.nanoTime() > until;
                });
            }
            assertThat(deadline.closed()).isZero();
        }
    }

    private static void drain(Socket socket) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (!seen.toString().endsWith("live\n")) {
            seen.append((char) socket.getInputStream().read());
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static void sendQuietly(Socket socket, String text) {
        try {
            send(socket, text);
        } catch (IOException e) {
            // closed by the server, as it should be
            return;
        }
    }
}
