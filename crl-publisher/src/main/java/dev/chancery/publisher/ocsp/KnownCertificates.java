package dev.chancery.publisher.ocsp;

import dev.chancery.core.x509.Der;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that were asked about lately, by CertID as asked. Bounded: when the younger half is full, it becomes the
 * elder one, and what nobody has asked for since the last time goes.
 */
final class KnownCertificates {
    private final int half;
    private volatile Halves halves = new Halves(0, Map.of());

    /** @param turn how many there were before */
    private record Halves(long turn, Map<Der, Known> younger, Map<Der, Known> elder, AtomicInteger count) {
        Halves(long turn, Map<Der, Known> elder) {
            this(turn, new ConcurrentHashMap<>(), elder, new AtomicInteger());
        }
    }

    /** @param most at once */
    KnownCertificates(int most) {
        this.half = Math.max(1, most / 2);
    }

    @Nullable
    Known find(Der certId) {
        Halves now = halves;
        Known found = now.younger.get(certId);
        if (found != null) {
            return found;
        }
        found = now.elder.get(certId);
        if (found != null) {
            put(certId, found);
        }
        return found;
    }

    void put(Der certId, Known known) {
        Halves now = halves;
        if (now.younger.put(certId, known) == null && now.count.incrementAndGet() >= half) {
            turn(now);
        }
    }

    private synchronized void turn(Halves full) {
        if (halves.turn == full.turn) {
            halves = new Halves(full.turn + 1, full.younger);
        }
    }

    long size() {
        Halves now = halves;
        return now.younger.size() + (long) now.elder.size();
    }
}
