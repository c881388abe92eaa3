package dev.chancery.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Debian's nginx with a certificate of ours, for as long as a test lasts. */
final class Nginx implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Daemon daemon;
    private final Path directory;
    private final Path log;
    private final int port;

    private Nginx(Daemon daemon, Path directory, Path log, int port) {
        this.daemon = daemon;
        this.directory = directory;
        this.log = log;
        this.port = port;
    }

    /** Serves {@code NAME.pem} with {@code NAME-key.pem} and staples what the responder in the certificate says. */
    static Nginx stapling(Path directory, String name) throws IOException {
        return start(
                directory, name, "ssl_stapling on; ssl_stapling_verify on; ssl_trusted_certificate issuing-chain.pem;");
    }

    /** Serves {@code NAME.pem} and takes only clients of our CAs that are on no list of {@code crls.pem}. */
    static Nginx checkingClients(Path directory, String name) throws IOException {
        return start(
                directory,
                name,
                "ssl_client_certificate issuing-chain.pem; ssl_verify_client on; ssl_verify_depth 2; ssl_crl crls.pem;");
    }

    /** Serves {@code NAME.pem} to everybody. */
    static Nginx serving(Path directory, String name) throws IOException {
        return start(directory, name, "");
    }

    private static Nginx start(Path directory, String name, String options) throws IOException {
        Files.writeString(
                directory.resolve("served.pem"),
                Files.readString(directory.resolve(name + ".pem"))
                        + Files.readString(directory.resolve("issuing.pem")));
        int port = Daemon.freePort();
        Path log = Files.createTempFile(directory, "nginx-", ".log");
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
                        "    " + options,
                        "    location / { return 204; }",
                        "  }",
                        "}",
                        ""));
        Daemon daemon = Daemon.start(
                directory,
                directory.resolve("nginx.out"),
                port,
                List.of("nginx", "-p", directory.toString(), "-c", configuration.toString(), "-e", log.toString()));
        return new Nginx(daemon, directory, log, port);
    }

    int port() {
        return port;
    }

    String log() throws IOException {
        return Files.readString(log);
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
                            return log();
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
        daemon.close();
    }
}
