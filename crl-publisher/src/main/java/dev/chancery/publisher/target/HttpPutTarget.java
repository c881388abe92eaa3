package dev.chancery.publisher.target;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** PUT (RFC 9110 §9.3.4) to WebDAV, or to object storage behind pre-signed URLs. */
final class HttpPutTarget implements Target {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final PutAddresses addresses;
    private final Optional<Credentials> credentials;
    private final TrustedCas trusted;
    private @Nullable HttpClient client;

    HttpPutTarget(PutAddresses addresses, Optional<Credentials> credentials, TrustedCas trusted) {
        this.addresses = addresses;
        this.credentials = credentials;
        this.trusted = trusted;
    }

    @Override
    public void put(PublishedFile file) throws TargetException {
        Optional<URI> address = addresses.of(file.name());
        if (address.isEmpty()) {
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address.get())
                .timeout(ANSWER)
                .header("Content-Type", file.kind().contentType)
                .PUT(BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> file.content().stream()),
                        file.content().length()));
        if (credentials.isPresent()) {
            request.header("Authorization", basic(credentials.get()));
        }
        send(file, request.build());
    }

    private void send(PublishedFile file, HttpRequest request) throws TargetException {
        try {
            HttpResponse<Void> answer = client().send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new TargetException(request.uri().getHost() + " answered the PUT of " + file.name()
                        + " with status " + answer.statusCode() + meaning(answer.statusCode()));
            }
        } catch (HttpTimeoutException e) {
            throw new TargetException(request.uri().getHost() + " did not answer in time");
        } catch (SSLException e) {
            throw new TargetException(request.uri().getHost() + trusted.refused(e));
        } catch (IOException e) {
            throw new TargetException(request.uri().getHost() + " cannot be reached ("
                    + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("this server stops");
        }
    }

    private static String meaning(int status) {
        return switch (status) {
            case 401 -> ": it wants a user and a password";
            case 403 -> ": it does not allow that, or a pre-signed address has ended";
            case 404, 409 -> ": there is no such folder";
            case 405 -> ": it takes no PUT there";
            case 413 -> ": the file is larger than it takes";
            case 507 -> ": its disk is full";
            default -> "";
        };
    }

    private static String basic(Credentials credentials) throws TargetException {
        String pair =
                credentials.user() + ":" + new String(credentials.password().reveal());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Made by the target's own thread when it is first needed. */
    private HttpClient client() throws TargetException {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .sslContext(trusted.context())
                    .build();
            client = made;
        }
        return made;
    }

    @Override
    public String where() {
        return addresses.where();
    }
}
