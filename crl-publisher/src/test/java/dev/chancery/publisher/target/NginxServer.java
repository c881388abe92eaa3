package dev.chancery.publisher.target;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** nginx that takes PUT below {@code /pki/}. */
final class NginxServer implements AutoCloseable {
    private final Daemon daemon;
    private final String scheme;

    private NginxServer(Daemon daemon, String scheme) {
        this.daemon = daemon;
        this.scheme = scheme;
    }

    /** @param user empty: anybody may write */
    static NginxServer start(Path work, String user, String password) throws IOException {
        return start(work, user, password, "http", "");
    }

    /** By https, to everybody. */
    static NginxServer start(Path work, SampleTls tls) throws IOException {
        String options = "ssl_certificate " + tls.certificate() + "; ssl_certificate_key " + tls.key() + ";";
        return start(work, "", "", "https", options);
    }

    private static NginxServer start(Path work, String user, String password, String scheme, String tls)
            throws IOException {
        Path home = Files.createDirectories(work.resolve("nginx"));
        Files.createDirectories(home.resolve("www/pki"));
        int port = Daemon.freePort();
        Files.writeString(home.resolve("users"), user + ":{SHA}" + sha(password) + "\n");
        String only = user.isEmpty()
                ? ""
                : "limit_except GET { auth_basic pki; auth_basic_user_file " + home.resolve("users") + "; }";
        Files.writeString(
                home.resolve("nginx.conf"), """
                daemon off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log; user root;
                events { worker_connections 64; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                  client_max_body_size 100m;
                  server {
                    listen 127.0.0.1:%2$d%5$s; root %1$s/www; %4$s
                    location /pki/ { dav_methods PUT; create_full_put_path on; %3$s }
                  }
                }
                """.formatted(home, port, only, tls, tls.isEmpty() ? "" : " ssl"));
        return new NginxServer(
                Daemon.start(home, port, List.of("/usr/sbin/nginx", "-p", home + "/", "-c", home + "/nginx.conf")),
                scheme);
    }

    private static String sha(String password) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    URI url(String path) {
        return URI.create(scheme + "://127.0.0.1:" + daemon.port() + path);
    }

    @Override
    public void close() {
        daemon.close();
    }
}
