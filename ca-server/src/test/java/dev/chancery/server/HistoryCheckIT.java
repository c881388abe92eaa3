package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that cannot fail is a defect: each kind of loss is staged once, and must be seen. */
@DisplayName("The history checker sees")
class HistoryCheckIT {
    @TempDir
    private static Path original;

    @TempDir
    private static Path work;

    private static final Acknowledgements told = new Acknowledgements();

    @TempDir
    private Path data;

    private String serial;
    private Acknowledgements claims;

    @BeforeAll
    static void liveThrough() throws Exception {
        String csr = Csr.p256(work, "one.lab.example.com");
        try (TestServer server = TestServer.start(original)) {
            ApiCaller api = server.caller(told, Duration.ofMinutes(1));
            api.issue(csr, Optional.of("key"));
            String gone = api.issue(csr, Optional.empty()).orElseThrow();
            api.publish();
            api.revoke(gone, "superseded");
            String held = api.issue(csr, Optional.empty()).orElseThrow();
            api.revoke(held, "certificateHold");
            api.release(held);
            api.publish();
        }
        HistoryCheck check = new HistoryCheck(original);
        check.check(told);
        try (TestServer server = TestServer.start(original)) {
            check.check(told, server.caller(told, Duration.ofMinutes(1)));
        }
    }

    @BeforeEach
    void copy() throws IOException {
        Directories.copy(original, data);
        serial = told.issued().keySet().iterator().next();
        claims = new Acknowledgements();
    }

    private void sees(String... words) {
        // No server works there that could still publish.
        HistoryCheck check = new HistoryCheck(data, Duration.ofMillis(200));
        var thrown = assertThatThrownBy(() -> {
            check.atRest();
            check.check(claims);
        });
        for (String word : words) {
            thrown.isInstanceOf(AssertionError.class).hasMessageContaining(word);
        }
    }

    @Test
    @DisplayName("a certificate that was lost, and one that came back changed")
    void certificates() {
        claims.issued("0123456789abcdef", Der.fromHex("3000"), Optional.empty());
        sees("0123456789abcdef", "not in the journal");
        claims = new Acknowledgements();
        claims.issued(serial, Der.fromHex("3000"), Optional.empty());
        sees(serial, "octet for octet");
    }

    @Test
    @DisplayName("a revocation and a release that were lost")
    void changes() {
        claims.changed(serial, Optional.of("affiliationChanged"));
        sees(serial, "affiliationChanged", "not in the journal");
    }

    @Test
    @DisplayName("an idempotency key that led to two certificates")
    void keys() {
        claims.issued("aa", Der.fromHex("3000"), Optional.of("key"));
        assertThatThrownBy(() -> claims.issued("bb", Der.fromHex("3000"), Optional.of("key")))
                .hasMessageContaining("led to aa and to bb");
    }

    @Test
    @DisplayName("a CRL that was published without a revocation acknowledged before it was asked for")
    void lateRevocation() {
        told.changes().forEach(change -> claims.changed(change.serial(), change.reason()));
        claims.fetched(new Acknowledgements.FetchedCrl(
                "issuing", told.crls().get(0).der(), told.changes().size()));
        sees("asked for after the revocation", "lacks it");
    }

    @Test
    @DisplayName("CRL numbers that go back, in the files and to those who fetch")
    void numbers() throws IOException {
        claims.fetched(
                new Acknowledgements.FetchedCrl("issuing", told.crls().get(1).der(), 0));
        claims.fetched(
                new Acknowledgements.FetchedCrl("issuing", told.crls().get(0).der(), 0));
        sees("was served after");
        Files.copy(
                data.resolve("crl/issuing/1.crl"),
                data.resolve("crl/issuing.crl"),
                StandardCopyOption.REPLACE_EXISTING);
        claims = new Acknowledgements();
        sees("has the number 1", "the journal ends with");
    }

    @Test
    @DisplayName("a CRL file that is another one, and one that no record names")
    void files() throws IOException {
        Files.copy(data.resolve("crl/issuing/1.crl"), data.resolve("crl/issuing/99.crl"));
        sees("99.crl", "not in the journal");
        Files.copy(
                data.resolve("crl/issuing/1.crl"),
                data.resolve("crl/issuing/2.crl"),
                StandardCopyOption.REPLACE_EXISTING);
        sees("2.crl", "not the CRL that the journal names");
    }

    @Test
    @DisplayName("a journal that lacks a record")
    void chain() throws IOException {
        Path segment = data.resolve("journal/000000000001.jsonl");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(segment));
        lines.remove(lines.size() - 2);
        Files.writeString(segment, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        sees("record " + lines.size(), "missing");
    }

    /** The tables are changed under a server that works; the journal, which the checker reads, is not. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM revocation | is good; by the journal it is revoked",
                "UPDATE revocation SET held = TRUE, reason = 6 | is held; by the journal it is revoked",
                "DELETE FROM certificate WHERE issuer = 'issuing' | is unknown; by the journal it is"
            })
    @DisplayName("a certificate that OCSP does not know, and a revocation that OCSP does not know or calls a hold")
    void ocsp(String statement, String words) throws Exception {
        HistoryCheck check = new HistoryCheck(data);
        try (TestServer server = TestServer.start(data)) {
            ApiCaller api = server.caller(claims, Duration.ofMinutes(1));
            String url = "jdbc:h2:async:" + data.resolve("db/chancery");
            try (Connection database = DriverManager.getConnection(url, "sa", "");
                    Statement behind = database.createStatement()) {
                assertThat(behind.executeUpdate(statement)).isPositive();
            }
            assertThatThrownBy(() -> check.check(told, api))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("OCSP says of")
                    .hasMessageContaining(words);
        }
    }

    @Test
    @DisplayName("a final revocation that is released, and CRLs that lack a revocation or invent one")
    void timeline() {
        StatusTimeline timeline = new StatusTimeline();
        timeline.issued("aa", Instant.MAX);
        timeline.revoked("aa", "superseded");
        assertThatThrownBy(() -> timeline.released("aa")).hasMessageContaining("not on hold");
        StatusTimeline lacking = new StatusTimeline();
        lacking.issued("aa", Instant.MAX);
        lacking.revoked("aa", "superseded");
        lacking.crl("1", Instant.EPOCH, crl(Map.of()));
        assertThatThrownBy(() -> lacking.crl("2", Instant.EPOCH, crl(Map.of()))).hasMessageContaining("lacks aa");
        assertThatThrownBy(() -> lacking.crl("3", Instant.EPOCH, crl(Map.of("aa", 4, "bb", 0))))
                .hasMessageContaining("lists bb");
    }

    private static Optional<ListedCertificates> crl(Map<String, Integer> reasons) {
        return Optional.of(new ListedCertificates(java.math.BigInteger.ONE, Instant.EPOCH, reasons));
    }
}
