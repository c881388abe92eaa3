package dev.chancery.publisher.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.MemorySpool;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.x509.Pem;
import dev.chancery.publisher.check.CheckedAddress.Kind;
import dev.chancery.publisher.publish.PublishedCrls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The check from outside")
class OutsideCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String CRL_TYPE = "application/pkix-crl";
    private static final String CERTIFICATE_TYPE = "application/pkix-cert";

    private final TestClock clock = new TestClock(NOW);
    private final MemoryStores stores = new MemoryStores(clock);
    private final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private final CrlIssuer crlIssuer =
            new CrlIssuer(stores.ledger(), stores.crlArchive(), stores.journal(), new MemorySpool(), clock);
    private final PublishedCrls published = new PublishedCrls();
    private final IssuerRegistry issuers = new IssuerRegistry();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private OutsideCheck check;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(int status, Map<String, String> headers, byte[] body, Duration delay) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        PublicationAddresses all = PublicationAddresses.under(URI.create("http://127.0.0.1:" + port()), "issuing");
        use(new PublicationAddresses(all.crl(), all.caIssuers(), List.of()));
        SignedCrl crl = publish();
        answers.put("/crl/issuing.crl", ok(CRL_TYPE, crl.octets().der().octets()));
        answers.put(
                "/ca/issuing.crt",
                ok(CERTIFICATE_TYPE, authority.issuer().certificate().der().octets()));
    }

    private void use(PublicationAddresses addresses) {
        Issuer sample = authority.issuer();
        issuers.add(new Issuer("issuing", sample.certificate(), List.of(), sample.signingKey(), addresses, 0));
        check = new OutsideCheck(issuers, published, "Check-Test", clock);
    }

    @AfterEach
    void stop() {
        check.close();
        server.stop(0);
    }

    @Nested
    @DisplayName("of what is in order")
    class Good {
        @Test
        @DisplayName("finds only that the port is not 80 and that the address is loopback, neither of which is a fault")
        void good() {
            CheckReport report = look();
            assertThat(report.hasFault()).isFalse();
            assertThat(report.addresses()).hasSize(2);
            assertThat(texts(Kind.CRL))
                    .anyMatch(
                            text -> text.startsWith("Validating servers that use port 80 only will not reach this CRL"))
                    .anyMatch(text -> text.startsWith("Only this computer reaches this CRL"))
                    .hasSize(2);
        }

        @Test
        @DisplayName("says nothing before the listeners are open, looks once then, and again after a publication")
        void turns() {
            check.published("issuing");
            assertThat(requests).hasValue(0);
            look();
            assertThat(requests).hasValue(2);
            answers.put(
                    "/crl/issuing.crl", ok(CRL_TYPE, publish().octets().der().octets()));
            clock.advance(Duration.ofSeconds(5));
            check.published("issuing");
            await().until(() -> check.latest("issuing").orElseThrow().at().equals(clock.instant()));
            assertThat(look().hasFault()).isFalse();
        }

        @Test
        @DisplayName("makes one look at a time, and one more for however many publications there were meanwhile")
        void coalesced() {
            answers.put("/ca/issuing.crt", slow(Duration.ofMillis(300)));
            check.open();
            await().until(() -> requests.get() == 2);
            for (int i = 0; i < 100; i++) {
                check.published("issuing");
            }
            await().until(() -> requests.get() == 4);
            await().during(Duration.ofMillis(500)).until(() -> requests.get() == 4);
        }
    }

    @Nested
    @DisplayName("of a CRL address")
    class CrlAddress {
        @Test
        @DisplayName("RFC 5280 §4.2.1.13: names a redirect, and where it leads")
        void redirect() {
            answers.put(
                    "/crl/issuing.crl",
                    new Answer(301, Map.of("Location", "https://ca.example.com/x"), new byte[0], Duration.ZERO));
            fault("redirects (status 301, to https://ca.example.com/x)");
        }

        @Test
        @DisplayName("names a status that is not 200")
        void status() {
            answers.put("/crl/issuing.crl", new Answer(404, Map.of(), new byte[0], Duration.ZERO));
            fault("status 404 instead of 200");
        }

        @Test
        @DisplayName("RFC 2585 §4: warns of another content type, and goes on to look at the octets")
        void type() {
            Answer good = answers.get("/crl/issuing.crl");
            answers.put("/crl/issuing.crl", ok("text/plain; charset=x", good.body()));
            assertThat(look().hasFault()).isFalse();
            assertThat(texts(Kind.CRL)).anyMatch(text -> text.contains("not application/pkix-crl"));
        }

        @Test
        @DisplayName("names an answer that somebody compressed")
        void compressed() {
            Answer good = answers.get("/crl/issuing.crl");
            answers.put(
                    "/crl/issuing.crl",
                    new Answer(
                            200,
                            Map.of("Content-Type", CRL_TYPE, "Content-Encoding", "gzip"),
                            good.body(),
                            Duration.ZERO));
            fault("compressed (gzip)");
        }

        @Test
        @DisplayName("tells PEM, a web page, and the CRL of another CA from the CRL")
        void other() {
            Answer good = answers.get("/crl/issuing.crl");
            answers.put(
                    "/crl/issuing.crl",
                    ok(
                            CRL_TYPE,
                            Pem.encode("X509 CRL", dev.chancery.core.x509.Der.copyOf(good.body()))
                                    .getBytes(StandardCharsets.US_ASCII)));
            fault("PEM text, where DER belongs");
            answers.put("/crl/issuing.crl", ok(CRL_TYPE, "<html>".getBytes(StandardCharsets.US_ASCII)));
            again();
            fault("a web page");
            byte[] broken = good.body().clone();
            broken[broken.length - 1] ^= 1;
            answers.put("/crl/issuing.crl", ok(CRL_TYPE, broken));
            again();
            fault("no CRL signed by this CA");
        }

        @Test
        @DisplayName("RFC 5280 §5.2.3: an older number passes for a cache's at first, and is a fault later")
        void older() {
            clock.advance(Duration.ofSeconds(2));
            publish();
            CheckReport report = look();
            assertThat(report.hasFault()).isFalse();
            assertThat(report.unsettled()).isTrue();
            assertThat(texts(Kind.CRL))
                    .anyMatch(text -> text.contains("CRL number 1 comes back, which is older than the 2"));
            clock.advance(Duration.ofMinutes(2));
            again();
            fault("do not learn what was revoked since");
        }

        @Test
        @DisplayName("RFC 5280 §5.1.2.5: names a CRL that has ended")
        void ended() {
            clock.advance(Duration.ofDays(8));
            fault("which ended at 2026-11-29T10:00:00Z");
        }

        @Test
        @DisplayName("does not read a body to its end that is far too long")
        void endless() {
            answers.put("/crl/issuing.crl", ok(CRL_TYPE, new byte[6_000_000]));
            fault("Another file than the CRL comes back");
        }

        @Test
        @DisplayName("does not wait longer than five seconds in all")
        void slowAnswer() {
            answers.put("/crl/issuing.crl", slow(Duration.ofSeconds(30)));
            long before = System.nanoTime();
            fault("within 5 s");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
        }
    }

    @Nested
    @DisplayName("of the addresses of partitions")
    class Partitions {
        private SignedCrl partition(int number) {
            Issuer issuer = issuers.find("issuing").orElseThrow();
            SignedCrl crl = crlIssuer.issue(
                    Requester.system(),
                    issuer,
                    new CrlScope.Partition(number, issuer.partitionAddresses(number)),
                    CrlTerms.standard(),
                    published.find("issuing-" + number));
            published.put(crl);
            answers.put(
                    "/crl/issuing-" + number + ".crl",
                    ok(CRL_TYPE, crl.octets().der().octets()));
            return crl;
        }

        @Test
        @DisplayName("is made of those whose list changed, and names another list that comes back in its place")
        void partitions() {
            issuers.replace(issuers.find("issuing").orElseThrow().partitionedInto(2));
            partition(1);
            partition(2);
            assertThat(look().addresses()).hasSize(4);
            assertThat(texts(Kind.PARTITION)).isEmpty();
            int before = requests.get();
            again();
            partition(2);
            assertThat(look().hasFault()).isFalse();
            assertThat(requests.get() - before).isEqualTo(3);
            again();
            partition(1);
            answers.put("/crl/issuing-1.crl", answers.get("/crl/issuing-2.crl"));
            assertThat(look().hasFault()).isTrue();
            assertThat(texts(Kind.PARTITION))
                    .singleElement()
                    .asString()
                    .contains("The CRL issuing-2.crl of this CA comes back, and issuing-1.crl belongs here");
        }
    }

    @Nested
    @DisplayName("of a CA certificate's address")
    class CertificateAddress {
        @Test
        @DisplayName("RFC 5280 §4.2.2.1: names another certificate, and PEM")
        void other() {
            SampleAuthority foreign = new SampleAuthority("foreign", KeyAlgorithm.EC_P256, NOW);
            answers.put(
                    "/ca/issuing.crt",
                    ok(CERTIFICATE_TYPE, foreign.issuer().certificate().der().octets()));
            look();
            assertThat(texts(Kind.CA_CERTIFICATE)).anyMatch(text -> text.contains("Another certificate comes back"));
            answers.put(
                    "/ca/issuing.crt",
                    ok(CERTIFICATE_TYPE, authority.issuer().certificate().pem().getBytes(StandardCharsets.US_ASCII)));
            again();
            look();
            assertThat(texts(Kind.CA_CERTIFICATE)).anyMatch(text -> text.contains("PEM text, where DER belongs"));
        }
    }

    @Nested
    @DisplayName("of the address itself")
    class Address {
        @Test
        @DisplayName("names a host that does not resolve, a port where nobody listens, and https")
        void unreachable() throws IOException {
            int closed;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                closed = socket.getLocalPort();
            }
            Issuer sample = authority.issuer();
            IssuerRegistry others = new IssuerRegistry();
            others.add(new Issuer(
                    "issuing",
                    sample.certificate(),
                    List.of(),
                    sample.signingKey(),
                    new PublicationAddresses(
                            List.of(
                                    URI.create("http://no-such-host.invalid/crl/issuing.crl"),
                                    URI.create("http://127.0.0.1:" + closed + "/crl/issuing.crl"),
                                    URI.create("https://127.0.0.1/crl/issuing.crl")),
                            List.of(),
                            List.of()),
                    0));
            check.close();
            check = new OutsideCheck(others, published, "Check-Test", clock);
            assertThat(look().lines())
                    .anyMatch(line -> line.contains("no-such-host.invalid") && line.contains("resolve"))
                    .anyMatch(line -> line.contains(":" + closed) && line.contains("does not accept connections"))
                    .anyMatch(line -> line.contains("no plain http address"));
        }
    }

    private CheckReport look() {
        check.open();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> check.latest("issuing")
                        .filter(report -> report.at().equals(clock.instant()))
                        .isPresent());
        return check.latest("issuing").orElseThrow();
    }

    /** So that the next report is known to be new. */
    private void again() {
        clock.advance(Duration.ofSeconds(1));
    }

    private void fault(String text) {
        assertThat(look().hasFault()).isTrue();
        assertThat(texts(Kind.CRL)).anyMatch(found -> found.contains(text));
    }

    private List<String> texts(Kind kind) {
        return check.latest("issuing").orElseThrow().addresses().stream()
                .filter(checked -> checked.kind() == kind)
                .flatMap(checked -> checked.findings().stream())
                .map(CheckFinding::message)
                .toList();
    }

    private SignedCrl publish() {
        SignedCrl crl = crlIssuer.issue(
                Requester.system(),
                issuers.find("issuing").orElseThrow(),
                new CrlScope.Full(),
                CrlTerms.standard(),
                published.find("issuing"));
        published.put(crl);
        return crl;
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static Answer ok(String type, byte[] body) {
        return new Answer(200, Map.of("Content-Type", type), body, Duration.ZERO);
    }

    private static Answer slow(Duration delay) {
        return new Answer(200, Map.of("Content-Type", CRL_TYPE), new byte[10], delay);
    }

    private void answer(HttpExchange exchange) {
        requests.incrementAndGet();
        Answer answer = answers.get(exchange.getRequestURI().getPath());
        try (exchange) {
            Thread.sleep(answer.delay().toMillis());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
