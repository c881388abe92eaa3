package dev.chancery.publisher.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.naming.NamingException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS for {@code ldaps:}, with a trust of the target's own. JNDI takes the name of a class here and asks it for a factory
 * on the thread that connects, so what a target trusts is tied to its thread, for as long as it connects. Public since JNDI
 * demands it; nobody else has a use for it.
 */
public final class LdapSockets extends SocketFactory {
    private static final ThreadLocal<SSLSocketFactory> TRUST = new ThreadLocal<>();

    private final SSLSocketFactory trust;

    private LdapSockets(SSLSocketFactory trust) {
        this.trust = trust;
    }

    /** What is done while a trust holds. */
    @FunctionalInterface
    interface Connecting {
        void run() throws NamingException;
    }

    static void use(SSLSocketFactory trust, Connecting connecting) throws NamingException {
        TRUST.set(trust);
        try {
            connecting.run();
        } finally {
            TRUST.remove();
        }
    }

    /** Called by JNDI. */
    public static SocketFactory getDefault() {
        SSLSocketFactory trust = TRUST.get();
        if (trust == null) {
            throw new IllegalStateException("a connection to LDAP by TLS without anything to trust");
        }
        return new LdapSockets(trust);
    }

    /** JNDI connects it itself, within its time, and checks the server's name. */
    @Override
    public Socket createSocket() throws IOException {
        return trust.createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return trust.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return trust.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return trust.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return trust.createSocket(host, port, local, localPort);
    }
}
