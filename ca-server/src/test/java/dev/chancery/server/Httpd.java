package dev.chancery.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's Apache httpd with a certificate of ours, for as long as a test lasts. */
final class Httpd implements AutoCloseable {
    private static final String MODULES = "/usr/lib/apache2/modules/mod_";

    private final Daemon daemon;
    private final Path log;
    private final int port;

    private Httpd(Daemon daemon, Path log, int port) {
        this.daemon = daemon;
        this.log = log;
        this.port = port;
    }

    /** Serves {@code NAME.pem} and takes only clients of our CAs that are on no list of {@code crls.pem}. */
    static Httpd checkingClients(Path directory, String name) throws IOException {
        int port = Daemon.freePort();
        Path log = Files.createTempFile(directory, "httpd-", ".log");
        Path configuration = directory.resolve("httpd.conf");
        Files.writeString(
                configuration,
                String.join(
                        "\n",
                        "ServerRoot " + directory,
                        "LoadModule mpm_event_module " + MODULES + "mpm_event.so",
                        "LoadModule authz_core_module " + MODULES + "authz_core.so",
                        "LoadModule alias_module " + MODULES + "alias.so",
                        "LoadModule ssl_module " + MODULES + "ssl.so",
                        "ServerName www.lab.example.com",
                        "Listen 127.0.0.1:" + port,
                        "DefaultRuntimeDir " + directory,
                        "PidFile httpd.pid",
                        "ErrorLog " + log,
                        "LogLevel info",
                        "User nobody",
                        "SSLEngine on",
                        "SSLSessionCache none",
                        "SSLCertificateFile " + name + ".pem",
                        "SSLCertificateKeyFile " + name + "-key.pem",
                        "SSLCertificateChainFile issuing.pem",
                        "SSLCACertificateFile issuing-chain.pem",
                        "SSLVerifyClient require",
                        "SSLVerifyDepth 2",
                        "SSLCARevocationFile crls.pem",
                        "SSLCARevocationCheck chain",
                        "Redirect 204 /",
                        ""));
        Daemon daemon = Daemon.start(
                directory,
                directory.resolve("httpd.out"),
                port,
                List.of("/usr/sbin/apache2", "-X", "-f", configuration.toString()));
        return new Httpd(daemon, log, port);
    }

    int port() {
        return port;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        daemon.close();
    }
}
