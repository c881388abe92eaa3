package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Groups and crown names on the command line, against the real server, over a restart, and before the judge of the journal. */
@DisplayName("Grants, with the real server,")
class GrantsIT {
    private static final Map<String, String> SETTINGS = Map.of(
            "authority.root.key",
            "ec-p384",
            "authority.issuing.key",
            "ec-p256",
            "names.crown",
            "[wsus.lab.example.com, .sts.example.com]");

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    private record Result(int code, String out, String err) {}

    private static Result run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(arguments.toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    private String done(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        Result result = run(all);
        assertThat(result.code()).as(String.join(" ", arguments) + result.err()).isZero();
        return result.out();
    }

    private void person(String name, String... more) {
        List<String> add = new ArrayList<>(List.of("user", "add", name, "--no-password"));
        add.addAll(List.of(more));
        done(add.toArray(String[]::new));
        done("user", "token", "add", name, "--label", "x", "--out", token(name));
    }

    private String token(String name) {
        return work.resolve(name + ".token").toString();
    }

    private Result as(TestServer server, String name, String... arguments) throws IOException {
        Path root = work.resolve("root.pem");
        if (!Files.exists(root)) {
            Files.writeString(root, server.readyBlock().root().pem());
        }
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.https("").toString(), "--token-file", token(name)));
        all.addAll(List.of("--ca-file", root.toString()));
        return run(all);
    }

    private Result issue(TestServer server, String name, String host) throws IOException {
        String file = work.resolve(name + "-" + host.replace('*', '_') + System.nanoTime() + ".pem")
                .toString();
        return as(server, name, "issue", "--profile", "tls-server", "--dns", host, "--out", file);
    }

    private static String number(Result result) {
        return result.out()
                .lines()
                .filter(line -> line.strip().startsWith("Request "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(result))
                .replaceAll("\\D+", "");
    }

    @Test
    @DisplayName("come from groups at once, need two officers for crown names, and survive a restart and a rebuild")
    void life() throws IOException {
        String crown;
        try (TestServer server = TestServer.start(data, Clock.systemUTC(), SETTINGS)) {
            done("group", "add", "web", "--description", "Web servers", "--dns-suffix", "lab.example.com");
            person("rita", "--role", "requester", "--group", "web");
            person("olga", "--role", "officer");
            person("otto", "--role", "officer");
            assertThat(done("group", "list")).contains("web", "lab.example.com and below", "rita", "Web servers");
            assertThat(done("user", "show", "rita")).contains("Groups", "web");

            assertThat(issue(server, "rita", "a.lab.example.com").out()).contains("Serial");
            assertThat(issue(server, "rita", "evil.example.net").out())
                    .contains("outside the grant of rita (from the group web: lab.example.com and names below it)");
            done("group", "grants", "web", "--none");
            assertThat(issue(server, "rita", "b.lab.example.com").out()).contains("outside the grant of rita");
            done("group", "grants", "web", "--dns-suffix", "lab.example.com");

            Result asked = issue(server, "rita", "wsus.lab.example.com");
            assertThat(asked.out()).contains("crown name wsus.lab.example.com", "two different officers");
            crown = number(asked);
            // The file of the local administrator opens no way around them either.
            assertThat(done(
                            "issue",
                            "--profile",
                            "tls-server",
                            "--dns",
                            "a.sts.example.com",
                            "--out",
                            work.resolve("sts.pem").toString()))
                    .contains("crown name .sts.example.com");
            assertThat(as(server, "olga", "request", "approve", crown, "--comment", "seen")
                            .out())
                    .contains("One of two officers has approved: olga");
            assertThat(as(server, "olga", "request", "approve", crown).err()).contains("another one has to approve");
            assertThat(as(server, "rita", "request", "approve", crown).code()).isEqualTo(1);
        }
        verified();
        done("rebuild");
        verified();
        try (TestServer server = TestServer.start(data, Clock.systemUTC(), SETTINGS)) {
            assertThat(as(server, "olga", "request", "show", crown).out()).contains("Approved by", "olga", "seen");
            assertThat(as(server, "otto", "request", "approve", crown).out()).contains("is approved", "Serial");
            assertThat(done("group", "show", "web")).contains("rita");
        }
        verified();
    }

    private void verified() {
        assertThat(done("verify")).contains("Nothing is wrong");
    }
}
