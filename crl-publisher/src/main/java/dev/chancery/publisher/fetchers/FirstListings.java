package dev.chancery.publisher.fetchers;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.SerialNumber;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which CRL was the first that lists a revoked certificate. The times of the CRLs published since the start narrow it down to
 * one or two, whose octets decide: a revocation and a CRL of the same second may have come in either order. A delta CRL of a
 * later second counts as well; in one of the same second the entry may be the end of an earlier hold.
 */
public final class FirstListings {
    private static final int MOST = 4096;

    /** The first may have been made just before; the next one lists it, unless it has expired since. */
    private static final int MOST_READ = 3;

    private final Octets octets;
    private final Map<String, Deque<Published>> published = new ConcurrentHashMap<>();

    /** Where published CRLs are read again, by the name under which they are published. */
    @FunctionalInterface
    public interface Octets {
        Optional<CrlOctets> find(String publication, CrlNumber number);
    }

    private record Published(CrlNumber number, Instant signedAt, String publication, boolean delta) {
        boolean mayBeFirst(Instant second) {
            return !signedAt.isBefore(delta ? second.plusSeconds(1) : second);
        }
    }

    public FirstListings(Octets octets) {
        this.octets = octets;
    }

    public void published(SignedCrl crl) {
        Deque<Published> known = published.computeIfAbsent(sequence(crl), name -> new ArrayDeque<>());
        synchronized (known) {
            known.add(new Published(
                    crl.number(), crl.signedAt(), crl.publication(), crl.scope() instanceof CrlScope.Delta));
            if (known.size() > MOST) {
                known.removeFirst();
            }
        }
    }

    /** Full and delta CRLs share their numbers, partitions have their own. */
    private static String sequence(SignedCrl crl) {
        return crl.scope() instanceof CrlScope.Partition ? crl.publication() : crl.issuer();
    }

    /**
     * The number of the first CRL since the start that lists the certificate; every later one does too, as long as it is
     * revoked. Empty when none does yet.
     *
     * @param publication {@code issuing}, {@code issuing-3}
     */
    public Optional<CrlNumber> find(String publication, SerialNumber serial, Instant revokedAt) {
        Instant second = revokedAt.truncatedTo(ChronoUnit.SECONDS);
        byte[] wanted = encoded(serial);
        return candidates(publication).stream()
                .filter(crl -> crl.mayBeFirst(second))
                .limit(MOST_READ)
                .filter(crl -> octets.find(crl.publication(), crl.number())
                        .filter(found -> contains(found.buffer(), wanted))
                        .isPresent())
                .map(Published::number)
                .findFirst();
    }

    private List<Published> candidates(String publication) {
        Deque<Published> known = published.getOrDefault(publication, new ArrayDeque<>());
        synchronized (known) {
            return new ArrayList<>(known);
        }
    }

    /** The INTEGER as it stands in a CRL entry. Our serials are random enough to occur nowhere else. */
    private static byte[] encoded(SerialNumber serial) {
        byte[] value = serial.value().toByteArray();
        byte[] encoded = new byte[value.length + 2];
        encoded[0] = 2;
        encoded[1] = (byte) value.length;
        System.arraycopy(value, 0, encoded, 2, value.length);
        return encoded;
    }

    private static boolean contains(ByteBuffer crl, byte[] wanted) {
        int last = crl.limit() - wanted.length;
        for (int at = 0; at <= last; at++) {
            if (crl.get(at) == wanted[0] && crl.get(at + 1) == wanted[1] && matches(crl, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(ByteBuffer crl, int at, byte[] wanted) {
        for (int i = 2; i < wanted.length; i++) {
            if (crl.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
