package dev.chancery.server;

import java.net.URI;
import java.util.Optional;

/** Where the server listens, and its address in certificates. */
record ServerSettings(Optional<String> bind, int httpPort, int httpsPort, Optional<URI> publicUrl) {
    ServerSettings {
        checkPort(httpPort);
        checkPort(httpsPort);
        publicUrl.ifPresent(ServerSettings::checkPublicUrl);
    }

    public static ServerSettings defaults() {
        return new ServerSettings(Optional.empty(), 8080, 8443, Optional.empty());
    }

    /** The base of CDP and AIA addresses must be fetchable without TLS (RFC 5280 §8: no circular dependencies). */
    static void checkPublicUrl(URI url) {
        if (!"http".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("the public URL \"" + url
                    + "\" must be plain http with a host, as in http://pki.example.com: a revocation check that needs"
                    + " HTTPS would depend on itself");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the public URL \"" + url + "\" has a query, a fragment or a user name; leave them out");
        }
    }

    private static void checkPort(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }
}
