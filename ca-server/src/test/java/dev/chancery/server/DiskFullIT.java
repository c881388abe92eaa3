package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SECURITY.md rule 14, on a disk that has no room left while certificates are issued. */
@DisplayName("A disk that fills up under load")
class DiskFullIT {
    private static final int CLIENTS = 8;

    /** No answer may take longer (issue 3): the watchdog's 10 s and the second that it needs to notice. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** Until what is left is used up. */
    private static final Duration FILLING = Duration.ofMinutes(2);

    private static final int ENOUGH_REFUSALS = 20;

    @TempDir
    private Path work;

    private final Acknowledgements told = new Acknowledgements();
    private HistoryCheck history;
    private Path data;
    private long refusals;
    private int ended;
    private int refusedStarts;

    @Test
    @DisplayName("costs nothing that was acknowledged, twice")
    void twice() throws Exception {
        runs(2, 21);
    }

    @Test
    @Tag("long")
    @DisplayName("costs nothing that was acknowledged, in 30 runs")
    void thirty() throws Exception {
        runs(30, 22);
    }

    private void runs(int count, long seed) throws Exception {
        Random random = new Random(seed);
        MixedLoad load = new MixedLoad(Csr.p256(work, "full.lab.example.com"), seed, CLIENTS);
        try (SmallDisk disk = SmallDisk.mount(work.resolve("disk"), "96m")) {
            data = disk.root().resolve("data");
            history = new HistoryCheck(data);
            for (int i = 0; i < count; i++) {
                run(disk, load, random.nextInt(300_000));
                if (i % 2 == 0) {
                    startsOrSaysWhy();
                }
                disk.makeRoom();
                history.atRest();
            }
            try (ServerProcess server = start()) {
                ApiCaller api = server.caller(told, PATIENCE);
                load.askAgain(api);
                api.publish();
                history.checkAll(told, api);
                assertThat(server.stop()).as(server.log()).isIn(0, 143);
            }
            Tool verify = Tool.run(work, ServerProcess.command("verify", "--data", data.toString()));
            assertThat(verify.exitCode()).as(verify.output()).isZero();
        }
        System.out.printf(
                "full disk: %d runs, %d refusals, %d ended servers, %d refused starts, %d acknowledgements, none lost%n",
                count, refusals, ended, refusedStarts, told.count());
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(data, work.resolve("server.log"));
    }

    /** @param left octets on the disk when the load begins */
    private void run(SmallDisk disk, MixedLoad load, int left) throws Exception {
        try (ServerProcess server = start()) {
            ApiCaller api = server.caller(told, PATIENCE);
            load.askAgain(api);
            history.check(told, api);
            disk.fill(left);
            load.until(
                    api,
                    () -> await("refusals, with " + left + " octets left")
                            .atMost(FILLING)
                            .until(() -> api.refusals() >= ENOUGH_REFUSALS || !server.alive()));
            refusals += api.refusals();
            if (server.alive()) {
                assertThat(api.lastRefusal()).startsWith("503 ").containsAnyOf("room", "No space left");
                stillServes(server);
                assertThat(server.stop()).as(server.log()).isIn(0, 143);
            } else {
                assertThat(server.stop()).isEqualTo(70);
                ended++;
            }
        }
    }

    /** Health says what is wrong, and validating servers get the CRL in force. */
    private void stillServes(ServerProcess server) throws IOException, InterruptedException {
        assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get(server, "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("room");
        server.caller(told, PATIENCE).fetchCrl(0);
    }

    private static HttpResponse<String> get(ServerProcess server, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.http(path)))
                .timeout(PATIENCE)
                .build();
        return server.client().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** On the full disk: a server that starts serves CRLs; one that does not says what is wrong, and at once. */
    private void startsOrSaysWhy() throws Exception {
        Path log = work.resolve("full.log");
        java.nio.file.Files.deleteIfExists(log);
        Process process = ServerProcess.launch(data, log, List.of());
        await().atMost(FILLING)
                .until(() -> !process.isAlive() || java.nio.file.Files.exists(data.resolve("server.json")));
        if (process.isAlive()) {
            try (ServerProcess server = ServerProcess.awaitReady(process, data, log)) {
                server.caller(told, PATIENCE).fetchCrl(0);
                server.stop();
            }
        } else {
            refusedStarts++;
            assertThat(process.waitFor(1, TimeUnit.SECONDS)).isTrue();
            assertThat(java.nio.file.Files.readString(log)).contains("No space left on device");
        }
    }
}
