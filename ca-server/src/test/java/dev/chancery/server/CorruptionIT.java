package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Files that were damaged, lost, or brought from elsewhere: never a silent wrong start. Either the server mends it and
 * everything acknowledged is there, or it names the file and what to do; doing that mends it.
 */
@DisplayName("A start on a corrupted data directory")
class CorruptionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Acknowledgements told = new Acknowledgements();

    @TempDir
    private static Path original;

    @TempDir
    private static Path stranger;

    @TempDir
    private static Path work;

    private int mended;
    private int refused;

    @BeforeAll
    static void liveThrough() throws Exception {
        live(original, told);
        live(stranger, new Acknowledgements());
    }

    private static void live(Path data, Acknowledgements acknowledged) throws Exception {
        String csr = Csr.p256(work, "one.lab.example.com");
        try (TestServer server = start(data)) {
            ApiCaller api = server.caller(acknowledged, PATIENCE);
            for (int i = 0; i < 6; i++) {
                String serial = api.issue(csr, Optional.of("key" + i)).orElseThrow();
                if (i % 2 == 0) {
                    api.revoke(serial, i == 4 ? "certificateHold" : "superseded");
                }
            }
            api.publish();
        }
    }

    @Test
    @DisplayName("is right, or is refused with the remedy, for 16 random corruptions")
    void some() throws Exception {
        corruptions(16, 3);
    }

    @Test
    @Tag("long")
    @DisplayName("is right, or is refused with the remedy, for 1,000 random corruptions")
    void many() throws Exception {
        corruptions(1000, 4);
    }

    private void corruptions(int count, long seed) throws Exception {
        long began = System.nanoTime();
        Random random = new Random(seed);
        List<String> targets = targets();
        Corruption[] kinds = Corruption.values();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String target = targets.get(i % targets.size());
            Corruption kind = kinds[random.nextInt(kinds.length)];
            String what = i + ": " + target + " " + kind;
            Path data = Files.createDirectory(
                    work.resolve("run" + seed + "-" + i),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Directories.copy(original, data);
            kind.befall(data.resolve(target), counterpart(target), random);
            try {
                judge(data, target);
            } catch (Exception | AssertionError e) {
                wrong.add(what + ": " + e);
            }
            Directories.delete(data);
        }
        System.out.printf(
                "corruptions: %d, of which %d were mended at start and %d refused with a remedy that mends; %d wrong,"
                        + " %d s%n",
                count,
                mended,
                refused,
                wrong.size(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
        assertThat(wrong).isEmpty();
    }

    private void judge(Path data, String target) throws Exception {
        try (TestServer server = start(data)) {
            everythingIsThere(data, server);
            mended++;
        } catch (StartRefusedException e) {
            String file = Path.of(target).getFileName().toString();
            String folder = data.resolve(target).getParent().toString();
            assertThat(e.getMessage())
                    .satisfiesAnyOf(
                            message -> assertThat(message).contains(file),
                            message -> assertThat(message).contains(folder));
            assertThat(e.getMessage()).containsAnyOf("backup", "chancery rebuild");
            Files.copy(
                    original.resolve(target),
                    data.resolve(target),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            try (TestServer server = start(data)) {
                everythingIsThere(data, server);
            }
            refused++;
        }
        verifies(data);
    }

    private static void everythingIsThere(Path data, TestServer server) throws Exception {
        ApiCaller api = server.caller(new Acknowledgements(), PATIENCE);
        HistoryCheck history = new HistoryCheck(data);
        history.check(told);
        for (Acknowledgements.Certificate one : told.issued().values()) {
            var found = api.look(one.serial());
            assertThat(found.getKey()).isEqualTo(one.sha256());
            String expected = history.status(one.serial())
                    .map(reason -> reason.equals("certificateHold") ? "held" : "revoked")
                    .orElse("valid");
            assertThat(found.getValue()).isEqualTo(expected);
        }
        api.fetchCrl(0);
    }

    private static void verifies(Path data) {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        assertThat(line.execute("verify", "--data", data.toString()))
                .as(said.toString())
                .isZero();
    }

    private static TestServer start(Path data) {
        return TestServer.start(
                data,
                Clock.systemUTC(),
                Map.of("authority.root.key", "ec-p256", "authority.issuing.key", "ec-p256", "log.level", "error"));
    }

    /** Database, journal, key stores and CRLs; those that matter most stand there most often. */
    private static List<String> targets() throws IOException {
        return List.of(
                "db/chancery.mv.db",
                "journal/000000000001.jsonl",
                "db/chancery.mv.db",
                "journal/000000000001.jsonl",
                "keys/root.p12",
                "keys/issuing.p12",
                "keys/passphrase",
                "crl/issuing.crl",
                "crl/root.crl",
                tlsKey(original));
    }

    private static Path counterpart(String target) throws IOException {
        return stranger.resolve(target.startsWith("tls/") ? tlsKey(stranger) : target);
    }

    private static String tlsKey(Path data) throws IOException {
        try (var files = Files.list(data.resolve("tls"))) {
            return "tls/" + files.findFirst().orElseThrow().getFileName();
        }
    }
}
