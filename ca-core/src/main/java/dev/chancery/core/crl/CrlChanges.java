package dev.chancery.core.crl;

import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlEntryCursor;
import dev.chancery.core.x509.SerialNumber;
import java.util.ArrayList;
import java.util.List;

/** What one full CRL lists that another did not, or lists otherwise, or lists no more: by one walk over both. */
public record CrlChanges(Certificates added, Certificates changed, Certificates removed) {
    /**
     * Some certificates.
     *
     * @param first the first of them by serial; there may be more
     */
    public record Certificates(int count, List<SerialNumber> first) {
        public Certificates {
            first = List.copyOf(first);
        }
    }

    private static final class Found {
        private final int most;
        private final List<SerialNumber> first = new ArrayList<>();
        private int count;

        Found(int most) {
            this.most = most;
        }

        void add(CrlEntryCursor entry) {
            count++;
            if (first.size() < most) {
                first.add(new SerialNumber(entry.serial()));
            }
        }

        Certificates all() {
            return new Certificates(count, first);
        }
    }

    /**
     * Compares two CRLs of our own, whose entries are by rising serial.
     *
     * @param most so many serials of each kind are named
     * @throws IllegalArgumentException when one of them is no CRL
     */
    public static CrlChanges between(CrlOctets before, CrlOctets after, int most) {
        Found added = new Found(most);
        Found changed = new Found(most);
        Found removed = new Found(most);
        CrlEntryCursor was = CrlContent.read(before.buffer()).entries();
        CrlEntryCursor is = CrlContent.read(after.buffer()).entries();
        boolean hadMore = was.next();
        boolean hasMore = is.next();
        while (hadMore || hasMore) {
            int order = !hadMore ? 1 : !hasMore ? -1 : was.compareSerial(is);
            if (order < 0) {
                removed.add(was);
            } else if (order > 0) {
                added.add(is);
            } else if (!was.sameOctets(is)) {
                changed.add(is);
            }
            hadMore = order <= 0 ? was.next() : hadMore;
            hasMore = order >= 0 ? is.next() : hasMore;
        }
        return new CrlChanges(added.all(), changed.all(), removed.all());
    }
}
