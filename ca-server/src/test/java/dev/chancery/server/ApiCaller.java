package dev.chancery.server;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.util.io.pem.PemReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that writes down what it is told, the moment it is told. */
final class ApiCaller {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer that takes longer is a hang (issue 3): no step of a broken server may take more than 10 s. */
    private final Duration patience;

    private final HttpClient client;
    private final String http;
    private final String https;
    private final String token;
    private final Acknowledgements told;
    private final AtomicLong refusals = new AtomicLong();
    private volatile String lastRefusal = "";

    ApiCaller(HttpClient client, String http, String https, String token, Duration patience, Acknowledgements told) {
        this.client = client;
        this.http = http;
        this.https = https;
        this.token = token;
        this.patience = patience;
        this.told = told;
    }

    /** The serial; empty when the server did not issue. */
    Optional<String> issue(String csr, Optional<String> key) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("POST", "/certificates", Map.of("profile", "tls-server", "csr", csr));
        key.ifPresent(used -> request.header("Idempotency-Key", used));
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() != 201 && answer.statusCode() != 200) {
            refused(answer);
            return Optional.empty();
        }
        JsonNode body = JSON.readTree(answer.body());
        String serial = body.get("serial").asString();
        told.issued(serial, der(body.get("certificate").asString()), key);
        return Optional.of(serial);
    }

    boolean revoke(String serial, String reason) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                send(request("POST", "/certificates/" + serial + "/revocation", Map.of("reason", reason)));
        return changed(answer, serial, Optional.of(reason));
    }

    boolean release(String serial) throws IOException, InterruptedException {
        return changed(
                send(request("DELETE", "/certificates/" + serial + "/revocation", Map.of())), serial, Optional.empty());
    }

    private boolean changed(HttpResponse<byte[]> answer, String serial, Optional<String> reason) {
        if (answer.statusCode() != 200) {
            refused(answer);
            return false;
        }
        told.changed(serial, reason);
        return true;
    }

    /** Asks for a CRL and fetches what is then served. */
    boolean publish() throws IOException, InterruptedException {
        int before = told.changesSoFar();
        HttpResponse<byte[]> answer = send(request("POST", "/authorities/issuing/crl", Map.of()));
        if (answer.statusCode() != 200) {
            refused(answer);
            return false;
        }
        fetchCrl(before);
        return true;
    }

    /** @param changesBefore how many of the acknowledged changes it must show */
    void fetchCrl(int changesBefore) throws IOException, InterruptedException {
        HttpResponse<byte[]> crl = send(HttpRequest.newBuilder(URI.create(http + "/crl/issuing.crl")));
        if (crl.statusCode() != 200) {
            throw new AssertionError("the CRL is not served: " + crl.statusCode());
        }
        told.fetched(new Acknowledgements.FetchedCrl("issuing", Der.ofOwned(crl.body()), changesBefore));
    }

    /** The responder's answer, whatever it is. */
    byte[] ocsp(byte[] request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(http + "/ocsp"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(request)));
        if (answer.statusCode() != 200) {
            throw new AssertionError("OCSP: " + answer.statusCode());
        }
        return answer.body();
    }

    /** The API's own view: the SHA-256 of the certificate, and its status. */
    Map.Entry<Der, String> look(String serial) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(request("GET", "/certificates/" + serial, Map.of()));
        if (answer.statusCode() != 200) {
            throw new AssertionError("certificate " + serial + ": " + answer.statusCode());
        }
        JsonNode body = JSON.readTree(answer.body());
        return Map.entry(
                der(body.get("certificate").asString()).sha256(),
                body.get("status").asString());
    }

    /** Every request of these tests is a right one: whatever is no acknowledgement must be the server's own trouble. */
    private void refused(HttpResponse<byte[]> answer) {
        JsonNode problem = JSON.readTree(answer.body());
        if (answer.statusCode() < 500
                || problem.path("title").asString("").isBlank()
                || problem.path("detail").asString("").isBlank()) {
            throw new AssertionError(
                    answer.statusCode() + " is neither an acknowledgement nor a clear refusal: " + problem);
        }
        lastRefusal = answer.statusCode() + " " + problem.get("detail").asString();
        refusals.incrementAndGet();
    }

    long refusals() {
        return refusals.get();
    }

    String lastRefusal() {
        return lastRefusal;
    }

    private HttpRequest.Builder request(String method, String path, Map<String, ?> body) {
        return HttpRequest.newBuilder(URI.create(https + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Der der(String pem) throws IOException {
        try (PemReader reader = new PemReader(new java.io.StringReader(pem))) {
            return Der.ofOwned(reader.readPemObject().getContent());
        }
    }
}
