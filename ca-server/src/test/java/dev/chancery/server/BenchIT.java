package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That it measures, not what: figures of a busy machine prove nothing. */
@DisplayName("chancery bench")
class BenchIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path work;

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private JsonNode figures(String... arguments) {
        assertThat(run(arguments)).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    @DisplayName("store fills a directory that a server can use, and nothing else of it remains")
    void store() throws IOException {
        Path kept = work.resolve("kept");
        JsonNode figures = figures(
                "bench", "store", "--certificates", "60", "--revoked", "6", "--keep", kept.toString(), "--json");
        assertThat(figures.path("certificates").path("value").asDouble()).isPositive();
        assertThat(figures.path("cpu").path("limit").asDouble()).isPositive();
        assertThat(figures.path("revocations").path("value").asDouble()).isPositive();
        assertThat(run("verify", "--data", kept.toString())).as(err.toString()).isZero();
        try (Stream<Path> files = Files.list(kept.resolve("journal"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".jsonl"))).hasSize(1);
        }
        assertThat(run("bench", "store", "--keep", kept.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("holds something already");
    }

    @Test
    @DisplayName("issue, serve, ocsp and crl measure a server of their own beside its limits")
    void servers() {
        JsonNode issue = figures("bench", "issue", "--seconds", "1", "--warm-up", "1", "--connections", "4", "--json");
        assertThat(issue.path("certificates").path("value").asDouble()).isPositive();
        assertThat(issue.path("certificates").path("limit").asDouble()).isPositive();
        assertThat(issue.path("flushes").path("value").asDouble()).isPositive();
        assertThat(issue.path("p99-at-80").path("value").asDouble()).isPositive();
        assertThat(issue.path("heap").path("value").asDouble()).isPositive();
        out.getBuffer().setLength(0);
        JsonNode serve = figures(
                "bench",
                "serve",
                "--seconds",
                "1",
                "--warm-up",
                "1",
                "--connections",
                "4",
                "--revoked",
                "10",
                "--json");
        assertThat(serve.path("crl").path("value").asDouble()).isPositive();
        assertThat(serve.path("crl").path("limitIs").asString()).isEqualTo("nginx /s");
        assertThat(serve.path("unchanged").path("value").asDouble()).isPositive();
        out.getBuffer().setLength(0);
        JsonNode ocsp = figures(
                "bench",
                "ocsp",
                "--seconds",
                "1",
                "--warm-up",
                "1",
                "--connections",
                "4",
                "--certificates",
                "20",
                "--json");
        for (String figure : new String[] {"kept", "get", "signed", "signed-cpu", "unknown"}) {
            assertThat(ocsp.path(figure).path("value").asDouble()).as(figure).isPositive();
            assertThat(ocsp.path(figure).path("limit").asDouble()).as(figure).isPositive();
        }
        out.getBuffer().setLength(0);
        JsonNode crl = figures("bench", "crl", "--revoked", "10", "--rounds", "1", "--json");
        assertThat(crl.path("p50").path("value").asDouble()).isPositive();
    }

    @Test
    @DisplayName("says what is wrong with its options")
    void usage() {
        assertThat(run("bench", "issue", "--ca-key", "dsa")).isEqualTo(2);
        assertThat(err.toString()).contains("\"dsa\" is no key algorithm");
        assertThat(run("bench", "store", "--certificates", "0")).isEqualTo(2);
        assertThat(run("bench", "serve", "--data", work.toString())).isEqualTo(3);
    }
}
