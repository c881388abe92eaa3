package dev.chancery.db;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which certificates were acknowledged and are not committed yet, so that only readers of those have to wait. */
final class Unsettled {
    private final Set<String> serials = ConcurrentHashMap.newKeySet();
    private final Set<String> serialsOfIssuers = ConcurrentHashMap.newKeySet();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Deque<Mark> order = new ArrayDeque<>();

    /** What it is found by; the certificate itself need not be kept. */
    private record Mark(String issuer, String serial, Optional<String> key) {
        static Mark of(IssuedCertificate certificate) {
            return new Mark(
                    certificate.event().issuer(),
                    certificate.serial(),
                    certificate
                            .event()
                            .idempotencyKey()
                            .map(key -> owned(certificate.event().requester(), key)));
        }
    }

    /** Before they are acknowledged. */
    void add(List<IssuedAt> certificates) {
        for (IssuedAt issued : certificates) {
            Mark mark = Mark.of(issued.certificate());
            serials.add(mark.serial());
            serialsOfIssuers.add(owned(mark.issuer(), mark.serial()));
            mark.key().ifPresent(keys::add);
            synchronized (order) {
                order.add(mark);
            }
        }
    }

    /** The eldest so many are committed. */
    void settled(long count) {
        for (long i = 0; i < count; i++) {
            Mark mark;
            synchronized (order) {
                mark = order.remove();
            }
            serials.remove(mark.serial());
            serialsOfIssuers.remove(owned(mark.issuer(), mark.serial()));
            mark.key().ifPresent(keys::remove);
        }
    }

    boolean serial(String serial) {
        return serials.contains(serial);
    }

    /** Whether this CA issued it. Then it is not revoked: whatever revokes waits until there is nothing unsettled. */
    boolean serialOf(String issuer, String serial) {
        return serialsOfIssuers.contains(owned(issuer, serial));
    }

    boolean key(String requester, String key) {
        return keys.contains(owned(requester, key));
    }

    private static String owned(String owner, String key) {
        return owner + "\n" + key;
    }
}
