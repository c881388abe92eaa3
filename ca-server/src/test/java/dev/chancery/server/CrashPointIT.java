package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SECURITY.md rule 14: acknowledged means on disk, at whatever point between accept and acknowledge the server dies. */
@DisplayName("A server that dies at a named point")
class CrashPointIT {
    private static final int CLIENTS = 4;

    /** No answer may take longer (issue 3): the watchdog's 10 s and the second that it needs to notice. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** As a shell says it. */
    private static final int KILLED = 128 + 9;

    /** Until a point is passed. */
    private static final Duration DEATH = Duration.ofSeconds(60);

    /** One of each kind, since every death costs a start. */
    private static final Set<CrashPoint> ALWAYS = EnumSet.of(
            CrashPoint.JOURNAL_NOT_WRITTEN,
            CrashPoint.JOURNAL_HALF_WRITTEN,
            CrashPoint.JOURNAL_FLUSH_LOST,
            CrashPoint.DATABASE_NOT_COMMITTED,
            CrashPoint.SEGMENT_NAME_NOT_FLUSHED,
            CrashPoint.PACKED_NOT_NAMED,
            CrashPoint.PLAIN_NOT_REMOVED,
            CrashPoint.CRL_NOT_WRITTEN,
            CrashPoint.CRL_NOT_IN_FORCE,
            CrashPoint.CRL_NAME_NOT_FLUSHED,
            CrashPoint.STOP_NOT_SEALED,
            CrashPoint.FIRST_START_NOT_FLUSHED);

    @TempDir
    private Path work;

    private final Acknowledgements told = new Acknowledgements();
    private HistoryCheck history;
    private MixedLoad load;
    /** Beside commands, which take their time. */
    private MixedLoad quietLoad;

    private Path data;
    private Random random;
    private int deaths;

    @Test
    @DisplayName("loses nothing that was acknowledged, once at each of 12 points")
    void once() throws Exception {
        deaths(1, 11, ALWAYS);
    }

    @Test
    @Tag("long")
    @DisplayName("loses nothing that was acknowledged, 20 times at each of 21 points")
    void twentyTimes() throws Exception {
        deaths(20, 12, EnumSet.allOf(CrashPoint.class));
    }

    private void deaths(int times, long seed, Set<CrashPoint> points) throws Exception {
        long began = System.nanoTime();
        random = new Random(seed);
        data = work.resolve("data");
        history = new HistoryCheck(data);
        String csr = Csr.p256(work, "load.lab.example.com");
        load = new MixedLoad(csr, seed, CLIENTS);
        quietLoad = new MixedLoad(csr, seed + 1, 1);
        start().close();
        for (int i = 0; i < times; i++) {
            for (CrashPoint point : points) {
                die(point);
                deaths++;
            }
        }
        try (ServerProcess server = start()) {
            ApiCaller api = server.caller(told, PATIENCE);
            load.askAgain(api);
            quietLoad.askAgain(api);
            api.publish();
            history.checkAll(told, api);
            assertThat(server.stop()).as(server.log()).isIn(0, 143);
        }
        Tool verify = Tool.run(work, ServerProcess.command("verify", "--data", data.toString()));
        assertThat(verify.exitCode()).as(verify.output()).isZero();
        System.out.printf(
                "named points: %d deaths at %d points, %d acknowledgements (%d certificates, %d changes of status, %d"
                        + " CRLs fetched), none lost, %d s%n",
                deaths,
                points.size(),
                told.count(),
                told.issuedSoFar(),
                told.changesSoFar(),
                told.crls().size(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private void die(CrashPoint point) throws Exception {
        switch (point.when()) {
            case UNDER_LOAD -> underLoad(point);
            case AT_ROTATION -> {
                JournalPadding.fill(data, history.journal());
                underLoad(point);
            }
            case PACKING -> packing(point);
            case STARTING -> starting(point);
            case STOPPING -> stopping(point);
            case FIRST_START -> firstStart(point);
            case BACKING_UP -> backingUp(point);
        }
    }

    private void underLoad(CrashPoint point) throws Exception {
        Path calls = work.resolve("calls");
        try (ServerProcess server = start()) {
            ApiCaller api = server.caller(told, PATIENCE);
            history.check(told, api);
            load.askAgain(api);
            try (Strace strace = attach(server, point, List.of())) {
                load.until(api, () -> dies(point, server));
                afterwards(point, strace.calls());
            }
        }
        Files.deleteIfExists(calls);
        history.atRest();
    }

    private Strace attach(ServerProcess server, CrashPoint point, List<String> more) throws IOException {
        List<String> options = new ArrayList<>(point.death(random).options());
        options.addAll(more);
        String traced = point.calls().equals("fdatasync") ? "write,fdatasync" : point.calls();
        return Strace.attach(server.pid(), point.thread(), work.resolve("calls"), traced, options);
    }

    private static void dies(CrashPoint point, ServerProcess server) {
        await(point.toString()).atMost(DEATH).pollInterval(Duration.ofMillis(5)).until(() -> !server.alive());
    }

    /** What the machine's own death would have taken with it: of the batch that was not flushed, half or all. */
    private void afterwards(CrashPoint point, List<String> calls) throws IOException {
        if (point == CrashPoint.JOURNAL_HALF_WRITTEN || point == CrashPoint.JOURNAL_FLUSH_LOST) {
            UnflushedWrite last = UnflushedWrite.last(calls);
            last.lose(point == CrashPoint.JOURNAL_FLUSH_LOST ? last.octets() : (last.octets() + 1) / 2);
        }
    }

    private void starting(CrashPoint point) throws Exception {
        List<String> around = Strace.around(
                work.resolve("calls"), point.calls(), point.death(random).options());
        Process process = ServerProcess.launch(data, work.resolve("server.log"), around);
        ends(point, process);
        history.atRest();
    }

    /** The compressor begins with the start, and reads a whole segment before its first write. */
    private void packing(CrashPoint point) throws Exception {
        List<String> options = new ArrayList<>(point.death(random).options());
        options.addAll(List.of("-P", beingPacked(point).toString()));
        Process process = ServerProcess.launch(data, work.resolve("server.log"), List.of());
        await().atMost(DEATH)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Strace.thread(process.pid(), point.thread()).isPresent());
        try (Strace strace =
                Strace.attach(process.pid(), point.thread(), work.resolve("calls"), point.calls(), options)) {
            ends(point, process);
            assertThat(strace.calls()).as(point.toString()).isNotEmpty();
        }
        history.atRest();
    }

    /** A full segment waits for the next start to compress it, since the deaths before came too soon. */
    private Path beingPacked(CrashPoint point) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("journal"))) {
            Path plain = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .min(Path::compareTo)
                    .orElseThrow();
            assertThat(Files.size(plain)).isGreaterThan(1 << 20);
            String name = plain.getFileName().toString();
            return point == CrashPoint.PLAIN_NOT_REMOVED
                    ? plain
                    : plain.resolveSibling(name.replace(".jsonl", ".tmp.gz"));
        }
    }

    private static void ends(CrashPoint point, Process process) throws InterruptedException {
        boolean ended = process.waitFor(DEATH.toSeconds(), TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        assertThat(ended).as(point.toString()).isTrue();
        assertThat(process.exitValue()).as(point + " was reached").isEqualTo(KILLED);
    }

    private void stopping(CrashPoint point) throws Exception {
        try (ServerProcess server = start();
                Strace strace = attach(
                        server,
                        point,
                        List.of("-P", data.resolve("db/chancery.seal.new").toString()))) {
            history.check(told, server.caller(told, PATIENCE));
            server.terminate();
            dies(point, server);
            assertThat(strace.calls()).as(point.toString()).isNotEmpty();
        }
        history.atRest();
    }

    /** A start that was cut short is completed by the next one. */
    private void firstStart(CrashPoint point) throws Exception {
        Path first = work.resolve(point + "-" + deaths);
        Path log = work.resolve("first.log");
        List<String> around = Strace.around(
                work.resolve("calls"), point.calls(), point.death(random).options());
        ends(point, ServerProcess.launch(first, log, around));
        Acknowledgements here = new Acknowledgements();
        try (ServerProcess server = ServerProcess.start(first, log)) {
            ApiCaller api = server.caller(here, PATIENCE);
            String serial = api.issue(Csr.p256(work, "first.lab.example.com"), java.util.Optional.empty())
                    .orElseThrow();
            assertThat(api.revoke(serial, "superseded")).isTrue();
            assertThat(api.publish()).isTrue();
            new HistoryCheck(first).check(here, api);
            assertThat(server.stop()).isIn(0, 143);
        }
        Directories.delete(first);
    }

    private void backingUp(CrashPoint point) throws Exception {
        Path pass = Files.writeString(work.resolve("pass"), "correct horse battery staple\n");
        Files.setPosixFilePermissions(pass, PosixFilePermissions.fromString("rw-------"));
        Path backup = work.resolve("ca-" + deaths + ".chancery");
        List<String> command = ServerProcess.command(
                "backup", backup.toString(), "--data", data.toString(), "--passphrase-file", pass.toString());
        try (ServerProcess server = start()) {
            List<String> killed = new ArrayList<>(Strace.around(
                    work.resolve("calls"), point.calls(), point.death(random).options()));
            killed.addAll(command);
            quietLoad.until(server.caller(told, PATIENCE), () -> {
                assertThat(Tool.run(work, killed).exitCode())
                        .as(point + " was reached")
                        .isEqualTo(KILLED);
                assertThat(backup).doesNotExist();
                Tool again = Tool.run(work, command);
                assertThat(again.exitCode()).as(again.output()).isZero();
            });
            assertThat(backup).exists();
            // A revocation's CRL may be on its way, so the server ends before anybody compares.
            assertThat(server.stop()).as(server.log()).isIn(0, 143);
        }
        history.check(told);
        history.atRest();
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(data, work.resolve("server.log"));
    }
}
