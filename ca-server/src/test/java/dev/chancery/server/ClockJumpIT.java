package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SECURITY.md rule 17, on a real server whose wall clock jumps. */
@DisplayName("A server whose clock jumps")
class ClockJumpIT {
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration CRL_LIFETIME = Duration.ofDays(7);

    @TempDir
    private Path work;

    private final Acknowledgements told = new Acknowledgements();
    private Path data;
    private FakeClock clock;
    private HistoryCheck history;
    private String csr;
    private int jumps;

    @BeforeEach
    void prepare() throws IOException {
        data = work.resolve("data");
        clock = new FakeClock(work);
        history = new HistoryCheck(data);
        csr = Csr.p256(work, "clock.lab.example.com");
    }

    @Test
    @DisplayName(
            "signs on after jumps ahead and small ones back, and nothing while it stands more than 5 minutes behind")
    void nineJumps() throws Exception {
        Duration far = CRL_LIFETIME.plusDays(2);
        try (ServerProcess server = start()) {
            signs(server);
            jump(Duration.ofHours(1));
            signs(server);
            jump(Duration.ofDays(1));
            signs(server);
            jump(far);
            assertThat(ready(server).body()).contains("ended at");
            signs(server);
            jump(far.minusMinutes(1));
            signs(server);
            jump(far.minusMinutes(4));
            signs(server);
            jump(far.minusMinutes(6));
            refuses(server);
            clock.set(far);
            signs(server);
            jump(far.minusDays(1));
            refuses(server);
            clock.set(far);
            signs(server);
            server.kill();
        }
        jump(far.minusHours(1));
        try (ServerProcess server = start()) {
            refuses(server);
            clock.set(far);
            signs(server);
            assertThat(server.stop()).as(server.log()).isIn(0, 143);
        }
        jump(far.plusDays(365));
        try (ServerProcess server = start()) {
            signs(server);
            assertThat(server.stop()).as(server.log()).isIn(0, 143);
        }
        Tool verify = Tool.run(work, ServerProcess.command("verify", "--data", data.toString()));
        assertThat(verify.exitCode()).as(verify.output()).isZero();
        System.out.printf("clock: %d jumps, %d acknowledgements, none lost%n", jumps, told.count());
    }

    @Test
    @Tag("long")
    @DisplayName("publishes of its own accord when it jumps over the end of its CRLs")
    void overNextUpdate() throws Exception {
        try (ServerProcess server = start()) {
            signs(server);
            jump(CRL_LIFETIME.plusHours(1));
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> ready(server).statusCode() == 200);
            assertThat(crl(server).getNextUpdate().toInstant()).isAfter(clock.now());
            historyHolds(caller(server));
            assertThat(server.stop()).as(server.log()).isIn(0, 143);
        }
    }

    private void jump(Duration offset) throws IOException {
        clock.set(offset);
        jumps++;
    }

    private ServerProcess start() throws IOException {
        Path log = work.resolve("server.log");
        return ServerProcess.awaitReady(
                ServerProcess.launch(data, log, java.util.List.of(), clock.environment()), data, log);
    }

    private ApiCaller caller(ServerProcess server) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(TrustAtAnyTime.in(server.root()))
                .connectTimeout(PATIENCE)
                .build();
        return new ApiCaller(client, server.http(""), server.https(""), server.token(), PATIENCE, told);
    }

    /** Issues, revokes and publishes; all dates fit the clock, and the CA's own. */
    private void signs(ServerProcess server) throws Exception {
        ApiCaller api = caller(server);
        String serial = api.issue(csr, Optional.empty())
                .orElseThrow(() -> new AssertionError("not issued: " + api.lastRefusal()));
        assertThat(api.revoke(serial, "superseded")).as(api.lastRefusal()).isTrue();
        assertThat(api.publish()).as(api.lastRefusal()).isTrue();
        X509CRL crl = crl(server);
        assertThat(crl.getThisUpdate().toInstant()).isBefore(clock.now().plus(Duration.ofMinutes(5)));
        assertThat(crl.getNextUpdate().toInstant())
                .isBetween(clock.now().plusSeconds(60), clock.now().plus(CRL_LIFETIME.plusMinutes(10)));
        historyHolds(api);
        assertThat(history.lastIssued().serial().hex()).isEqualTo(serial);
        validityFits(history.lastIssued(), history.authority("issuing"));
    }

    /** In the end: a jump makes CRLs due, and the schedule may be between a CRL's record and its file. */
    private void historyHolds(ApiCaller api) {
        await().atMost(PATIENCE).untilAsserted(() -> history.check(told, api));
    }

    private void validityFits(EncodedCertificate issued, EncodedCertificate issuer) {
        assertThat(issued.validity().notBefore())
                .isBetween(issuer.validity().notBefore(), clock.now().plus(Duration.ofMinutes(5)));
        assertThat(issued.validity().notAfter())
                .isBetween(clock.now(), issuer.validity().notAfter());
    }

    /** Signs nothing, and says why and what to do; the CRL in force is served as before. */
    private void refuses(ServerProcess server) throws Exception {
        ApiCaller api = caller(server);
        long records = recordsAtRest();
        java.math.BigInteger number = number(crl(server));
        assertThat(api.issue(csr, Optional.empty())).isEmpty();
        assertThat(api.lastRefusal()).startsWith("503 ").contains("clock", "set it right");
        assertThat(api.publish()).isFalse();
        assertThat(api.lastRefusal()).startsWith("503 ").contains("clock", "set it right");
        assertThat(ready(server).statusCode()).isEqualTo(503);
        assertThat(number(crl(server))).isEqualTo(number);
        api.fetchCrl(0);
        await().atMost(PATIENCE).untilAsserted(() -> history.check(told));
        assertThat(history.records()).as("nothing was signed").isEqualTo(records);
    }

    /** The jump ahead of before made CRLs due: one may have been on its way when the clock went back. */
    private long recordsAtRest() {
        long[] before = {-1};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(700)).until(() -> {
            history.check(told);
            long known = before[0];
            before[0] = history.records();
            return before[0] == known;
        });
        return before[0];
    }

    private HttpResponse<String> ready(ServerProcess server) throws IOException, InterruptedException {
        return server.client().send(plain(server, "/health/ready"), HttpResponse.BodyHandlers.ofString());
    }

    private X509CRL crl(ServerProcess server) throws Exception {
        HttpResponse<java.io.InputStream> answer =
                server.client().send(plain(server, "/crl/issuing.crl"), HttpResponse.BodyHandlers.ofInputStream());
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(answer.body());
    }

    private static java.math.BigInteger number(X509CRL crl) throws Exception {
        return ListedCertificates.read(dev.chancery.core.x509.Der.copyOf(crl.getEncoded()))
                .number();
    }

    private static HttpRequest plain(ServerProcess server, String path) {
        return HttpRequest.newBuilder(URI.create(server.http(path)))
                .timeout(PATIENCE)
                .build();
    }
}
