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
import java.util.TreeMap;
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

    /** The long form takes a while, and says so far how it goes. */
    private static final int PROGRESS = 50;

    private static final Acknowledgements told = new Acknowledgements();

    @TempDir
    private static Path original;

    @TempDir
    private static Path stranger;

    @TempDir
    private static Path work;

    private final Map<String, Outcomes> outcomes = new TreeMap<>();

    /** What became of one kind of corruption of one file. */
    private static final class Outcomes {
        private int mended;
        private int refused;
        private int wrong;

        @Override
        public String toString() {
            return mended + " mended at start, " + refused + " refused with a remedy that mends, " + wrong + " wrong";
        }
    }

    @BeforeAll
    static void liveThrough() throws Exception {
        live(original, told);
        live(stranger, new Acknowledgements());
    }

    private static void live(Path data, Acknowledgements acknowledged) throws Exception {
        String csr = Csr.p256(work, "one.lab.example.com");
        start(data).close();
        LongJournal.grow(data);
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

    /** {@code -Dcorruption.seed=N} and {@code -Dcorruption.count=N} ask for others, and for more or fewer. */
    @Test
    @Tag("long")
    @DisplayName("is right, or is refused with the remedy, for 1,000 random corruptions")
    void many() throws Exception {
        corruptions(Integer.getInteger("corruption.count", 1000), Long.getLong("corruption.seed", 4));
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
            // What the files are called by chance says nothing.
            String what = target.replaceFirst("-[0-9a-f]{32}", "") + " " + kind;
            Outcomes outcome = outcomes.computeIfAbsent(what, any -> new Outcomes());
            Path data = Files.createDirectory(
                    work.resolve("run" + seed + "-" + i),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Directories.copy(original, data);
            kind.befall(data.resolve(target), counterpart(target), random);
            try {
                judge(data, target, outcome);
            } catch (Exception | AssertionError e) {
                outcome.wrong++;
                wrong.add(i + ": " + what + ": " + e);
                System.out.println("wrong: " + wrong.get(wrong.size() - 1));
            }
            Directories.delete(data);
            if ((i + 1) % PROGRESS == 0 || i + 1 == count) {
                report(i + 1, began);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void report(int done, long began) {
        outcomes.forEach((kind, became) -> System.out.println(kind + ": " + became));
        System.out.printf(
                "%d corruptions, %d s%n",
                done, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private void judge(Path data, String target, Outcomes outcome) throws Exception {
        Optional<String> refusal = live(data);
        if (refusal.isPresent()) {
            namesFileAndRemedy(refusal.get(), data.resolve(target));
            Files.copy(
                    original.resolve(target),
                    data.resolve(target),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            assertThat(live(data)).isEmpty();
            outcome.refused++;
        } else {
            verifies(data);
            outcome.mended++;
        }
    }

    /** Starts, looks for everything, and stops; or what is said instead. */
    private static Optional<String> live(Path data) throws Exception {
        try (TestServer server = start(data)) {
            everythingIsThere(data, server);
            return Optional.empty();
        } catch (StartRefusedException e) {
            // Another program may take the port that was free a moment before; that is not the damage's doing.
            return e.getMessage().startsWith("The listeners could not be opened")
                    ? live(data)
                    : Optional.of(e.getMessage());
        }
    }

    private static void namesFileAndRemedy(String message, Path file) {
        String folder = file.getParent().toString();
        assertThat(message)
                .satisfiesAnyOf(
                        said -> assertThat(said).contains(file.getFileName().toString()),
                        said -> assertThat(said).contains(folder));
        assertThat(message).containsAnyOf("backup", "chancery rebuild");
    }

    private static void everythingIsThere(Path data, TestServer server) throws Exception {
        ApiCaller api = server.caller(new Acknowledgements(), PATIENCE);
        HistoryCheck history = new HistoryCheck(data);
        history.check(told, api);
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
                LongJournal.last(original),
                LongJournal.PACKED,
                "keys/root.p12",
                "crl/issuing.crl",
                "db/chancery.mv.db",
                LongJournal.last(original),
                "keys/issuing.p12",
                "keys/passphrase",
                "db/chancery.seal",
                "crl/root.crl",
                tlsKey(original));
    }

    private static Path counterpart(String target) throws IOException {
        if (target.equals(LongJournal.last(original))) {
            return stranger.resolve(LongJournal.last(stranger));
        }
        return stranger.resolve(target.startsWith("tls/") ? tlsKey(stranger) : target);
    }

    private static String tlsKey(Path data) throws IOException {
        try (var files = Files.list(data.resolve("tls"))) {
            return "tls/" + files.findFirst().orElseThrow().getFileName();
        }
    }
}
