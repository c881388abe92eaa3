package dev.chancery.db;

import dev.chancery.core.ledger.CertificateRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes along an index, in steps that grow, until enough is found or so many entries were looked at. Nearly always the first
 * step fills a page. Where hardly any certificate fits, be it that filters exclude each other or that one excludes nearly all
 * there are, the way could be one through millions of rows.
 */
final class Walk {
    /** Entries for a page, where hardly any of them fits; few enough that nobody waits long for an empty one. */
    static final int MOST = 30_000;

    private static final int FIRST_STEP = 1_000;
    private static final int GROWTH = 5;

    private final int most;

    /** @param most entries that are looked at for a page */
    Walk(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    Stretch along(Way way, Optional<Cursor> after, int wanted) {
        return along(way, after, wanted, most);
    }

    /** @param entries that may be looked at, at least one */
    Stretch along(Way way, Optional<Cursor> after, int wanted, int entries) {
        List<CertificateRecord> found = new ArrayList<>();
        Optional<Cursor> here = after;
        int left = entries;
        int step = Math.min(Math.max(FIRST_STEP, 2 * wanted), left);
        while (left > 0) {
            Optional<Cursor> last = way.further(here, step);
            found.addAll(way.between(here, last, wanted - found.size()));
            left -= step;
            if (found.size() >= wanted || last.isEmpty()) {
                return new Stretch(found, Optional.empty(), entries - left);
            }
            here = last;
            step = Math.min(step * GROWTH, left);
        }
        return new Stretch(found, here, entries);
    }
}
