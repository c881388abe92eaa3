package dev.chancery.server;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.x509.Der;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Who may read the metrics: this machine, the local token, and tokens of accounts that may. */
final class MetricsAccess implements Predicate<Request> {
    private static final String BEARER = "Bearer ";

    private final LocalToken local;
    private final Accounts accounts;
    private final AccessPolicy access;
    private final Clock clock;

    MetricsAccess(LocalToken local, Accounts accounts, AccessPolicy access, Clock clock) {
        this.local = local;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public boolean test(Request request) {
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        if (remote instanceof InetSocketAddress address && isLoopback(address.getAddress())) {
            return true;
        }
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            return false;
        }
        String hash = Der.ofOwned(header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8))
                .sha256()
                .hex();
        return MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII),
                        local.sha256Hex().getBytes(StandardCharsets.US_ASCII))
                || accounts.findByTokenSha256(hash)
                        .filter(account -> !account.disabled() && inForce(account, hash))
                        .map(account -> mayRead(account))
                        .orElse(false);
    }

    private boolean inForce(Account account, String hash) {
        return account.tokens().stream()
                .filter(token -> token.sha256Hex().equals(hash))
                .anyMatch(token -> token.expires()
                        .map(end -> clock.instant().isBefore(end))
                        .orElse(true));
    }

    private boolean mayRead(Account account) {
        Requester requester = accounts.requester(account, "token");
        return access.decide(requester, Permission.READ_METRICS, AccessPolicy.AccessObject.any())
                .fold(permit -> true, reason -> false);
    }

    private static boolean isLoopback(@org.jspecify.annotations.Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}
