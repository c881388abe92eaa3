package dev.chancery.server.command.client;

import dev.chancery.core.x509.Der;
import dev.chancery.server.command.report.CommandFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import tools.jackson.databind.json.JsonMapper;

/** The REST API of one server, over HTTPS with host names verified. */
public final class ApiClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** Longer than the ten seconds after which a server with a dead disk ends itself. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final ServerAddress server;
    private final HttpClient http;

    public ApiClient(ServerAddress server) {
        this.server = server;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(Trust.context(server.roots()))
                .build();
    }

    /** The answer whatever it is; ends the command when there is none. */
    public ApiAnswer send(ApiRequest request) {
        URI uri = server.api().resolve("/api/v1/" + request.path());
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Accept", "application/json, application/problem+json, */*;q=0.1")
                .header("Authorization", "Bearer " + token());
        request.idempotencyKey().ifPresent(key -> builder.header("Idempotency-Key", key));
        body(builder, request);
        return exchange(builder.build(), request.repeatable());
    }

    private static void body(HttpRequest.Builder builder, ApiRequest request) {
        if (request.upload().isPresent()) {
            ApiRequest.Upload file = request.upload().get();
            builder.header("Content-Type", file.contentType())
                    .method(
                            request.method(),
                            BodyPublishers.ofByteArray(file.octets().octets()));
        } else if (request.body().isPresent()) {
            builder.header("Content-Type", "application/json")
                    .method(
                            request.method(),
                            BodyPublishers.ofByteArray(new JsonMapper()
                                    .writeValueAsBytes(request.body().get())));
        } else {
            builder.method(request.method(), BodyPublishers.noBody());
        }
    }

    /** A good answer; ends the command with the server's reasons otherwise. */
    public ApiAnswer demand(ApiRequest request) {
        ApiAnswer answer = send(request);
        if (!answer.good()) {
            throw refusal(answer);
        }
        return answer;
    }

    public CommandFailedException refusal(ApiAnswer answer) {
        return Refusal.of(answer, server);
    }

    /** What anybody may read, {@code /crl/issuing.crl}: no token goes along. */
    public ApiAnswer publication(String path) {
        URI uri = server.publications().resolve(path);
        return exchange(HttpRequest.newBuilder(uri).timeout(ANSWER).GET().build(), true);
    }

    public ServerAddress server() {
        return server;
    }

    private ApiAnswer exchange(HttpRequest request, boolean repeatable) {
        try {
            try {
                return once(request);
            } catch (ConnectException | HttpTimeoutException | SSLException e) {
                throw e;
            } catch (IOException broken) {
                // A connection that breaks on the way says nothing about whether the server has acted.
                if (!repeatable) {
                    throw broken;
                }
                return once(request);
            }
        } catch (IOException e) {
            throw Unreachable.explain(e, request.uri(), server);
        }
    }

    private ApiAnswer once(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new ApiAnswer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    Der.ofOwned(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailedException.refused("Interrupted.");
        }
    }

    private String token() {
        char[] characters = server.token().reveal();
        try {
            return new String(characters).strip();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
