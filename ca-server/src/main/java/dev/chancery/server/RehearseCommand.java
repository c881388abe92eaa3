package dev.chancery.server;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Pem;
import dev.chancery.server.command.report.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code chancery rehearse}: lives through a first start, a later start and some requests in a directory of its own, so
 * that the Java runtime can note which classes a server needs ({@code docs/start.md}). For the build, not for people.
 */
@Command(name = "rehearse", hidden = true, description = "Starts and uses a server that is thrown away, for the build.")
final class RehearseCommand implements Callable<Integer> {
    private static final int CERTIFICATES = 20;

    /** An OCSP request about a certificate of nobody's. */
    private static final String QUESTION =
            "MEUwQzBBMD8wPTAJBgUrDgMCGgUABBRhe9pnxhS1MYLGrdoVk-VfJq8BGQQUGJKVNjSn_SMbvQwVHM" + "PdVVbGiq4CBAESNFY";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("chancery-rehearsal");
        try {
            Path data = directory.resolve("data");
            start(data).close();
            try (RunningServer server = start(data)) {
                read(server);
                enroll(directory, data);
            }
        } finally {
            delete(directory);
        }
        return ExitCode.DONE;
    }

    private static RunningServer start(Path data) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.bind", "\"127.0.0.1\"");
        settings.put("server.http-port", "0");
        settings.put("server.https-port", "0");
        settings.put("authority.root.key", "ec-p384");
        settings.put("authority.issuing.key", "ec-p256");
        settings.put("log.level", "warn");
        RunningServer server =
                RunningServer.start(data, Optional.empty(), settings, Clock.systemUTC(), System.getenv());
        if (server.readyBlock().text().isEmpty()) {
            throw new IllegalStateException("a server that is ready says so");
        }
        return server;
    }

    private static void read(RunningServer server) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : List.of("/health/ready", "/crl/issuing.crl", "/ca/root.crt", "/", "/ocsp/" + QUESTION)) {
            URI address = URI.create("http://127.0.0.1:" + server.httpPort() + path);
            int status = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(address + " answered " + status + " in the rehearsal");
            }
        }
    }

    private static void enroll(Path directory, Path data) throws IOException {
        Path pem = directory.resolve("web.pem");
        for (int i = 0; i < CERTIFICATES; i++) {
            Files.deleteIfExists(pem);
            command(
                    data,
                    "issue",
                    "--profile",
                    "tls-server",
                    "--dns",
                    "web" + i + ".example.com",
                    "--out",
                    pem.toString());
        }
        EncodedCertificate last = new EncodedCertificate(Pem.decode(Files.readString(pem), "CERTIFICATE"));
        command(data, "show", last.serial().hex());
        command(data, "revoke", last.serial().hex(), "--reason", "superseded");
        command(data, "list");
    }

    private static void command(Path data, String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(Writer.nullWriter()));
        int code = line.execute(Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
        if (code != ExitCode.DONE) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + code + " in the rehearsal");
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
