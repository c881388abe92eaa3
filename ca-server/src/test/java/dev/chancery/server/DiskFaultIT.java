package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SECURITY.md rules 14 and 15: one run issues, revokes and publishes. strace records its writes, flushes and renames, and
 * then each of them fails in a run of its own. Nothing that is acknowledged may be lost, and nothing may hang.
 */
@DisplayName("A disk that fails at one call of a run")
class DiskFaultIT {
    /** No answer may take longer (issue 3): the watchdog's 10 s and the second that it needs to notice. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final List<String> ERRORS = List.of("EIO", "ENOSPC");

    @TempDir
    private Path work;

    private final Acknowledgements told = new Acknowledgements();
    private HistoryCheck history;
    private Path data;
    private String csr;
    private int key;
    private int refusals;
    private int ended;

    @Test
    @DisplayName("costs nothing that was acknowledged, for one call of each kind")
    void some() throws Exception {
        prepare();
        Random random = new Random(5);
        Map<String, List<DiskCall>> kinds = recorded().stream()
                .collect(Collectors.groupingBy(call -> call.thread() + " " + call.name(), Collectors.toList()));
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(6);
        int runs = 0;
        for (List<DiskCall> calls : kinds.values()) {
            fails(calls.get(random.nextInt(calls.size())), ERRORS.get(runs++ % ERRORS.size()));
        }
        report(runs);
    }

    @Test
    @Tag("long")
    @DisplayName("costs nothing that was acknowledged, for every call, with EIO and with ENOSPC")
    void every() throws Exception {
        prepare();
        List<DiskCall> calls = recorded();
        assertThat(calls).hasSizeGreaterThan(20);
        for (DiskCall call : calls) {
            for (String error : ERRORS) {
                fails(call, error);
            }
        }
        report(calls.size() * ERRORS.size());
    }

    private void report(int runs) throws Exception {
        assertThat(refusals).as("something failed").isPositive();
        try (ServerProcess server = start()) {
            askAgain(server);
            history.checkAll(told, server.caller(told, PATIENCE));
            assertThat(server.stop()).as(server.log()).isIn(0, 143);
        }
        Tool verify = Tool.run(work, ServerProcess.command("verify", "--data", data.toString()));
        assertThat(verify.exitCode()).as(verify.output()).isZero();
        System.out.printf(
                "failing calls: %d runs, %d refusals, %d ended servers, %d acknowledgements, none lost%n",
                runs, refusals, ended, told.count());
    }

    private void prepare() throws Exception {
        data = work.resolve("data");
        csr = Csr.p256(work, "fault.lab.example.com");
        history = new HistoryCheck(data);
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(data, work.resolve("server.log"));
    }

    /** The calls of one run that succeeds. */
    private List<DiskCall> recorded() throws Exception {
        start().close();
        try (ServerProcess server = start()) {
            ApiCaller api = server.caller(told, PATIENCE);
            List<String> lines;
            try (Strace strace = Strace.attach(server.pid(), "", work.resolve("calls"), DiskCall.NAMES, List.of())) {
                run(api);
                lines = strace.calls();
            }
            assertThat(api.refusals()).as(api.lastRefusal()).isZero();
            assertThat(server.stop()).isIn(0, 143);
            return DiskCall.in(data, lines);
        }
    }

    /** Issues, revokes, publishes and fetches; whatever is not acknowledged is refused in words, and at once. */
    private void run(ApiCaller api) throws IOException, InterruptedException {
        Optional<String> serial = api.issue(csr, Optional.of("fault" + ++key));
        if (serial.isPresent()) {
            api.revoke(serial.get(), "superseded");
        }
        api.publish();
        api.issue(csr, Optional.of("fault" + ++key));
    }

    private void fails(DiskCall call, String error) throws Exception {
        String what = call + " fails with " + error;
        try (ServerProcess server = start()) {
            askAgain(server);
            ApiCaller api = server.caller(told, PATIENCE);
            history.check(told, api);
            List<String> options = new ArrayList<>(call.fails(error).options());
            try (Strace strace =
                    Strace.attach(server.pid(), call.thread(), work.resolve("calls"), call.name(), options)) {
                // Publications that come within a second may be one, so a run may have less calls than another.
                for (int i = 0; i < 3 && !strace.injected(); i++) {
                    run(api);
                }
                stillServes(server);
                await(what + ", or the call is not made").atMost(PATIENCE).until(strace::injected);
            } catch (IOException e) {
                endsClearly(server, what, e);
            }
            refusals += (int) api.refusals();
            if (server.alive()) {
                assertThat(server.stop()).as(what).isIn(0, 143);
            }
        } catch (AssertionError e) {
            throw new AssertionError(what + ": " + e.getMessage(), e);
        }
        history.atRest();
    }

    /** Health says what is wrong, and validating servers get the CRL in force, whatever has failed. */
    private void stillServes(ServerProcess server) throws IOException, InterruptedException {
        assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
        assertThat(get(server, "/health/ready").statusCode()).isIn(200, 503);
        server.caller(told, PATIENCE).fetchCrl(0);
    }

    private static HttpResponse<String> get(ServerProcess server, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.http(path)))
                .timeout(PATIENCE)
                .build();
        return server.client().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The watchdog's way out: a line in the log, and its exit code. An answer that never comes is no way out. */
    private void endsClearly(ServerProcess server, String what, IOException cause) throws Exception {
        if (cause instanceof java.net.http.HttpTimeoutException) {
            throw new AssertionError(what + ": a request hung for " + PATIENCE, cause);
        }
        await(what).atMost(PATIENCE).until(() -> !server.alive());
        assertThat(server.stop()).as(what).isEqualTo(70);
        assertThat(server.log()).contains("Ending the process");
        ended++;
    }

    /** What was refused is asked for again with its key, which must not issue twice. */
    private void askAgain(ServerProcess server) throws IOException, InterruptedException {
        ApiCaller api = server.caller(told, PATIENCE);
        for (int i = Math.max(1, key - 1); i <= key; i++) {
            assertThat(api.issue(csr, Optional.of("fault" + i))).as("key " + i).isPresent();
        }
    }
}
