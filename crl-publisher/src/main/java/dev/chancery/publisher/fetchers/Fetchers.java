package dev.chancery.publisher.fetchers;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A bounded table of who has fetched what, in memory since the start: one entry per client, CA and partition, OCSP with the
 * full CRL. When it is full, the tenth part that was here longest ago
 * makes room, so that room is made seldom.
 */
public final class Fetchers {
    private final int most;
    private final Clock clock;
    private final Map<Key, Visits> visits = new ConcurrentHashMap<>();
    private final AtomicBoolean makingRoom = new AtomicBoolean();

    private record Key(InetAddress client, String issuer, OptionalInt partition) {}

    /** @param most entries, one per client and CA; 0 remembers nothing */
    public Fetchers(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    public boolean remembers() {
        return most > 0;
    }

    /** A client has the whole of this CRL now, full or delta. */
    public void crl(InetAddress client, FetchedCrl crl) {
        if (remembers()) {
            visits(client, crl.issuer(), crl.partition()).crl(crl, clock.millis());
        }
    }

    /** A client was told the status of a certificate of this CA. */
    public void ocsp(InetAddress client, String issuer) {
        if (remembers()) {
            visits(client, issuer, OptionalInt.empty()).ocsp(clock.millis());
        }
    }

    /** Everybody who is remembered to have asked about a CA, of all its partitions, newest first. */
    public List<Fetcher> of(String issuer) {
        return visits.entrySet().stream()
                .filter(entry -> entry.getKey().issuer().equals(issuer))
                .map(entry -> entry.getValue()
                        .of(entry.getKey().client(), entry.getKey().partition()))
                .sorted(Comparator.comparing(Fetcher::last).reversed())
                .toList();
    }

    public int size() {
        return visits.size();
    }

    private Visits visits(InetAddress client, String issuer, OptionalInt partition) {
        Key key = new Key(client, issuer, partition);
        Visits known = visits.get(key);
        if (known != null) {
            return known;
        }
        if (visits.size() >= most) {
            makeRoom();
        }
        return visits.computeIfAbsent(key, fresh -> new Visits());
    }

    private void makeRoom() {
        if (!makingRoom.compareAndSet(false, true)) {
            return;
        }
        try {
            long[] times = visits.values().stream().mapToLong(Visits::last).toArray();
            if (times.length >= most) {
                Arrays.sort(times);
                long cut = times[Math.min(times.length - 1, times.length - most + most / 10)];
                visits.values().removeIf(visit -> visit.last() <= cut);
            }
        } finally {
            makingRoom.set(false);
        }
    }
}
