package dev.chancery.web;

import dev.chancery.core.memory.SampleAuthority;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty on loopback: the secure handler behind TLS, the plain one without. */
final class TestServer implements AutoCloseable {
    private final Server secure;
    private final Server plain;

    TestServer(SampleAuthority authority, WebEnrollment web) throws Exception {
        secure = tls(authority, web.secure());
        plain = new Server(0);
        plain.setHandler(web.plain());
        plain.start();
    }

    /** One server for one handler. */
    static Server tls(SampleAuthority authority, Handler handler) throws Exception {
        SslContextFactory.Server tls = new TakesAnyClientCertificate();
        tls.setKeyStore(Keys.localhost(authority));
        tls.setKeyStorePassword("");
        tls.setWantClientAuth(true);
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer(false));
        http.setSendServerVersion(false);
        Server server = new Server();
        server.addConnector(new ServerConnector(
                server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http)));
        server.setHandler(handler);
        server.start();
        return server;
    }

    /** The handshake proves possession only; who it is, the ledger says. */
    private static final class TakesAnyClientCertificate extends SslContextFactory.Server {
        @Override
        protected TrustManager[] getTrustManagers(KeyStore trustStore, Collection<? extends CRL> crls) {
            return new TrustManager[] {new Keys.TrustsEverybody()};
        }
    }

    URI secureUri() {
        return URI.create("https://localhost:" + ((ServerConnector) secure.getConnectors()[0]).getLocalPort());
    }

    URI plainUri() {
        return URI.create("http://localhost:" + ((ServerConnector) plain.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() {
        LifeCycle.stop(secure);
        LifeCycle.stop(plain);
    }
}
