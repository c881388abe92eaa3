package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server whose disk takes no more")
class FailedDiskIT {
    @TempDir
    Path work;

    @Test
    @DisplayName("is alive and not ready, says why, and still shows what it has")
    void notReady() throws Exception {
        String csr = Csr.p256(work, "one.lab.example.com");
        Acknowledgements told = new Acknowledgements();
        try (ServerProcess server = ServerProcess.start(work.resolve("data"), work.resolve("log"))) {
            ApiCaller api = server.caller(told, Duration.ofSeconds(30));
            String serial = api.issue(csr, Optional.empty()).orElseThrow();
            assertThat(get(server, server.http("/health/ready")).statusCode()).isEqualTo(200);
            assertThat(get(server, server.https("/metrics")).body()).containsPattern("chancery_disk_free_bytes [1-9]");
            assertThat(api.look(serial).getValue()).isEqualTo("valid"); // so the tables have it on disk
            noFileMayGrow(server.pid());
            assertThat(api.issue(csr, Optional.of("too-late"))).isEmpty();
            HttpResponse<String> ready = get(server, server.http("/health/ready"));
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("Nothing is issued or revoked").contains("disk");
            assertThat(get(server, server.http("/health/live")).statusCode()).isEqualTo(200);
            assertThat(api.look(serial).getValue()).isEqualTo("valid");
        }
        try (ServerProcess server = ServerProcess.start(work.resolve("data"), work.resolve("log"))) {
            assertThat(get(server, server.http("/health/ready")).statusCode()).isEqualTo(200);
        }
        new HistoryCheck(work.resolve("data")).check(told);
    }

    /** Every write beyond a file's first octet fails from now on: "File too large" (setrlimit(2)). */
    private static void noFileMayGrow(long pid) throws IOException, InterruptedException {
        Process limit = new ProcessBuilder("prlimit", "--pid", String.valueOf(pid), "--fsize=1")
                .inheritIO()
                .start();
        assertThat(limit.waitFor()).isZero();
    }

    private static HttpResponse<String> get(ServerProcess server, String address)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + server.token())
                .timeout(Duration.ofSeconds(30))
                .build();
        return server.client().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
