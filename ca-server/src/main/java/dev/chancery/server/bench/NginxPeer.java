package dev.chancery.server.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** nginx on the same machine, serving the same octets as well as it can: the peer of a measurement. */
final class NginxPeer implements AutoCloseable {
    private static final long START_MILLIS = 10_000;

    private final Process process;
    private final int port;

    private NginxPeer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> installed() {
        return Stream.concat(
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"),
                        Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(":")))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param home a directory of its own; the octets become {@code /list.crl} */
    static NginxPeer start(Path program, Path home, byte[] octets) {
        try {
            Path www = Files.createDirectories(home.resolve("www"));
            Files.write(www.resolve("list.crl"), octets);
            int port = freePort();
            Path configuration = home.resolve("nginx.conf");
            Files.writeString(configuration, configuration(home, port));
            Process process = new ProcessBuilder(
                            List.of(program.toString(), "-p", home + "/", "-c", configuration.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("nginx.log").toFile())
                    .start();
            NginxPeer started = new NginxPeer(process, port);
            started.awaitAccepting(home);
            return started;
        } catch (IOException e) {
            throw new BenchFailedException("nginx cannot be started to compare with: " + e.getMessage(), e);
        }
    }

    /** As its own guides recommend for static files; two workers, as this machine has few cores. */
    private static String configuration(Path home, int port) {
        return String.format(
                Locale.ROOT, """
                daemon off; pid %1$s/pid; error_log %1$s/error.log; worker_processes auto; %3$s
                events { worker_connections 4096; }
                http {
                  access_log off; server_tokens off; sendfile on; tcp_nopush on; tcp_nodelay on;
                  keepalive_requests 1000000000; open_file_cache max=100; etag on;
                  types { application/pkix-crl crl; }
                  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                  server { listen 127.0.0.1:%2$d; root %1$s/www; add_header Cache-Control "public, max-age=60"; }
                }
                """, home, port, "root".equals(System.getProperty("user.name")) ? "user root;" : "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAccepting(Path home) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        while (!accepts()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException(
                        "it ended or took too long. It said:\n" + Files.readString(home.resolve("nginx.log")));
            }
            Thread.onSpinWait();
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
