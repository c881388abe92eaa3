package dev.chancery.publisher.target;

import static dev.chancery.publisher.target.Publishing.crl;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A publication target with TLS")
class TlsTargetsTest {
    @TempDir
    private Path work;

    private final Publishing publishing = new Publishing();
    private Path password;

    @BeforeEach
    void password() throws IOException {
        password = Files.writeString(work.resolve("password"), SlapdServer.PASSWORD + "\n");
    }

    @AfterEach
    void stop() {
        publishing.close();
    }

    @Nested
    @DisplayName("that is slapd, which takes no password in clear")
    class Slapd {
        private SampleTarget reached(SlapdServer slapd, String how) {
            return how.equals("ldaps:")
                    ? slapd.tlsTarget(password)
                    : slapd.target(password).startTls();
        }

        @ParameterizedTest(name = "by {0}")
        @ValueSource(strings = {"StartTLS", "ldaps:"})
        @DisplayName("gets the files when its certificate comes from the CA in ca-file")
        void believed(String how) throws Exception {
            SampleTls tls = SampleTls.issue(work, "IP:127.0.0.1");
            try (SlapdServer slapd = SlapdServer.start(work, tls)) {
                publishing.to(reached(slapd, how).trusting(tls.ca()));
                publishing.publish(crl(1, 10_000));
                publishing.untilDelivered();
                assertThat(slapd.value("issuing", "certificateRevocationList;binary"))
                        .containsExactly(crl(1, 10_000).octets().der());
                assertThat(slapd.value("issuing", "cACertificate;binary")).containsExactly(publishing.caCertificate());
            }
        }

        @ParameterizedTest(name = "by {0}")
        @ValueSource(strings = {"StartTLS", "ldaps:"})
        @DisplayName(
                "gets no password when its certificate comes from another CA, or from none that the runtime trusts")
        void stranger(String how) throws Exception {
            SampleTls tls = SampleTls.issue(work, "IP:127.0.0.1");
            SampleTls other = SampleTls.issue(work, "IP:127.0.0.1");
            try (SlapdServer slapd = SlapdServer.start(work, tls)) {
                publishing.to(reached(slapd, how).trusting(other.ca()));
                assertThat(publishing.untilFailed())
                        .contains("is not believed to be itself")
                        .contains("come from a CA in " + other.ca());
                publishing.to(reached(slapd, how));
                assertThat(publishing.untilFailed())
                        .contains("is not believed to be itself")
                        .contains("ca-file must name its CA");
            }
        }

        @ParameterizedTest(name = "by {0}")
        @ValueSource(strings = {"StartTLS", "ldaps:"})
        @DisplayName("gets no password when its certificate is for another name")
        void otherName(String how) throws Exception {
            SampleTls tls = SampleTls.issue(work, "DNS:ldap.example.com");
            try (SlapdServer slapd = SlapdServer.start(work, tls)) {
                publishing.to(reached(slapd, how).trusting(tls.ca()));
                assertThat(publishing.untilFailed()).contains("is not believed to be itself");
            }
        }

        @Test
        @DisplayName("is not written to in clear, and a ca-file that is none is told")
        void clear() throws Exception {
            SampleTls tls = SampleTls.issue(work, "IP:127.0.0.1");
            try (SlapdServer slapd = SlapdServer.start(work, tls)) {
                publishing.to(slapd.target(password));
                assertThat(publishing.untilFailed()).contains("takes no password without TLS: set starttls: true");
                publishing.to(slapd.target(password).startTls().trusting(work.resolve("nowhere.pem")));
                assertThat(publishing.untilFailed()).contains("the ca-file " + work.resolve("nowhere.pem"));
                publishing.to(slapd.target(password).startTls().trusting(password));
                assertThat(publishing.untilFailed()).contains("holds no certificates in PEM");
            }
        }

        @Test
        @DisplayName("that does not know StartTLS gets nothing in clear instead")
        void noStartTls() throws Exception {
            SampleTls tls = SampleTls.issue(work, "IP:127.0.0.1");
            try (SlapdServer slapd = SlapdServer.start(work)) {
                publishing.to(slapd.target(password).startTls().trusting(tls.ca()));
                assertThat(publishing.untilFailed()).contains("does not take StartTLS");
                assertThat(publishing.status().lastSuccess()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName(
            "that is nginx gets the files by PUT when its certificate comes from the CA in ca-file, and else nothing")
    void put() throws Exception {
        SampleTls tls = SampleTls.issue(work, "IP:127.0.0.1");
        try (NginxServer nginx = NginxServer.start(work, tls)) {
            SampleTarget web = SampleTarget.named("web").put(nginx.url("/pki/"));
            publishing.to(web.trusting(tls.ca()));
            publishing.publish(crl(1, 5000));
            publishing.untilDelivered();
            assertThat(Files.size(work.resolve("nginx/www/pki/issuing.crl"))).isEqualTo(5000);
            publishing.to(web);
            assertThat(publishing.untilFailed())
                    .contains("is not believed to be itself")
                    .contains("ca-file must name its CA");
        }
    }
}
