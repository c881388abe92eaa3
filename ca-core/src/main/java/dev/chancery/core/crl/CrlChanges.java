package dev.chancery.core.crl;

import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlEntryCursor;
import dev.chancery.core.x509.SerialNumber;
import java.util.ArrayList;
import java.util.List;

/** Finds what one full CRL lists that another did not, or lists otherwise, or lists no more: by one walk over both. */
public final class CrlChanges {
    private CrlChanges() {}

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
     * @param previous the number of the one before
     * @param most so many serials of each kind are named
     * @throws IllegalArgumentException when one of them is no CRL, or its entries are in another order
     */
    public static CrlDifference between(CrlNumber previous, CrlOctets before, CrlOctets after, int most) {
        Found added = new Found(most);
        Found changed = new Found(most);
        Found removed = new Found(most);
        CrlEntryCursor was = CrlContent.read(before.buffer()).entries();
        CrlEntryCursor is = CrlContent.read(after.buffer()).entries();
        boolean hadMore = next(was);
        boolean hasMore = next(is);
        while (hadMore || hasMore) {
            int order = !hadMore ? 1 : !hasMore ? -1 : was.compareSerial(is);
            if (order < 0) {
                removed.add(was);
            } else if (order > 0) {
                added.add(is);
            } else if (!was.sameOctets(is)) {
                changed.add(is);
            }
            hadMore = order <= 0 ? next(was) : hadMore;
            hasMore = order >= 0 ? next(is) : hasMore;
        }
        return new CrlDifference(previous.value(), added.all(), changed.all(), removed.all());
    }

    private static boolean next(CrlEntryCursor entry) {
        boolean more = entry.next();
        if (more && !entry.ascends()) {
            throw new IllegalArgumentException("its entries are not by rising serial: software of others made it");
        }
        return more;
    }
}
