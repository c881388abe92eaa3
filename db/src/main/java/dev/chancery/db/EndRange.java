package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.util.Optional;

/** When the certificates of a query end, in microseconds: {@code before} is not included. */
record EndRange(long from, long before) {
    static EndRange of(CertificateQuery query) {
        long now = Micros.of(query.now());
        Optional<Status> status = query.status();
        long from = query.expiresFrom().map(Micros::of).orElse(Long.MIN_VALUE);
        long before = query.expiresBefore().map(Micros::of).orElse(Long.MAX_VALUE);
        return new EndRange(
                status.filter(Status.VALID::equals).isPresent() ? Math.max(from, now) : from,
                status.filter(Status.EXPIRED::equals).isPresent() ? Math.min(before, now) : before);
    }

    /** Whether one end of it is closed by what was asked, so that few may be in it. */
    boolean narrow(CertificateQuery query) {
        return query.expiresBefore().isPresent()
                || query.expiresFrom().isPresent()
                || query.status().filter(Status.EXPIRED::equals).isPresent();
    }

    /** What comes after a cursor in an order by end; both edges are ones that the index by end can begin and stop at. */
    void addTo(SearchConditions conditions, Order order, Optional<Cursor> after) {
        boolean rising = order == Order.ENDING;
        long start = after.map(Cursor::end).orElse(rising ? from : Long.MAX_VALUE);
        conditions.add("c.not_after >= ?", rising ? Math.max(from, start) : from);
        if (rising) {
            conditions.add("c.not_after < ?", before);
        } else if (after.isPresent() && start < before) {
            conditions.add("c.not_after <= ?", start);
        } else {
            conditions.add("c.not_after < ?", before);
        }
        after.ifPresent(cursor -> conditions.add(
                rising ? "(c.not_after > ? OR c.sequence > ?)" : "(c.not_after < ? OR c.sequence < ?)",
                cursor.end(),
                cursor.sequence()));
    }
}
