package dev.chancery.server.bench;

import dev.chancery.core.x509.SerialNumber;
import dev.chancery.server.command.client.ServerFile;
import dev.chancery.server.command.client.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that is measured: a process of its own on a data directory of its own, or one that runs already. */
final class BenchServer implements AutoCloseable {
    private static final long START_MILLIS = 600_000;
    private static final long PAUSE_MILLIS = 20;
    private static final long STOP_SECONDS = 30;

    private final Path data;
    private final ServerFile description;
    private final Optional<Process> child;

    private BenchServer(Path data, ServerFile description, Optional<Process> child) {
        this.data = data;
        this.description = description;
        this.child = child;
    }

    /** The one that serves this data directory now. */
    static BenchServer running(Path data) {
        return new BenchServer(data, ServerFile.read(data), Optional.empty());
    }

    /**
     * Starts this same program as {@code serve}, and waits until it accepts.
     *
     * @param settings {@code key=value}
     */
    static BenchServer start(Path data, List<String> settings) {
        return start(data, settings, List.of());
    }

    /** @param flags of its Java runtime, besides those of this process */
    static BenchServer start(Path data, List<String> settings, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.chancery.server.Main",
                "serve",
                "--data",
                data.toString(),
                "--bind",
                "127.0.0.1",
                "--http-port",
                "0",
                "--https-port",
                "0"));
        command.addAll(1, flags);
        command.addAll(1, flags());
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        Path log = data.resolve("bench-server.log");
        try {
            Files.deleteIfExists(data.resolve("server.json"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new BenchServer(data, awaitDescription(data, process, log), Optional.of(process));
        } catch (IOException e) {
            throw new BenchFailedException("A server cannot be started for the measurement: " + e.getMessage(), e);
        }
    }

    /** The same for the server as for this process: heap, collector, archive. */
    private static List<String> flags() {
        return java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-X") || flag.startsWith("--enable-native-access"))
                .toList();
    }

    private static ServerFile awaitDescription(Path data, Process process, Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        while (!Files.exists(data.resolve("server.json"))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException("it ended or took too long. It said:\n" + Files.readString(log));
            }
            pause();
        }
        return ServerFile.read(data);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailedException("Interrupted.", e);
        }
    }

    URI https() {
        return description.httpsUrl();
    }

    URI http() {
        return description.httpUrl();
    }

    Path data() {
        return data;
    }

    SSLContext tls() {
        return Trust.context(description.root());
    }

    String token() {
        try {
            return Files.readString(data.resolve("admin.token")).strip();
        } catch (IOException e) {
            throw new BenchFailedException("The token of the server cannot be read: " + e.getMessage(), e);
        }
    }

    /** Processor time that the server's process has used so far. */
    Duration cpu() {
        return ProcessHandle.of(description.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** What anybody may read over plain HTTP. */
    byte[] fetch(String path) {
        try (Wire wire = Wire.open(http(), tls())) {
            int status = wire.exchange(Requests.get(http(), path));
            if (status != 200) {
                throw new IOException("it answered " + status);
            }
            return wire.body();
        } catch (IOException e) {
            throw new BenchFailedException(path + " cannot be read from the server: " + e.getMessage(), e);
        }
    }

    /** Of certificates that this CA has issued to others than itself, newest first. */
    List<SerialNumber> serials(String issuer, int most) {
        List<SerialNumber> serials = new ArrayList<>();
        try (Wire wire = Wire.open(https(), tls())) {
            String cursor = "";
            while (serials.size() < most) {
                wire.exchange(Requests.get(
                        https(),
                        "/api/v1/certificates?profile=tls-server&limit=1000&issuer=" + issuer + cursor,
                        token()));
                JsonNode page = JsonMapper.shared().readTree(wire.body());
                page.path("certificates")
                        .forEach(node -> serials.add(
                                SerialNumber.parse(node.path("serial").asString())));
                if (!page.path("next").isString()) {
                    break;
                }
                cursor = "&cursor=" + page.path("next").asString();
            }
            return serials.subList(0, Math.min(most, serials.size()));
        } catch (IOException e) {
            throw new BenchFailedException("The server's certificates cannot be listed: " + e.getMessage(), e);
        }
    }

    /** What the server says of itself; see /metrics. */
    ServerMetrics metrics() {
        try (Wire wire = Wire.open(https(), tls())) {
            wire.exchange(Requests.get(https(), "/metrics", token()));
            return new ServerMetrics(new String(wire.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BenchFailedException("The server's metrics cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (child.isEmpty()) {
            return;
        }
        Process process = child.get();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
