package dev.chancery.server;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code chancery serve} as a process of its own, to be killed. */
final class ServerProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String TAKEN = "The listeners could not be opened: Failed to bind to .*";

    private final Process process;
    private final Path log;
    private final JsonNode description;
    private final HttpClient client;
    private final String token;

    private ServerProcess(Process process, Path log, JsonNode description, String token) {
        this.process = process;
        this.log = log;
        this.description = description;
        this.token = token;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(TestServer.trusting(description.get("root").asString()))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** The arguments of the program, run with the JVM of this test. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // A server that lives for a second or two is not worth the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                archive(),
                "-Xlog:disable",
                "-jar",
                System.getProperty("chancery.jar")));
        command.addAll(List.of(arguments));
        return command;
    }

    /** As ./chancery: the runtime leaves an archive aside that does not fit. */
    private static String archive() {
        String file = System.getProperty("chancery.archive");
        if (file == null) {
            return "-Xshare:auto";
        }
        return (Runtime.version().feature() >= 25 ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file;
    }

    /**
     * Starts it, twice if need be: a free port that it has found may be taken, by a client of another test, before the
     * server listens there.
     */
    static ServerProcess start(Path data, Path log) throws IOException {
        Process process = launch(data, log, List.of());
        try {
            return awaitReady(process, data, log);
        } catch (AssertionError e) {
            if (!lastLine(log).matches(TAKEN)) {
                throw e;
            }
            return awaitReady(launch(data, log, List.of()), data, log);
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /**
     * Starts the program and does not wait for it.
     *
     * @param before words that come before the command, of a program that runs it
     */
    static Process launch(Path data, Path log, List<String> before) throws IOException {
        return launch(data, log, before, Map.of());
    }

    /** @param environment what is added to that of this process */
    static Process launch(Path data, Path log, List<String> before, Map<String, String> environment)
            throws IOException {
        Files.deleteIfExists(data.resolve("server.json"));
        List<String> command = new ArrayList<>(before);
        command.addAll(command(
                "serve",
                "--data",
                data.toString(),
                "--bind",
                "127.0.0.1",
                "--http-port",
                "0",
                "--https-port",
                "0",
                "--set",
                "authority.root.key=ec-p384",
                "--set",
                "authority.issuing.key=ec-p256"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits until it accepts connections; fails when it ends before. */
    static ServerProcess awaitReady(Process process, Path data, Path log) throws IOException {
        Path description = data.resolve("server.json");
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("the server ended:\n" + Files.readString(log));
                    }
                    return Files.exists(description);
                });
        return new ServerProcess(
                process,
                log,
                JSON.readTree(Files.readString(description)),
                Files.readString(data.resolve("admin.token")).strip());
    }

    /** A client that keeps what it is told. */
    ApiCaller caller(Acknowledgements told, Duration patience) {
        return new ApiCaller(client, http(""), https(""), token, patience, told);
    }

    HttpClient client() {
        return client;
    }

    String https(String path) {
        return description.get("httpsUrl").asString() + path;
    }

    String http(String path) {
        return description.get("httpUrl").asString() + path;
    }

    String token() {
        return token;
    }

    /** Of its root CA. */
    X509Certificate root() throws CertificateException {
        byte[] pem = description.get("root").asString().getBytes(StandardCharsets.US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    long pid() {
        return process.pid();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Of a process that has ended; 137 for one that was killed. */
    int exitCode() {
        return process.exitValue();
    }

    /** SIGKILL: nothing gets a chance to say goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** SIGTERM, without waiting. */
    void terminate() {
        process.destroy();
    }

    /** SIGTERM, and the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not stop within 30 s of SIGTERM");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
