package dev.chancery.publisher.fetchers;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One client's visits about one CA. Two requests at the same moment may be counted in either order. */
final class Visits {
    private final AtomicLong crls = new AtomicLong();
    private final AtomicLong ocsps = new AtomicLong();
    private volatile @Nullable FetchedCrl crl;
    private volatile long crlAt;
    private volatile long ocspAt;

    void crl(FetchedCrl fetched, long now) {
        Optional<FetchedCrl> known = FetchedCrl.known(Optional.ofNullable(crl), fetched);
        if (known.isPresent()) {
            crl = known.get();
        }
        crlAt = now;
        crls.incrementAndGet();
    }

    void ocsp(long now) {
        ocspAt = now;
        ocsps.incrementAndGet();
    }

    long last() {
        return Math.max(crlAt, ocspAt);
    }

    Fetcher of(InetAddress client, OptionalInt partition) {
        return new Fetcher(
                client, partition, Optional.ofNullable(crl), instant(crlAt), crls.get(), instant(ocspAt), ocsps.get());
    }

    private static Optional<Instant> instant(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
