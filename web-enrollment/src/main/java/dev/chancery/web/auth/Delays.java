package dev.chancery.web.auth;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes guessing slow: a growing delay per account and address, per address, and per account (SECURITY.md rule 20).
 *
 * <p>The delay per account is short and does not bind addresses from which the account has signed in before, nor this
 * machine itself: whoever guesses from elsewhere cannot keep its owner out for good. Nothing here asks whether an account
 * exists.
 */
final class Delays {
    private static final int MAXIMUM_KNOWN = 10_000;

    private final FailureCounts pairs;
    private final FailureCounts addresses;
    private final FailureCounts accounts;
    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAXIMUM_KNOWN;
        }
    };

    Delays(Clock clock) {
        this.pairs = new FailureCounts(clock, 3, Duration.ofMinutes(15));
        this.addresses = new FailureCounts(clock, 20, Duration.ofMinutes(15));
        this.accounts = new FailureCounts(clock, 10, Duration.ofSeconds(30));
    }

    /**
     * How long to wait; zero lets the try through. It counts as failed from this moment until {@link #succeeded}, so that
     * many tries at once do not slip in before the first has failed.
     */
    synchronized Duration attempt(String account, String address) {
        String network = network(address);
        String pair = account + " " + network;
        Duration wait = Stream.of(
                        pairs.wait(pair),
                        addresses.wait(network),
                        trusted(pair, network) ? Duration.ZERO : accounts.wait(account))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            pairs.add(pair);
            addresses.add(network);
            accounts.add(account);
        }
        return wait;
    }

    synchronized void succeeded(String account, String address) {
        String network = network(address);
        String pair = account + " " + network;
        pairs.clear(pair);
        // Not cleared: an attacker with an account of their own would start afresh each time.
        addresses.subtract(network);
        accounts.subtract(account);
        known.put(pair, true);
    }

    private boolean trusted(String pair, String network) {
        return known.containsKey(pair) || network.startsWith("127.");
    }

    /** IPv6 hands out a /64 to each subscriber, so that is what counts as one address. */
    static String network(String address) {
        String bare = address.replaceAll("[\\[\\]]|%.*", "");
        if (!bare.contains(":")) {
            return bare;
        }
        try {
            InetAddress parsed = InetAddress.getByName(bare);
            byte[] octets = parsed.getAddress();
            return parsed.isLoopbackAddress() ? "127.0.0.1" : HexFormat.of().formatHex(octets, 0, octets.length / 2);
        } catch (UnknownHostException e) {
            return bare;
        }
    }
}
