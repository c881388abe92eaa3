package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.publisher.check.OutsideCheck;
import dev.chancery.publisher.publish.PublishedCrls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Until the first look from outside is over")
class FirstLookTest {
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final HttpClient client = HttpClient.newHttpClient();
    private final OutsideCheck outside =
            new OutsideCheck(new IssuerRegistry(), new PublishedCrls(), "own", Clock.systemUTC());
    private Server server;
    private URI base;

    @BeforeEach
    void start() throws Exception {
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new FirstLook(outside, PATIENCE, new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(204);
                callback.succeeded();
                return true;
            }
        }));
        server.start();
        base = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
        send("GET");
    }

    @AfterEach
    void stop() throws Exception {
        outside.close();
        server.stop();
    }

    @Test
    @DisplayName("what reads is answered at once; what may change something waits, not for ever and not twice")
    void patience() throws Exception {
        assertThat(send("GET")).isLessThan(PATIENCE);
        assertThat(send("POST")).isGreaterThanOrEqualTo(PATIENCE);
        assertThat(send("POST")).isLessThan(PATIENCE);
    }

    @Test
    @DisplayName("and as soon as it is over nothing waits")
    void over() throws Exception {
        outside.open();
        assertThat(send("POST")).isLessThan(PATIENCE);
    }

    private Duration send(String method) throws IOException, InterruptedException {
        long before = System.nanoTime();
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(base)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(204);
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
