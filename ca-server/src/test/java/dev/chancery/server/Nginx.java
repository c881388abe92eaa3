package dev.chancery.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Debian's nginx with a certificate of ours, for as long as a test lasts. */
final class Nginx implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Path directory;
    private final Path log;
    private final int port;

    private Nginx(Process process, Path directory, Path log, int port) {
        this.process = process;
        this.directory = directory;
        this.log = log;
        this.port = port;
    }

    /** Serves {@code NAME.pem} with {@code NAME-key.pem} and staples what the responder in the certificate says. */
    static Nginx stapling(Path directory, String name) throws IOException {
        Files.writeString(
                directory.resolve("served.pem"),
                Files.readString(directory.resolve(name + ".pem"))
                        + Files.readString(directory.resolve("issuing.pem")));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path log = directory.resolve("nginx-" + name + ".log");
        Path configuration = directory.resolve("nginx.conf");
        Files.writeString(
                configuration,
                String.join(
                        "\n",
                        "daemon off; master_process off; pid nginx.pid; error_log " + log + " info;",
                        "events { }",
                        "http {",
                        "  access_log off;",
                        "  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4;",
                        "  scgi_temp_path t5;",
                        "  server {",
                        "    listen 127.0.0.1:" + port + " ssl;",
                        "    ssl_certificate served.pem; ssl_certificate_key " + name + "-key.pem;",
                        "    ssl_stapling on; ssl_stapling_verify on; ssl_trusted_certificate issuing-chain.pem;",
                        "  }",
                        "}",
                        ""));
        Process process = new ProcessBuilder(
                        "nginx", "-p", directory.toString(), "-c", configuration.toString(), "-e", log.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.out").toFile())
                .start();
        return new Nginx(process, directory, log, port);
    }

    /** nginx asks the responder when it is first asked itself, and answers the next one with what it got. */
    String untilStapled() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(this::handshake, text -> text.contains("OCSP Response Status: successful"));
    }

    String untilLogged(String text) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            handshake();
                            return Files.exists(log) ? Files.readString(log) : "";
                        },
                        logged -> logged.contains(text));
    }

    String handshake() {
        return Tool.run(
                        directory,
                        "sh",
                        "-c",
                        "openssl s_client -connect 127.0.0.1:" + port + " -status -CAfile root.pem </dev/null 2>&1")
                .output();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
