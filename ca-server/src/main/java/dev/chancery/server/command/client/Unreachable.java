package dev.chancery.server.command.client;

import dev.chancery.server.command.report.CommandFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why there was no answer, and what to do about it. */
final class Unreachable {
    private Unreachable() {}

    static CommandFailedException explain(IOException failure, URI tried, ServerAddress server) {
        if (failure instanceof SSLException) {
            return distrust(failure, tried, server);
        }
        StringBuilder text = new StringBuilder("The server at ")
                .append(origin(tried))
                .append(" (from ")
                .append(server.foundIn())
                .append(") does not answer: ")
                .append(reason(failure));
        if (!server.start().isEmpty()) {
            text.append("\nStart it: ").append(server.start());
        }
        return CommandFailedException.notReachable(text.toString());
    }

    private static String reason(IOException failure) {
        if (failure instanceof HttpTimeoutException) {
            return "it took too long.";
        }
        if (cause(failure, UnresolvedAddressException.class).isPresent()
                || cause(failure, UnknownHostException.class).isPresent()) {
            return "its host name is not known here.";
        }
        if (failure instanceof ConnectException) {
            return "nothing listens there.";
        }
        String message = failure.getMessage();
        return message == null ? "the connection broke." : message + ".";
    }

    /** Reached, but not believed: waiting will not help, so this is not "not reachable". */
    private static CommandFailedException distrust(IOException failure, URI tried, ServerAddress server) {
        if (cause(failure, CertificateExpiredException.class).isPresent()
                || cause(failure, CertificateNotYetValidException.class).isPresent()) {
            return CommandFailedException.refused("The certificate of " + origin(tried)
                    + " is not valid now. Is the clock of this machine right? If it is, start the server again.");
        }
        if (cause(failure, CertPathBuilderException.class).isPresent()
                || String.valueOf(deepest(failure).getMessage()).contains("trust anchor")) {
            return CommandFailedException.refused(
                    server.roots().isEmpty() ? unknownRoot(tried) : otherRoot(tried, server));
        }
        return cause(failure, CertificateException.class)
                .map(wrongName -> CommandFailedException.refused("The certificate of " + origin(tried)
                        + " is not for that name (" + wrongName.getMessage()
                        + "). Use a name that is in it, such as the server's host name."))
                .orElseGet(() -> CommandFailedException.refused(
                        "No TLS connection to " + origin(tried) + ": " + failure.getMessage() + "."));
    }

    private static String unknownRoot(URI tried) {
        return "The certificate of " + origin(tried) + " comes from a CA that this machine does not trust."
                + "\nFetch the root:      curl -o root.pem http://" + tried.getHost() + "/ca/root.pem"
                + "\nCompare:             openssl x509 -in root.pem -noout -fingerprint -sha256"
                + "\n                     with the fingerprint that the server printed when it started"
                + "\nIf they are equal:   --ca-file root.pem";
    }

    private static String otherRoot(URI tried, ServerAddress server) {
        return "The server at " + origin(tried) + " shows a certificate from another CA than expected (the root with"
                + " SHA-256 " + server.roots().get(0).fingerprint().colonHex() + ", from " + server.foundIn()
                + ").\nAnother program may listen there now. Look which one, or start the server again.";
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
