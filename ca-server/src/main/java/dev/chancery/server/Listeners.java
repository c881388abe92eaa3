package dev.chancery.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The two listeners: plain HTTP for validating servers and for people who need to trust the CA, HTTPS for enrolment and
 * administration. Each is a server with a thread pool of its own, so that neither waits for the other (SECURITY.md rule
 * 23), and so that Jetty, which asks a whole server whether its handlers may block, serves CRLs on the thread that reads
 * the request.
 */
final class Listeners implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final long STOP_MILLIS = 15_000;
    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(2);
    private static final Duration HEADER = Duration.ofSeconds(20);
    private static final int MOST_CONNECTIONS = 10_000;

    private final Server plainServer;
    private final Server secureServer;
    private final List<ReservedPort> reserved;
    private final HeaderDeadline headers;
    private final ServerConnector plain;
    private final ServerConnector secure;

    Listeners(Optional<String> bind, ReservedPort httpPort, ReservedPort httpsPort, SslContextFactory.Server tls) {
        this.reserved = List.of(httpPort, httpsPort);
        this.plainServer = new Server(pool("http", 32));
        this.secureServer = new Server(pool("https", 128));
        this.plain = new ServerConnector(
                plainServer, null, null, null, 1, 1, new HttpConnectionFactory(baseConfiguration()));
        this.secure = secureConnector(tls);
        configure(plain, bind, httpPort.number());
        configure(secure, bind, httpsPort.number());
        this.headers = new HeaderDeadline(secureServer.getScheduler(), HEADER);
        int most = Math.min(MOST_CONNECTIONS, FileLimit.ofThisProcess().forConnections() / 2);
        for (ServerConnector connector : List.of(plain, secure)) {
            Server server = connector.getServer();
            server.addConnector(connector);
            server.setStopTimeout(STOP_MILLIS);
            server.setErrorHandler(new BareErrors());
            connector.addBean(headers);
            NetworkConnectionLimit limit = new NetworkConnectionLimit(most, connector);
            // When all are taken, those that say nothing give way.
            limit.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
            server.addBean(limit);
        }
    }

    /** Starts to accept; from here on the handlers must be ready. */
    void accept(Handler onPlain, Handler onSecure) {
        plainServer.setHandler(new GracefulHandler(onPlain));
        secureServer.setHandler(new GracefulHandler(onSecure));
        reserved.forEach(ReservedPort::close);
        try {
            plainServer.start();
            secureServer.start();
            headers.watch();
        } catch (Exception e) {
            throw new StartRefusedException("The listeners could not be opened: " + e.getMessage(), e);
        }
    }

    int httpPort() {
        return plain.getLocalPort();
    }

    int httpsPort() {
        return secure.getLocalPort();
    }

    /** For metrics. */
    List<QueuedThreadPool> pools() {
        return List.of((QueuedThreadPool) secureServer.getThreadPool(), (QueuedThreadPool) plainServer.getThreadPool());
    }

    /** For metrics: connections over both listeners, and those that were closed since their headers did not come. */
    HeaderDeadline headers() {
        return headers;
    }

    /** Waits for the answers that are under way. */
    @Override
    public void close() {
        CompletableFuture<Void> plainStops = CompletableFuture.runAsync(() -> stop(plainServer));
        try {
            stop(secureServer);
        } finally {
            plainStops.join();
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("a listener did not stop cleanly", e);
        }
    }

    private ServerConnector secureConnector(SslContextFactory.Server tls) {
        HttpConfiguration configuration = baseConfiguration();
        SecureRequestCustomizer customizer = new SecureRequestCustomizer();
        // People reach a lab server by address or by a name that is not in the certificate yet; the browser judges
        // that.
        customizer.setSniHostCheck(false);
        configuration.addCustomizer(customizer);
        HttpConnectionFactory http1 = new HttpConnectionFactory(configuration);
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        return new ServerConnector(
                secureServer, 1, 1, new SslConnectionFactory(tls, alpn.getProtocol()), alpn, http2, http1);
    }

    private static HttpConfiguration baseConfiguration() {
        HttpConfiguration configuration = new HttpConfiguration();
        // Fields that a client repeats would be kept for it, in 97 KiB of heap per connection.
        configuration.setHeaderCacheSize(0);
        // The base64 of an OCSP GET holds %2F and doubled slashes (RFC 6960 appendix A.1; TRAPS.md "Jetty").
        // On the HTTPS listener whatever is not for OCSP meets StrictPaths.
        configuration.setUriCompliance(UriCompliance.DEFAULT.with(
                "OCSP-GET",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setRequestHeaderSize(16 * 1024);
        return configuration;
    }

    private static void configure(ServerConnector connector, Optional<String> bind, int port) {
        bind.ifPresent(connector::setHost);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(512);
    }

    private static QueuedThreadPool pool(String name, int most) {
        QueuedThreadPool pool = new QueuedThreadPool(most, 4, (int) IDLE.toMillis());
        pool.setName(name);
        return pool;
    }
}
