package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server that publishes delta CRLs on revocation")
class DeltaCrlIT {
    private static final Map<String, String> SETTINGS = Map.of(
            "authority.root.key", "ec-p384",
            "authority.issuing.key", "ec-p256",
            "crl.authorities", "{issuing: {on-revocation: delta, delta-interval: 1 hour}}");

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    private static X509CRL crl(TestServer server, String name) {
        HttpResponse<byte[]> answer = server.get(server.http("/crl/" + name + ".crl"));
        assertThat(answer.statusCode()).as(name).isEqualTo(200);
        try {
            return (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(answer.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(X509CRL crl, String oid) {
        return ASN1Integer.getInstance(
                        ASN1OctetString.getInstance(crl.getExtensionValue(oid)).getOctets())
                .getValue();
    }

    @Test
    @DisplayName("shows a revocation in the delta at once, in the full one later, and goes on after a restart")
    void published() throws IOException {
        BigInteger serial;
        BigInteger last;
        try (TestServer server = TestServer.start(data, Clock.systemUTC(), SETTINGS)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            server.get(server.http("/crl/issuing-delta.crl")).statusCode() == 200);
            X509CRL full = crl(server, "issuing");
            serial = new BigInteger(
                    server.issue("tls-server", Csr.p256(work, "a.lab.example.com"))
                            .get("serial")
                            .asString(),
                    16);
            server.revoke(serial.toString(16), "keyCompromise");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> crl(server, "issuing-delta").getRevokedCertificate(serial) != null);

            X509CRL delta = crl(server, "issuing-delta");
            assertThat(number(delta, "2.5.29.27")).isEqualTo(number(full, "2.5.29.20"));
            assertThat(crl(server, "issuing")).isEqualTo(full);
            server.api("POST", "/authorities/issuing/crl", Map.of());
            assertThat(crl(server, "issuing").getRevokedCertificate(serial)).isNotNull();
            last = number(crl(server, "issuing"), "2.5.29.20");
            assertThat(number(crl(server, "issuing-delta"), "2.5.29.20")).isEqualTo(last);
        }
        try (TestServer server = TestServer.start(data, Clock.systemUTC(), SETTINGS)) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                X509CRL full = crl(server, "issuing");
                assertThat(number(full, "2.5.29.20")).isGreaterThan(last);
                assertThat(full.getRevokedCertificate(serial)).isNotNull();
                assertThat(number(crl(server, "issuing-delta"), "2.5.29.20")).isEqualTo(number(full, "2.5.29.20"));
            });
        }
    }
}
