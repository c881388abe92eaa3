package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SECURITY.md rule 14: acknowledged means on disk, whatever moment the process dies at. */
@DisplayName("kill -9 while clients request, revoke, hold, release and publish")
class KillIT {
    private static final int CLIENTS = 16;

    /** Of a machine that is busy with other tests; a hang is what never ends. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path work;

    private final Acknowledgements told = new Acknowledgements();

    @Test
    @DisplayName("loses nothing that was acknowledged, in 50 cycles")
    void always() throws Exception {
        cycles(50, 1, 12);
    }

    @Test
    @Tag("long")
    @DisplayName("loses nothing of 50,000 acknowledgements, in 500 cycles")
    void manyCycles() throws Exception {
        cycles(500, 2, 130);
        assertThat(told.count()).isGreaterThanOrEqualTo(50_000);
    }

    /** @param enough acknowledgements of a cycle, after which the server is killed at a random moment */
    private void cycles(int count, long seed, int enough) throws Exception {
        long began = System.nanoTime();
        Random random = new Random(seed);
        Path data = work.resolve("data");
        HistoryCheck history = new HistoryCheck(data);
        MixedLoad load = new MixedLoad(Csr.p256(work, "load.lab.example.com"), seed, CLIENTS);
        for (int cycle = 0; cycle < count; cycle++) {
            if (cycle % 5 == 4) {
                killWhileStarting(data, random);
            } else {
                killUnderLoad(data, history, load, random, enough);
            }
            history.atRest();
        }
        try (ServerProcess server = start(data)) {
            ApiCaller api = server.caller(told, PATIENCE);
            load.askAgain(api);
            api.publish();
            everythingIsThere(api, history, random);
            history.checkAll(told, api);
            assertThat(server.stop()).as(server.log()).isIn(0, 143);
        }
        Tool verify = Tool.run(work, ServerProcess.command("verify", "--data", data.toString()));
        assertThat(verify.exitCode()).as(verify.output()).isZero();
        System.out.printf(
                "kill -9: %d cycles, %d acknowledgements (%d certificates, %d changes of status, %d CRLs fetched), none"
                        + " lost, %d s%n",
                count,
                told.count(),
                told.issuedSoFar(),
                told.changesSoFar(),
                told.crls().size(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private void killUnderLoad(Path data, HistoryCheck history, MixedLoad load, Random random, int enough)
            throws Exception {
        try (ServerProcess server = start(data)) {
            ApiCaller api = server.caller(told, PATIENCE);
            everythingIsThere(api, history, random);
            load.askAgain(api);
            load.until(api, () -> {
                int before = told.count();
                int changes = told.changesSoFar();
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> told.count() >= before + enough && told.changesSoFar() > changes);
                Thread.sleep(random.nextInt(100));
                server.kill();
            });
        }
    }

    private ServerProcess start(Path data) throws IOException {
        return ServerProcess.start(data, work.resolve("server.log"));
    }

    /** One death in five comes before the server is ready: while it replays, migrates, or signs its first CRL. */
    private void killWhileStarting(Path data, Random random) throws Exception {
        Process process = ServerProcess.launch(data, work.resolve("server.log"), List.of());
        Thread.sleep(300 + random.nextInt(1500));
        process.destroyForcibly().waitFor();
    }

    /** The history holds, OCSP knows of it, and the API says the same as the journal about some of it; the database is all of it, verified. */
    private void everythingIsThere(ApiCaller api, HistoryCheck history, Random random) throws Exception {
        history.check(told, api);
        List<Acknowledgements.Certificate> some = new ArrayList<>(told.issued().values());
        Collections.shuffle(some, random);
        for (Acknowledgements.Certificate one : some.subList(0, Math.min(10, some.size()))) {
            Map.Entry<dev.chancery.core.x509.Der, String> found = api.look(one.serial());
            assertThat(found.getKey()).isEqualTo(one.sha256());
            String expected = history.status(one.serial())
                    .map(reason -> reason.equals("certificateHold") ? "held" : "revoked")
                    .orElse("valid");
            assertThat(found.getValue()).as(one.serial()).isEqualTo(expected);
        }
    }
}
