package dev.chancery.publisher.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import dev.chancery.publisher.fetchers.Fetchers;
import dev.chancery.publisher.publish.PublishedCrls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CRLs and CA certificates over HTTP")
class PublicationHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Issuer CA = TestIssuer.validAt(NOW);

    @TempDir
    Path scratch;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Fetchers fetchers = new Fetchers(100, Clock.fixed(NOW, ZoneOffset.UTC));
    private final PublishedCrls published = new PublishedCrls();
    private final byte[] body = new byte[50_000];
    private Server server;
    private URI base;

    @BeforeEach
    void serve() throws Exception {
        new Random(1).nextBytes(body);
        IssuerRegistry issuers = new IssuerRegistry();
        issuers.add(CA);
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(
                new PublicationHandler(issuers, published, scratch, fetchers, "own", Clock.fixed(NOW, ZoneOffset.UTC)));
        server.start();
        base = URI.create("http://127.0.0.1:" + connector.getLocalPort());
        put(7, body);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Nested
    @DisplayName("RFC 9110: a GET")
    class Get {
        @Test
        @DisplayName("gives the exact octets, their length, type, strong tag and date")
        void plain() throws Exception {
            HttpResponse<byte[]> answer = get("/crl/issuing.crl");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(body);
            assertThat(header(answer, "content-type")).isEqualTo("application/pkix-crl");
            assertThat(header(answer, "content-length")).isEqualTo("50000");
            assertThat(header(answer, "etag")).matches("\"[0-9a-f]{32}\"");
            assertThat(header(answer, "last-modified")).isEqualTo("Sun, 22 Nov 2026 09:50:00 GMT");
            assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        }

        @Test
        @DisplayName("may be cached for a minute at most, and not beyond the next publication")
        void cache() throws Exception {
            assertThat(header(get("/crl/issuing.crl"), "cache-control")).isEqualTo("public, max-age=60");
            published.put(new SignedCrl(
                    "issuing",
                    number(8),
                    NOW.minusSeconds(600),
                    NOW.plusSeconds(600),
                    NOW.plusSeconds(20),
                    0,
                    CrlOctets.of(Der.copyOf(body))));
            HttpResponse<byte[]> answer = get("/crl/issuing.crl");
            assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=20");
            assertThat(header(answer, "expires")).isEqualTo("Sun, 22 Nov 2026 10:00:20 GMT");
        }

        @Test
        @DisplayName("with an Accept that does not match still gives the CRL, never 406")
        void accept() throws Exception {
            assertThat(get("/crl/issuing.crl", "Accept", "text/html").statusCode())
                    .isEqualTo(200);
        }

        @Test
        @DisplayName("gives PEM under a name of its own")
        void pem() throws Exception {
            HttpResponse<byte[]> answer = get("/crl/issuing.pem");
            assertThat(new String(answer.body(), StandardCharsets.US_ASCII))
                    .startsWith("-----BEGIN X509 CRL-----\n")
                    .endsWith("-----END X509 CRL-----\n");
            assertThat(Pem.decode(new String(answer.body(), StandardCharsets.US_ASCII), "X509 CRL"))
                    .isEqualTo(Der.copyOf(body));
            assertThat(new String(answer.body(), StandardCharsets.US_ASCII))
                    .isEqualTo(Pem.encode("X509 CRL", Der.copyOf(body)));
            try (Stream<Path> left = Files.list(scratch)) {
                assertThat(left).isEmpty();
            }
        }

        @Test
        @DisplayName("of a CRL that does not exist yet is told to come again")
        void notYet() throws Exception {
            PublishedCrls none = new PublishedCrls();
            IssuerRegistry issuers = new IssuerRegistry();
            issuers.add(CA);
            server.stop();
            server.setHandler(
                    new PublicationHandler(issuers, none, scratch, fetchers, "own", Clock.fixed(NOW, ZoneOffset.UTC)));
            server.start();
            base = URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
            HttpResponse<byte[]> answer = get("/crl/issuing.crl");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(header(answer, "retry-after")).isEqualTo("5");
            assertThat(get("/crl/nobody.crl").statusCode()).isEqualTo(404);
        }

        @Test
        @DisplayName("in HTTP/1.0 without a Host is answered")
        void http10() throws Exception {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
                socket.getOutputStream()
                        .write("GET /crl/issuing.crl HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] all = socket.getInputStream().readAllBytes();
                assertThat(new String(all, StandardCharsets.ISO_8859_1)).contains(" 200 OK\r\n");
                assertThat(Arrays.copyOfRange(all, all.length - body.length, all.length))
                        .isEqualTo(body);
            }
        }
    }

    @Test
    @DisplayName("HEAD has the headers of GET and no body")
    void head() throws Exception {
        HttpResponse<byte[]> get = get("/crl/issuing.crl");
        HttpResponse<byte[]> head = client.send(
                HttpRequest.newBuilder(base.resolve("/crl/issuing.crl"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(head.body()).isEmpty();
        for (String name : List.of(
                "content-length",
                "content-type",
                "etag",
                "last-modified",
                "cache-control",
                "expires",
                "accept-ranges")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
        }
    }

    @Test
    @DisplayName("other methods get 405 with Allow")
    void otherMethods() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(base.resolve("/crl/issuing.crl"))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(header(answer, "allow")).isEqualTo("GET, HEAD");
        }
    }

    @Nested
    @DisplayName("RFC 9110 §13: a condition")
    class Conditions {
        @Test
        @DisplayName("If-None-Match with the tag, weak or in a list, gives 304 without a body")
        void noneMatch() throws Exception {
            String etag = header(get("/crl/issuing.crl"), "etag");
            for (String value : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
                HttpResponse<byte[]> answer = get("/crl/issuing.crl", "If-None-Match", value);
                assertThat(answer.statusCode()).as(value).isEqualTo(304);
                assertThat(answer.body()).isEmpty();
                assertThat(header(answer, "etag")).isEqualTo(etag);
            }
        }

        @Test
        @DisplayName("If-None-Match wins over If-Modified-Since")
        void precedence() throws Exception {
            HttpResponse<byte[]> answer = get(
                    "/crl/issuing.crl",
                    "If-None-Match",
                    "\"other\"",
                    "If-Modified-Since",
                    "Sun, 22 Nov 2026 09:50:00 GMT");
            assertThat(answer.statusCode()).isEqualTo(200);
        }

        @Test
        @DisplayName("If-Modified-Since is compared with thisUpdate")
        void since() throws Exception {
            assertThat(get("/crl/issuing.crl", "If-Modified-Since", "Sun, 22 Nov 2026 09:50:00 GMT")
                            .statusCode())
                    .isEqualTo(304);
            assertThat(get("/crl/issuing.crl", "If-Modified-Since", "Sun, 22 Nov 2026 09:49:59 GMT")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get("/crl/issuing.crl", "If-Modified-Since", "nonsense").statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    @DisplayName("RFC 9110 §14: a range")
    class Ranges {
        @Test
        @DisplayName("of some octets gives exactly those")
        void some() throws Exception {
            HttpResponse<byte[]> answer = get("/crl/issuing.crl", "Range", "bytes=100-199");
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(body, 100, 200));
            assertThat(header(answer, "content-range")).isEqualTo("bytes 100-199/50000");
            assertThat(get("/crl/issuing.crl", "Range", "bytes=-10").body())
                    .isEqualTo(Arrays.copyOfRange(body, 49_990, 50_000));
        }

        @Test
        @DisplayName("beyond the end gives 416 with the length")
        void beyond() throws Exception {
            HttpResponse<byte[]> answer = get("/crl/issuing.crl", "Range", "bytes=50000-");
            assertThat(answer.statusCode()).isEqualTo(416);
            assertThat(header(answer, "content-range")).isEqualTo("bytes */50000");
        }

        @Test
        @DisplayName("that makes no sense is not heeded, several get the whole file")
        void nonsense() throws Exception {
            assertThat(get("/crl/issuing.crl", "Range", "lines=1-2").statusCode())
                    .isEqualTo(200);
            assertThat(get("/crl/issuing.crl", "Range", "bytes=0-1,5-6").body()).hasSize(50_000);
        }

        @Test
        @DisplayName("holds under If-Range for the same tag only")
        void ifRange() throws Exception {
            String etag = header(get("/crl/issuing.crl"), "etag");
            assertThat(get("/crl/issuing.crl", "Range", "bytes=0-1", "If-Range", etag)
                            .statusCode())
                    .isEqualTo(206);
            assertThat(get("/crl/issuing.crl", "Range", "bytes=0-1", "If-Range", "\"old\"")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("a new CRL is served whole and at once, with another tag")
    void replaced() throws Exception {
        String before = header(get("/crl/issuing.crl"), "etag");
        byte[] next = Arrays.copyOf(body, 1000);
        put(8, next);
        HttpResponse<byte[]> answer = get("/crl/issuing.crl", "If-None-Match", before);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(next);
    }

    @Test
    @DisplayName("CA certificates come as one DER certificate, PEM, certs-only and chain")
    void caCertificates() throws Exception {
        HttpResponse<byte[]> der = get("/ca/issuing.crt");
        assertThat(der.body()).isEqualTo(CA.certificate().der().octets());
        assertThat(header(der, "content-type")).isEqualTo("application/pkix-cert");
        assertThat(new String(get("/ca/issuing.pem").body(), StandardCharsets.US_ASCII))
                .isEqualTo(CA.certificate().pem());
        HttpResponse<byte[]> bag = get("/ca/issuing.p7c");
        assertThat(header(bag, "content-type")).isEqualTo("application/pkcs7-mime");
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertPath(new ByteArrayInputStream(bag.body()), "PKCS7")
                        .getCertificates())
                .hasSize(1);
        assertThat(get("/ca/issuing-chain.pem").statusCode()).isEqualTo(200);
        assertThat(get("/ca/nobody.crt").statusCode()).isEqualTo(404);
        assertThat(get("/ca/issuing.exe").statusCode()).isEqualTo(404);
    }

    @Nested
    @DisplayName("are remembered as fetched")
    class Fetched {
        @Test
        @DisplayName(
                "by a GET, a 304 and the last part, and not by a HEAD, a first part, a CA certificate or this server")
        void counted() throws Exception {
            String etag = header(get("/crl/issuing.crl"), "etag");
            assertThat(fetched()).isEqualTo(1);
            get("/crl/issuing.crl", "If-None-Match", etag);
            get("/crl/issuing.crl", "Range", "bytes=25000-");
            get("/crl/issuing.pem");
            assertThat(fetched()).isEqualTo(4);
            get("/crl/issuing.crl", "Range", "bytes=0-99");
            get("/crl/issuing.crl", "User-Agent", "own");
            get("/ca/issuing.crt");
            client.send(
                    HttpRequest.newBuilder(base.resolve("/crl/issuing.crl"))
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(fetched()).isEqualTo(4);
            assertThat(fetchers.of("issuing").get(0).crl().orElseThrow().number())
                    .isEqualTo(number(7));
        }

        /** The answer is complete a moment before it is counted. */
        private long fetched() {
            Awaitility.await()
                    .during(Duration.ofMillis(100))
                    .until(() -> fetchers.of("issuing").size() == 1);
            return fetchers.of("issuing").get(0).crls();
        }
    }

    private void put(int number, byte[] octets) {
        published.put(new SignedCrl(
                "issuing",
                number(number),
                NOW.minusSeconds(600),
                NOW.plusSeconds(7 * 86_400),
                NOW.plusSeconds(86_400),
                0,
                CrlOctets.of(Der.copyOf(octets))));
    }

    private static CrlNumber number(long value) {
        return new CrlNumber(java.math.BigInteger.valueOf(value));
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("(none)");
    }
}
