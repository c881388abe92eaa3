package dev.chancery.publisher.target;

import java.io.IOException;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;
import javax.naming.ldap.StartTlsRequest;
import javax.naming.ldap.StartTlsResponse;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * How an LDAP server is reached: in clear, by TLS from the first octet ({@code ldaps:}), or by StartTLS (RFC 4511 §4.14,
 * RFC 4513 §3), in which case nothing but the wish for TLS goes over the line in clear.
 *
 * @param address {@code ldap://host/cn={ca},ou=pki,dc=example,dc=com}
 */
record LdapConnection(String address, Optional<Credentials> credentials, boolean startTls, TrustedCas trusted) {
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "60000";

    /** Works with a directory; whatever it throws is for {@link LdapTarget} to explain. */
    @FunctionalInterface
    interface Work {
        void with(LdapContext directory) throws NamingException;
    }

    String server() {
        return address.substring(0, slash());
    }

    String entry(String ca) {
        return address.substring(slash() + 1).replace("{ca}", ca);
    }

    private int slash() {
        return address.indexOf('/', "ldaps://".length());
    }

    void open(Work work) throws NamingException, TargetException {
        if (startTls) {
            startTls(work);
            return;
        }
        Hashtable<String, String> environment = environment();
        bind(environment);
        if (address.startsWith("ldaps:")) {
            environment.put("java.naming.ldap.factory.socket", LdapSockets.class.getName());
            LdapSockets.use(sockets(), () -> with(new InitialLdapContext(environment, null), work));
        } else {
            with(new InitialLdapContext(environment, null), work);
        }
    }

    private static void with(LdapContext directory, Work work) throws NamingException {
        try {
            work.with(directory);
        } finally {
            directory.close();
        }
    }

    private void startTls(Work work) throws NamingException, TargetException {
        SSLSocketFactory sockets = sockets();
        LdapContext directory = new InitialLdapContext(environment(), null);
        try {
            StartTlsResponse tls = asked(directory);
            try {
                tls.negotiate(sockets);
                Map<String, String> who = new LinkedHashMap<>();
                bind(who);
                for (var setting : who.entrySet()) {
                    directory.addToEnvironment(setting.getKey(), setting.getValue());
                }
                work.with(directory);
            } finally {
                tls.close();
            }
        } catch (SSLException e) {
            throw new TargetException(server() + trusted.refused(e));
        } catch (IOException e) {
            throw unreachable(e);
        } finally {
            directory.close();
        }
    }

    private StartTlsResponse asked(LdapContext directory) throws NamingException, TargetException {
        try {
            return (StartTlsResponse) directory.extendedOperation(new StartTlsRequest());
        } catch (NamingException e) {
            if (String.valueOf(e.getMessage()).contains("LDAP: error code")) {
                throw new TargetException(server() + " does not take StartTLS: " + e.getMessage());
            }
            throw e;
        }
    }

    private static CommunicationException unreachable(IOException cause) {
        CommunicationException unreachable = new CommunicationException(cause.getMessage());
        unreachable.setRootCause(cause);
        return unreachable;
    }

    private SSLSocketFactory sockets() throws TargetException {
        return trusted.context().getSocketFactory();
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing else.
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, server());
        environment.put("com.sun.jndi.ldap.connect.timeout", CONNECT_MILLIS);
        environment.put("com.sun.jndi.ldap.read.timeout", ANSWER_MILLIS);
        // A server that points elsewhere is not followed: the password is for this one.
        environment.put(Context.REFERRAL, "ignore");
        return environment;
    }

    private void bind(Map<String, String> environment) throws TargetException {
        if (credentials.isPresent()) {
            environment.put(Context.SECURITY_AUTHENTICATION, "simple");
            environment.put(Context.SECURITY_PRINCIPAL, credentials.get().user());
            environment.put(
                    Context.SECURITY_CREDENTIALS,
                    new String(credentials.get().password().reveal()));
        }
    }
}
