package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A server whose CA has partitions")
class PartitionedCrlIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    private TestServer start(String crls) {
        Map<String, String> settings =
                new LinkedHashMap<>(Map.of("authority.root.key", "ec-p384", "authority.issuing.key", "ec-p256"));
        if (!crls.isEmpty()) {
            settings.put("crl.authorities", crls);
        }
        return TestServer.start(data, Clock.systemUTC(), settings);
    }

    private JsonNode issue(TestServer server) throws IOException {
        return server.issue("tls-server", Csr.p256(work, "web01.lab.example.com"));
    }

    private static X509CRL crl(TestServer server, String name) {
        HttpResponse<byte[]> answer = server.get(server.http("/crl/" + name + ".crl"));
        assertThat(answer.statusCode()).as(name).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pkix-crl");
        try {
            return (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(answer.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(X509CRL crl) {
        return ASN1Integer.getInstance(ASN1OctetString.getInstance(crl.getExtensionValue("2.5.29.20"))
                        .getOctets())
                .getValue();
    }

    private static boolean lists(TestServer server, String name, JsonNode certificate) {
        return crl(server, name)
                        .getRevokedCertificate(
                                new BigInteger(certificate.get("serial").asString(), 16))
                != null;
    }

    private static JsonNode authority(TestServer server) {
        return TestServer.json(server.api("GET", "/authorities/issuing", Map.of()));
    }

    private String text(JsonNode certificate) throws IOException {
        Files.writeString(
                work.resolve("shown.pem"), certificate.get("certificate").asString());
        return Tool.ok(work, "openssl", "x509", "-in", "shown.pem", "-noout", "-text");
    }

    @Test
    @DisplayName("names in each certificate the list of its partition, and a revocation makes that one and the full one"
            + " anew")
    void published() throws IOException {
        try (TestServer server = start("{issuing: {partitions: 4}}")) {
            Set<Integer> seen = new TreeSet<>();
            JsonNode last = issue(server);
            for (int i = 0; i < 100 && seen.size() < 4; i++) {
                last = issue(server);
                int partition = last.get("crlPartition").asInt();
                seen.add(partition);
                String address =
                        server.http("/crl/issuing-" + partition + ".crl").toString();
                assertThat(text(last)).contains("URI:" + address).doesNotContain("/crl/issuing.crl");
            }
            assertThat(seen).containsExactly(1, 2, 3, 4);
            String own = "issuing-" + last.get("crlPartition").asInt();
            Map<String, BigInteger> before = new HashMap<>();
            for (int partition = 1; partition <= 4; partition++) {
                before.put("issuing-" + partition, number(crl(server, "issuing-" + partition)));
                assertThat(crl(server, "issuing-" + partition).getCriticalExtensionOIDs())
                        .containsExactly("2.5.29.28");
            }
            JsonNode revoked = last;
            server.revoke(revoked.get("serial").asString(), "keyCompromise");
            await().atMost(SOON).until(() -> lists(server, own, revoked) && lists(server, "issuing", revoked));

            assertThat(crl(server, "issuing").getCriticalExtensionOIDs()).isNullOrEmpty();
            before.forEach((name, number) -> assertThat(number(crl(server, name)))
                    .as(name)
                    .isEqualTo(name.equals(own) ? number.add(BigInteger.ONE) : number));
            served(server, own);
            told(server, own);
            assertThat(TestServer.text(server.get(server.https("/metrics"))))
                    .contains("chancery_crl_partitions{ca=\"issuing\"} 4.0")
                    .containsPattern("chancery_crl_partitions_next_update_seconds\\{ca=\"issuing\"} 1\\.[0-9]+E9");
        }
        HistoryCheck history = new HistoryCheck(data);
        history.check(new Acknowledgements());
        assertThat(run("verify")).isZero();
        assertThat(run("rebuild")).isZero();
        assertThat(run("verify")).isZero();
    }

    /** Like every other: PEM, ETag and 304, 405, and 404 for those that there are not. */
    private static void served(TestServer server, String name) {
        HttpResponse<byte[]> pem = server.get(server.http("/crl/" + name + ".pem"));
        assertThat(TestServer.text(pem)).startsWith("-----BEGIN X509 CRL-----");
        assertThat(server.get(server.http("/crl/issuing-5.crl")).statusCode()).isEqualTo(404);
        assertThat(server.get(server.http("/crl/root-1.crl")).statusCode()).isEqualTo(404);
    }

    private static void told(TestServer server, String own) {
        JsonNode partitions = authority(server).get("partitions");
        assertThat(partitions).hasSize(4);
        JsonNode one = partitions.get(Integer.parseInt(own.substring("issuing-".length())) - 1);
        assertThat(one.get("crl").get("entries").asInt()).isEqualTo(1);
        assertThat(one.get("crlAddresses").get(0).asString()).endsWith("/crl/" + own + ".crl");
        int number = one.get("crl").get("number").asInt();
        String path = "/authorities/issuing/partitions/" + one.get("number").asInt() + "/crls/";
        HttpResponse<byte[]> archived = server.api("GET", path + number + ".crl", Map.of());
        assertThat(archived.body())
                .isEqualTo(server.get(server.http("/crl/" + own + ".crl")).body());
        assertThat(server.api("GET", path + (number - 1) + ".crl", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(server.api("GET", "/authorities/issuing/partitions/5/crls/1.crl", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    private int run(String command) {
        return Main.commandLine().execute(command, "--data", data.toString());
    }

    @Test
    @DisplayName(
            "gets more partitions by its settings, never fewer, keeps their numbers, and has no deltas beside them")
    void grown() throws IOException {
        JsonNode early;
        BigInteger number;
        try (TestServer server = start("")) {
            early = issue(server);
            assertThat(early.has("crlPartition")).isFalse();
            assertThat(authority(server).get("partitions")).isEmpty();
        }
        try (TestServer server = start("{issuing: {partitions: 1}}")) {
            assertThat(issue(server).get("crlPartition").asInt()).isEqualTo(1);
            assertThat(text(early)).contains("/crl/issuing.crl");
            number = number(crl(server, "issuing-1"));
        }
        try (TestServer server = start("{issuing: {partitions: 3}}")) {
            assertThat(number(crl(server, "issuing-3"))).isEqualTo(BigInteger.ONE);
            await().atMost(SOON).until(() -> number(crl(server, "issuing-1")).compareTo(number) > 0);
            server.revoke(early.get("serial").asString(), "superseded");
            await().atMost(SOON).until(() -> lists(server, "issuing", early));
        }
        assertThatThrownBy(() -> start("{issuing: {partitions: 2}}"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("crl.authorities.issuing.partitions")
                .hasMessageContaining("it has 3, and certificates name their lists");
        assertThatThrownBy(() -> start("{issuing: {delta-interval: 1 hour}}"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("partitions and delta-interval do not go together");
        try (TestServer server = start("")) {
            assertThat(authority(server).get("partitions")).hasSize(3);
            assertThat(issue(server).get("crlPartition").asInt()).isBetween(1, 3);
        }
    }

    @Test
    @DisplayName(
            "names a new address in the list of each partition as soon as certificates may carry it, and the old one"
                    + " too")
    void addresses() throws IOException {
        try (TestServer server = start("{issuing: {partitions: 2}}")) {
            JsonNode authority = authority(server);
            String old = authority.get("crlAddresses").get(0).asString();
            String other = "http://crl.lab.example.com/crl/issuing.crl";
            HttpResponse<byte[]> answer = server.api(
                    "PUT",
                    "/authorities/issuing/addresses",
                    Map.of(
                            "crlAddresses", java.util.List.of(other),
                            "caIssuersAddresses",
                                    java.util.List.of(authority
                                            .get("caIssuersAddresses")
                                            .get(0)
                                            .asString()),
                            "ocspAddresses", java.util.List.of()));
            assertThat(answer.statusCode()).as(TestServer.text(answer)).isEqualTo(200);
            JsonNode certificate = issue(server);
            int partition = certificate.get("crlPartition").asInt();
            assertThat(text(certificate)).contains("URI:http://crl.lab.example.com/crl/issuing-" + partition + ".crl");
            await().atMost(SOON)
                    .until(() -> idp(server, partition)
                            .contains("http://crl.lab.example.com/crl/issuing-" + partition + ".crl"));
            assertThat(idp(server, partition)).contains(old.replace(".crl", "-" + partition + ".crl"));
        }
    }

    private static String idp(TestServer server, int partition) {
        return new String(
                crl(server, "issuing-" + partition).getExtensionValue("2.5.29.28"),
                java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
