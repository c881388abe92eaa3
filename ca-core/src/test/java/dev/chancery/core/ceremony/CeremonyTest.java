package dev.chancery.core.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.issuance.IssuanceFaultException;
import dev.chancery.core.journal.ClockFaultException;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalFaultException;
import dev.chancery.core.journal.JournalVerifier;
import dev.chancery.core.judges.OpenSsl;
import dev.chancery.core.judges.Pkix;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleServer;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A ceremony")
final class CeremonyTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path directory;

    private SampleServer server;

    @BeforeEach
    void start() {
        server = new SampleServer(directory, new TestClock(NOW));
    }

    @ParameterizedTest(name = "with keys of the kind {0}")
    @EnumSource(KeyAlgorithm.class)
    @DisplayName("makes a root and a CA below it that OpenSSL and the JDK accept")
    void judged(KeyAlgorithm algorithm) {
        Issuer root = server.createRoot(algorithm);
        Issuer issuing = server.createIssuing(root, algorithm);

        List<EncodedCertificate> above = List.of(root.certificate());
        assertThat(new OpenSsl(directory)
                        .verify(issuing.certificate(), above, List.of())
                        .text())
                .isEqualTo("leaf.pem: OK\n");
        assertThat(Pkix.validate(issuing.certificate(), above, List.of(), NOW)).isEmpty();
    }

    @Test
    @DisplayName("gives a root 20 years, the usages of a CA, and nothing that points elsewhere")
    void root() {
        EncodedCertificate root = server.createRoot(KeyAlgorithm.EC_P384).certificate();

        assertThat(root.subject()).isEqualTo(root.issuer());
        assertThat(root.validity().notBefore()).isEqualTo(NOW);
        assertThat(root.validity().notAfter()).isEqualTo(Instant.parse("2046-06-01T12:00:00Z"));
        assertThat(root.subjectKeyIdentifier()).isEqualTo(root.authorityKeyIdentifier());
        assertThat(new OpenSsl(directory).text(root))
                .contains("X509v3 Key Usage: critical", "Certificate Sign, CRL Sign")
                .contains("X509v3 Basic Constraints: critical", "CA:TRUE")
                .doesNotContain("CRL Distribution Points", "Authority Information Access", "Extended Key Usage")
                .doesNotContain("pathlen");
    }

    @Test
    @DisplayName("gives the issuing CA the root's addresses and no CA below itself")
    void issuing() {
        EncodedCertificate issuing = server.createIssuing(
                        server.createRoot(KeyAlgorithm.RSA_2048), KeyAlgorithm.EC_P256)
                .certificate();

        assertThat(issuing.validity().notAfter()).isEqualTo(Instant.parse("2036-06-01T12:00:00Z"));
        assertThat(new OpenSsl(directory).text(issuing))
                .contains("CA:TRUE, pathlen:0")
                .contains("URI:http://ca.example.com/crl/root.crl")
                .contains("CA Issuers - URI:http://ca.example.com/ca/root.crt")
                .contains("Signature Algorithm: sha256WithRSAEncryption");
    }

    @Test
    @DisplayName("records each CA together with its certificate, under the name of who signed it")
    void recorded() {
        Issuer root = server.createRoot(KeyAlgorithm.EC_P256);
        Issuer issuing = server.createIssuing(root, KeyAlgorithm.EC_P256);

        assertThat(server.stores().journal().records())
                .extracting(stored -> stored.event().type())
                .containsExactly("authority-added", "certificate-issued", "authority-added", "certificate-issued");
        assertThat(server.stores().authorities().all())
                .extracting(AuthorityAdded::name, AuthorityAdded::keyFile)
                .containsExactly(tuple("root", "keys/root.p12"), tuple("issuing", "keys/issuing.p12"));
        assertThat(((CertificateIssued)
                                server.stores().journal().records().get(3).event())
                        .issuer())
                .isEqualTo("root");
        assertThat(server.stores().ledger().find("root", issuing.certificate().serial()))
                .isPresent();
        JournalVerifier verifier = new JournalVerifier();
        server.stores().journal().read(1, verifier::accept);
        assertThat(verifier.fault()).isEmpty();
        assertThat(verifier.tally().authorities()).isEqualTo(2);
    }

    @Test
    @DisplayName("leaves behind what the next start opens")
    void opened() {
        Issuer root = server.createRoot(KeyAlgorithm.EC_P256);
        Issuer issuing = server.createIssuing(root, KeyAlgorithm.RSA_2048);

        IssuerRegistry registry = new IssuerRegistry();
        new AuthorityLoader(server.vault(), server.stores().authorities(), directory).load(registry);

        assertThat(registry.all()).extracting(Issuer::name).containsExactly("root", "issuing");
        Issuer opened = registry.find("issuing").orElseThrow();
        assertThat(opened.certificate()).isEqualTo(issuing.certificate());
        assertThat(opened.chain()).containsExactly(root.certificate());
        assertThat(opened.addresses()).isEqualTo(issuing.addresses());
    }

    @Test
    @DisplayName("is refused by the loader when a key file was exchanged for another CA's")
    void exchangedKeys() throws IOException {
        Issuer root = server.createRoot(KeyAlgorithm.EC_P256);
        server.createIssuing(root, KeyAlgorithm.EC_P256);
        Files.delete(directory.resolve("keys/issuing.p12"));
        Files.copy(directory.resolve("keys/root.p12"), directory.resolve("keys/issuing.p12"));

        assertThatThrownBy(() -> new AuthorityLoader(
                                server.vault(), server.stores().authorities(), directory)
                        .load(new IssuerRegistry()))
                .isInstanceOf(CeremonyFaultException.class)
                .hasMessageContaining("issuing.p12")
                .hasMessageContaining("does not belong to the certificate");
    }

    @Test
    @DisplayName("that crashed before the journal had it leaves a key that the next one moves aside")
    void crashed() throws IOException {
        SampleServer crashing = new SampleServer(directory, server.clock());
        crashing.stores().journal().breakDisk();
        assertThatThrownBy(() -> crashing.createRoot(KeyAlgorithm.EC_P256)).isInstanceOf(JournalFaultException.class);
        assertThat(crashing.issuers().all()).isEmpty();
        byte[] orphan = Files.readAllBytes(directory.resolve("keys/root.p12"));

        server.createRoot(KeyAlgorithm.EC_P256);

        try (Stream<Path> files = Files.list(directory.resolve("keys"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("root.p12", "root.p12.orphan-20260601T120000.000Z");
        }
        assertThat(Files.readAllBytes(directory.resolve("keys/root.p12.orphan-20260601T120000.000Z")))
                .isEqualTo(orphan);
    }

    @Test
    @DisplayName("does not make a second CA of the same name, and touches no key")
    void sameName() throws IOException {
        server.createRoot(KeyAlgorithm.EC_P256);
        byte[] key = Files.readAllBytes(directory.resolve("keys/root.p12"));

        assertThatThrownBy(() -> server.createRoot(KeyAlgorithm.EC_P256))
                .isInstanceOf(CeremonyFaultException.class)
                .hasMessageContaining("There already is a CA \"root\"");
        assertThat(Files.readAllBytes(directory.resolve("keys/root.p12"))).isEqualTo(key);
    }

    @Test
    @DisplayName("does not make a CA that outlives its parent")
    void outlives() {
        Issuer root = server.createRoot(KeyAlgorithm.EC_P256);
        CaPlan plan = SampleServer.plan("issuing", "CN=Too long", KeyAlgorithm.EC_P256, "21 years", OptionalInt.of(0));

        assertThatThrownBy(() -> server.ceremony().createIntermediate(server.ceremonies(), root, plan))
                .isInstanceOf(IssuanceFaultException.class)
                .hasMessageContaining("2047-06-01")
                .hasMessageContaining("shorter validity");
        assertThat(directory.resolve("keys/issuing.p12")).doesNotExist();
    }

    @Test
    @DisplayName("does not make a CA below one that may have none")
    void pathLength() {
        Issuer issuing = server.createIssuing(server.createRoot(KeyAlgorithm.EC_P256), KeyAlgorithm.EC_P256);
        CaPlan plan = SampleServer.plan("below", "CN=Below", KeyAlgorithm.EC_P256, "1 year", OptionalInt.of(0));

        assertThatThrownBy(() -> server.ceremony().createIntermediate(server.ceremonies(), issuing, plan))
                .isInstanceOf(IssuanceFaultException.class)
                .hasMessageContaining("path");
    }

    @Test
    @DisplayName("needs a permit for ceremonies, and a clock that has not run backwards")
    void refusals() {
        Permit toPublish = Permits.of(Permits.person("olga", Role.OFFICER), Permission.PUBLISH_CRL);
        CaPlan plan = SampleServer.plan("root", "CN=Root", KeyAlgorithm.EC_P256, "1 year", OptionalInt.empty());
        assertThatThrownBy(() -> server.ceremony().createRoot(toPublish, plan))
                .isInstanceOf(IllegalStateException.class);

        Issuer root = server.createRoot(KeyAlgorithm.EC_P256);
        server.clock().advance(Duration.ofMinutes(-6));
        assertThatThrownBy(() -> server.createIssuing(root, KeyAlgorithm.EC_P256))
                .isInstanceOf(ClockFaultException.class);
    }

    @Test
    @DisplayName("with the clock set back a little does not begin before the parent")
    void aLittleBack() {
        Issuer root = server.createRoot(KeyAlgorithm.EC_P256);
        server.clock().advance(Duration.ofMinutes(-4));

        Issuer issuing = server.createIssuing(root, KeyAlgorithm.EC_P256);

        assertThat(issuing.certificate().validity().notBefore()).isEqualTo(NOW);
    }

    @Test
    @DisplayName("copies the parent's name octet by octet, whatever string types it has")
    void nameCopied() {
        Issuer root = server.createRoot(KeyAlgorithm.EC_P256);
        Der subject = root.certificate().subject().der();

        Issuer issuing = server.createIssuing(root, KeyAlgorithm.EC_P256);

        assertThat(issuing.certificate().issuer().der()).isEqualTo(subject);
    }
}
