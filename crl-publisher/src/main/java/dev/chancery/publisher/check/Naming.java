package dev.chancery.publisher.check;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What an address tells before anybody fetches it: scheme, port, and where its name leads. */
final class Naming {
    private static final int HTTP_PORT = 80;

    private final Executor threads;
    private final Duration limit;

    /** @param threads a resolver cannot be interrupted, so each question runs on one of these */
    Naming(Executor threads, Duration limit) {
        this.threads = threads;
        this.limit = limit;
    }

    /** Whether there is any point in fetching is told by the absence of faults. */
    List<CheckFinding> judge(CheckedAddress.Kind kind, URI address) {
        List<CheckFinding> findings = new ArrayList<>();
        String what = kind.words();
        if (!"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
            // RFC 5280 §8: a relying party that needs TLS for this may need this for TLS.
            findings.add(CheckFinding.fault(
                    CheckReason.NO_HTTP,
                    "This is no plain http address. Validating servers do not fetch this " + what
                            + ": checking with TLS would depend on itself."));
            return findings;
        }
        if (address.getPort() != -1 && address.getPort() != HTTP_PORT) {
            findings.add(CheckFinding.warning(
                    CheckReason.PORT,
                    "Validating servers that use port 80 only will not reach this " + what + ": its port is "
                            + address.getPort() + ".",
                    address.getPort()));
        }
        resolve(address.getHost(), what, findings);
        return findings;
    }

    private void resolve(String host, String what, List<CheckFinding> findings) {
        CompletableFuture<InetAddress[]> asked = CompletableFuture.supplyAsync(() -> all(host), threads);
        try {
            judge(host, what, asked.get(limit.toMillis(), TimeUnit.MILLISECONDS), findings);
        } catch (TimeoutException e) {
            findings.add(CheckFinding.fault(
                    CheckReason.NAME_TIMEOUT,
                    "The name " + host + " was not resolved within " + limit.toSeconds()
                            + " s: DNS does not answer this server. Whoever asks the same DNS does not reach this "
                            + what + ".",
                    host,
                    limit.toSeconds()));
        } catch (ExecutionException e) {
            findings.add(CheckFinding.fault(
                    CheckReason.NAME_UNKNOWN,
                    "The name " + host + " does not resolve on this server. Enter it in DNS:"
                            + " nobody who asks the same DNS reaches this " + what + ".",
                    host));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            findings.add(CheckFinding.fault(
                    CheckReason.NAME_STOPPED,
                    "The name " + host + " was not looked up, since this server stops.",
                    host));
        }
    }

    private static InetAddress[] all(String host) {
        try {
            return InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private static void judge(String host, String what, InetAddress[] found, List<CheckFinding> findings) {
        if (!Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress)) {
            return;
        }
        boolean everywhere = host.equals("localhost") || host.equals(found[0].getHostAddress()) || host.startsWith("[");
        String address = found[0].getHostAddress();
        findings.add(
                everywhere
                        ? CheckFinding.warning(
                                CheckReason.LOOPBACK,
                                "Only this computer reaches this " + what + ": every other one takes " + host
                                        + " for itself.",
                                host)
                        : CheckFinding.warning(
                                CheckReason.LOOPBACK_NAME,
                                "On this computer the name " + host + " leads to the computer itself (" + address
                                        + "), so this check cannot tell whether others reach this " + what + ".",
                                host,
                                address));
    }
}
