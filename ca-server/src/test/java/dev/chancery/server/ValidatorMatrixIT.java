package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chancery.server.Judges.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What six kinds of validating software make of ten states that a certificate can be in. */
@DisplayName("Validators")
class ValidatorMatrixIT {
    @TempDir
    private Path data;

    @TempDir
    private Path work;

    @Test
    @DisplayName("judge every state rightly, each within its documented limits")
    void full() throws Exception {
        try (PublicProxy proxy = new PublicProxy();
                TestServer server = start(proxy, Map.of())) {
            Judges judges = Judges.at(proxy, work);
            JsonNode good = issue(server);
            judge(judges, "good", good, "issuing", "", "G G G G G G");
            JsonNode revoked = issue(server);
            server.revoke(serial(revoked), "keyCompromise");
            publish(server, "issuing");
            judge(judges, "revoked", revoked, "issuing", "", "R R R R R R");
            JsonNode held = issue(server);
            server.revoke(serial(held), "certificateHold");
            publish(server, "issuing");
            judge(judges, "held", held, "issuing", "", "R R R R R R");
            server.api("DELETE", "/certificates/" + serial(held) + "/revocation", Map.of());
            publish(server, "issuing");
            judge(judges, "released", held, "issuing", "", "G G G G G G");
            server.revoke(issuingSerial(), "cACompromise");
            publish(server, "root");
            judge(judges, "CA revoked", good, "issuing", "", "R R R R R R");
        }
    }

    @Test
    @DisplayName("trust no CRL that has ended")
    void ended() throws Exception {
        MovableClock clock = new MovableClock();
        clock.advance(Duration.ofDays(-10));
        try (PublicProxy proxy = new PublicProxy();
                TestServer server = start(proxy, clock, Map.of())) {
            JsonNode certificate = issue(server);
            byte[] old = proxy.get("/crl/issuing.crl");
            clock.advance(Duration.ofDays(10));
            publish(server, "issuing");
            publish(server, "root");
            proxy.replace("/crl/issuing.crl", old);
            // certtool does not look at nextUpdate, nor does NSS at that of an imported CRL.
            judge(Judges.at(proxy, work), "expired CRL", certificate, "issuing", "", "U U U G G U");
        }
    }

    @Test
    @DisplayName("learn from a delta what the full CRL does not say yet, if they read deltas at all")
    void delta() throws Exception {
        try (PublicProxy proxy = new PublicProxy();
                TestServer server = start(
                        proxy,
                        Map.of("crl.authorities", "{issuing: {on-revocation: delta, delta-interval: 1 hour}}"))) {
            Judges judges = Judges.at(proxy, work);
            JsonNode inBase = issue(server);
            server.revoke(serial(inBase), "keyCompromise");
            publish(server, "issuing");
            JsonNode inDelta = issue(server);
            server.revoke(serial(inDelta), "keyCompromise");
            await().atMost(Duration.ofSeconds(20)).until(() -> lists(proxy, "issuing-delta", inDelta));

            assertThat(lists(proxy, "issuing", inDelta)).isFalse();
            // Java, GnuTLS and NSS read no deltas, openssl none unless asked: they learn of it at the next full CRL.
            judge(judges, "revoked only in the delta", inDelta, "issuing", "issuing-delta", "G R G G G R");
            assertThat(lists(proxy, "issuing-delta", inBase)).isFalse();
            judge(judges, "revoked in the base, not in the delta", inBase, "issuing", "issuing-delta", "R R R R R R");
        }
    }

    @Test
    @DisplayName("go by the list of the certificate's own partition, and by no other's")
    void partitioned() throws Exception {
        try (PublicProxy proxy = new PublicProxy();
                TestServer server = start(proxy, Map.of("crl.authorities", "{issuing: {partitions: 2}}"))) {
            Judges judges = Judges.at(proxy, work);
            JsonNode good = issue(server, 1);
            judge(judges, "good in partition", good, "issuing-1", "", "G G G G G G");
            JsonNode revoked = issue(server, 1);
            server.revoke(serial(revoked), "keyCompromise");
            await().atMost(Duration.ofSeconds(20)).until(() -> lists(proxy, "issuing-1", revoked));
            // NSS takes no CRL with an IssuingDistributionPoint (SEC_ERROR_CRL_UNKNOWN_CRITICAL_EXTENSION): it needs
            // the
            // full one, which serves everybody.
            judge(judges, "revoked in partition", revoked, "issuing-1", "", "R R R R G R");
            judge(judges, "revoked in partition, full list", revoked, "issuing", "", "R R R R R R");

            assertThat(lists(proxy, "issuing-2", revoked)).isFalse();
            proxy.replace("/crl/issuing-1.crl", proxy.get("/crl/issuing-2.crl"));
            // GnuTLS and strongSwan do not look at the IssuingDistributionPoint; NSS refuses the CRL, and goes by none.
            judge(judges, "wrong partition", revoked, "issuing-1", "", "U U U G G G");
        }
    }

    /** One that belongs to this partition of two. */
    private JsonNode issue(TestServer server, int partition) throws IOException {
        JsonNode issued = issue(server);
        while (issued.get("crlPartition").asInt() != partition) {
            issued = issue(server);
        }
        return issued;
    }

    private static boolean lists(PublicProxy proxy, String crl, JsonNode certificate) throws Exception {
        X509CRL read = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(proxy.get("/crl/" + crl + ".crl")));
        return read.getRevokedCertificate(new BigInteger(serial(certificate), 16)) != null;
    }

    /** @param expected openssl, openssl with deltas, Java, GnuTLS, NSS, strongSwan: the initial letter of each verdict */
    private void judge(Judges judges, String state, JsonNode certificate, String crl, String delta, String expected)
            throws IOException {
        Map<String, Verdict> verdicts =
                judges.judge(certificate.get("certificate").asString(), crl, delta);
        verdicts.forEach((judge, verdict) -> System.out.printf("%-40s %-16s %s%n", state, judge, verdict));
        String found = verdicts.values().stream()
                .map(verdict -> verdict.name().substring(0, 1))
                .collect(Collectors.joining(" "));
        assertThat(found).as(state + " " + verdicts).isEqualTo(expected);
    }

    private JsonNode issue(TestServer server) throws IOException {
        return server.issue("tls-server", Csr.p256(work, "web01.lab.example.com"));
    }

    private static String serial(JsonNode certificate) {
        return certificate.get("serial").asString();
    }

    private String issuingSerial() {
        String line = Tool.ok(work, "openssl", "x509", "-in", "issuing.pem", "-noout", "-serial");
        return line.substring(line.indexOf('=') + 1).strip();
    }

    private static void publish(TestServer server, String authority) {
        HttpResponse<byte[]> answer = server.api("POST", "/authorities/" + authority + "/crl", Map.of());
        assertThat(answer.statusCode()).as(TestServer.text(answer)).isEqualTo(200);
    }

    private TestServer start(PublicProxy proxy, Map<String, String> more) {
        return start(proxy, Clock.systemUTC(), more);
    }

    private TestServer start(PublicProxy proxy, Clock clock, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "authority.root.key", "ec-p384",
                "authority.issuing.key", "ec-p256",
                "server.public-url", "\"" + proxy.address() + "\""));
        settings.putAll(more);
        TestServer server = TestServer.start(data, clock, settings);
        proxy.handOnTo(server.http("").toString());
        return server;
    }
}
