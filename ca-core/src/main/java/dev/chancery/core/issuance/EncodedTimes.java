package dev.chancery.core.issuance;

import dev.chancery.core.x509.X509Time;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Times of certificates as encoded last: those made within one second have the same two, and Bouncy Castle makes a date
 * format for each, which takes longer than the rest of a draft. Thread-safe without a lock: an entry that another thread
 * replaces is made again.
 */
final class EncodedTimes {
    /** Enough for the two ends of a few profiles; a power of two. */
    private static final int SLOTS = 32;

    private final AtomicReferenceArray<Encoded> recent = new AtomicReferenceArray<>(SLOTS);

    private record Encoded(Instant instant, ASN1Primitive time) {}

    ASN1Primitive encoded(Instant instant) {
        int slot = instant.hashCode() & SLOTS - 1;
        Encoded known = recent.get(slot);
        if (known == null || !known.instant.equals(instant)) {
            known = new Encoded(instant, X509Time.time(instant));
            recent.set(slot, known);
        }
        return known.time;
    }
}
