package dev.chancery.publisher.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OCSP over HTTP")
class OcspHandlerTest {
    private final OcspFixture fixture = new OcspFixture();
    private final EncodedCertificate certificate = fixture.issue();
    private final byte[] request = fixture.request(certificate);
    private final HttpClient client = HttpClient.newHttpClient();
    private OcspResponder responder;
    private Server server;
    private ServerConnector connector;

    @BeforeEach
    void serve() throws Exception {
        responder = new OcspResponder(fixture.stores.ledger(), OcspTerms.standard(), fixture.clock);
        responder.serve(fixture.ca.issuer().name(), fixture.caCertificate(), fixture.key, fixture.responderCertificate);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.DEFAULT.with(
                "OCSP-GET",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
        server = new Server();
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(responder.handler());
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        responder.close();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder builder) throws Exception {
        return client.send(builder.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
    }

    private HttpResponse<byte[]> get(byte[] der, String... headers) throws Exception {
        HttpRequest.Builder builder =
                to("/ocsp/" + URLEncoder.encode(Base64.getEncoder().encodeToString(der), StandardCharsets.US_ASCII));
        return send(headers.length > 0 ? builder.headers(headers) : builder);
    }

    private HttpResponse<byte[]> post(byte[] der) throws Exception {
        return send(to("/ocsp").POST(BodyPublishers.ofByteArray(der)));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    @Nested
    @DisplayName("RFC 6960 appendix A.1: a POST")
    class Post {
        @Test
        @DisplayName("is answered, whatever its content type, also in chunks")
        void answered() throws Exception {
            for (HttpRequest.Builder builder : List.of(
                    to("/ocsp"),
                    to("/ocsp/"),
                    to("/ocsp").header("Content-Type", "application/ocsp-request"),
                    to("/ocsp").header("Content-Type", "text/plain"))) {
                HttpResponse<byte[]> answer = send(builder.POST(BodyPublishers.ofByteArray(request)));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(header(answer, "Content-Type")).isEqualTo("application/ocsp-response");
                assertThat(OcspFixture.verdict(answer.body())).isEqualTo("good");
            }
            HttpResponse<byte[]> chunked = send(
                    to("/ocsp").POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(request))));
            assertThat(OcspFixture.verdict(chunked.body())).isEqualTo("good");
        }

        @Test
        @DisplayName("that is no request gets malformedRequest with HTTP status 200")
        void malformed() throws Exception {
            for (byte[] body : List.of(new byte[0], new byte[] {1}, new byte[RequestBody.MOST])) {
                HttpResponse<byte[]> answer = post(body);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(OcspFixture.response(answer.body()).getStatus()).isEqualTo(OCSPResp.MALFORMED_REQUEST);
            }
            assertThat(responder.failures()).isEqualTo(3);
        }

        @Test
        @DisplayName("longer than 8 KiB gets 413, announced or not")
        void tooLong() throws Exception {
            byte[] body = new byte[RequestBody.MOST + 1];
            assertThat(post(body).statusCode()).isEqualTo(413);
            assertThat(send(to("/ocsp")
                                    .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))))
                            .statusCode())
                    .isEqualTo(413);
        }

        @Test
        @DisplayName("may come octet by octet")
        void slowly() throws Exception {
            try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
                socket.setTcpNoDelay(true);
                socket.getOutputStream()
                        .write(("POST /ocsp HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
                                        + request.length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                for (byte octet : request) {
                    socket.getOutputStream().write(octet);
                    socket.getOutputStream().flush();
                }
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(answer).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Nested
    @DisplayName("RFC 5019 §6: a GET")
    class Get {
        @Test
        @DisplayName("says for how long its answer may be kept")
        void caching() throws Exception {
            HttpResponse<byte[]> answer = get(request);
            assertThat(OcspFixture.verdict(answer.body())).isEqualTo("good");
            assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=60, public, no-transform, must-revalidate");
            assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{40}\"");
            assertThat(header(answer, "Last-Modified")).isEqualTo("Sun, 29 Nov 2026 10:00:00 GMT");
            assertThat(header(answer, "Expires")).isEqualTo("Sun, 29 Nov 2026 10:01:00 GMT");
            assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        }

        @Test
        @DisplayName("never past nextUpdate")
        void nextUpdate() throws Exception {
            fixture.clock.advance(Duration.ofDays(30).minus(Duration.ofSeconds(20)));
            HttpResponse<byte[]> answer = get(request);
            assertThat(header(answer, "Cache-Control")).startsWith("max-age=20,");
            assertThat(header(answer, "Expires")).isEqualTo("Tue, 29 Dec 2026 10:00:00 GMT");
        }

        @Test
        @DisplayName("is answered 304 to who has the answer already, and in full once it has changed")
        void notModified() throws Exception {
            String etag = header(get(request), "ETag");
            for (String[] condition : new String[][] {
                {"If-None-Match", etag},
                {"If-None-Match", "W/" + etag + ", \"x\""},
                {"If-None-Match", "*"},
                {"If-Modified-Since", "Sun, 29 Nov 2026 10:00:00 GMT"}
            }) {
                HttpResponse<byte[]> answer = get(request, condition);
                assertThat(answer.statusCode()).as(condition[1]).isEqualTo(304);
                assertThat(answer.body()).isEmpty();
                assertThat(header(answer, "ETag")).isEqualTo(etag);
            }
            assertThat(get(request, "If-Modified-Since", "Sun, 29 Nov 2026 09:59:59 GMT")
                            .statusCode())
                    .isEqualTo(200);
            fixture.revoke(certificate, RevocationReason.KEY_COMPROMISE);
            HttpResponse<byte[]> revoked = get(request, "If-None-Match", etag);
            assertThat(revoked.statusCode()).isEqualTo(200);
            assertThat(OcspFixture.verdict(revoked.body())).isEqualTo("revoked keyCompromise");
        }

        @Test
        @DisplayName("is not to be kept when it says unknown, refuses, or echoes a nonce")
        void notKept() throws Exception {
            for (byte[] der : List.of(
                    fixture.request(BigInteger.TEN),
                    new byte[] {1, 2, 3},
                    OcspFixture.encoded(new OCSPReqBuilder()
                            .addRequest(fixture.id(certificate))
                            .addRequest(fixture.id(certificate))))) {
                HttpResponse<byte[]> answer = get(der);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
                assertThat(header(answer, "ETag")).isEqualTo("none");
            }
        }

        @Test
        @DisplayName("and a HEAD have the same headers")
        void head() throws Exception {
            HttpResponse<byte[]> get = get(request);
            HttpResponse<byte[]> head = send(to(get.uri().getRawPath()).method("HEAD", BodyPublishers.noBody()));
            assertThat(head.body()).isEmpty();
            for (String name : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control", "Last-Modified")) {
                assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
            }
        }

        @Test
        @DisplayName("is read in every spelling of its base64")
        void spellings() throws Exception {
            for (int i = 0; i < 300; i++) {
                byte[] der = fixture.request(BigInteger.valueOf(1_000_003L * i + 7));
                String raw = Base64.getEncoder().encodeToString(der);
                for (String path : List.of("/ocsp/" + raw, "/ocsp//" + raw, "/ocsp/" + raw.replace("/", "%2f"))) {
                    assertThat(OcspFixture.verdict(send(to(path)).body()))
                            .as(path)
                            .isEqualTo("unknown");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH"})
    @DisplayName("Other methods get 405, and are told which there are")
    void otherMethods(String method) throws Exception {
        HttpResponse<byte[]> answer = send(to("/ocsp").method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).contains("POST");
    }

    @Test
    @DisplayName("A GET without a request is told what this is; other paths are passed on")
    void otherPaths() throws Exception {
        HttpResponse<byte[]> answer = send(to("/ocsp"));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("OCSP responder");
        assertThat(send(to("/ocspx")).statusCode()).isEqualTo(404);
        assertThat(send(to("/")).statusCode()).isEqualTo(404);
    }
}
