package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Along the index over the end, in either direction. */
final class EndWay implements Way {
    private final Jdbi jdbi;
    private final CertificateQuery query;
    private final EndRange range;

    EndWay(Jdbi jdbi, CertificateQuery query) {
        this.jdbi = jdbi;
        this.query = query;
        this.range = EndRange.of(query);
    }

    @Override
    public Optional<Cursor> further(Optional<Cursor> after, int entries) {
        SearchConditions conditions = new SearchConditions();
        range.addTo(conditions, query.order(), after);
        return jdbi.withHandle(handle -> CertificateRows.bound(
                        handle.createQuery("SELECT c.not_after, c.sequence FROM certificate c" + conditions.where()
                                + RowsAmong.order(query) + " LIMIT 1 OFFSET ?"),
                        conditions.parameters(entries - 1))
                .map((row, context) -> new Cursor(query.order(), row.getLong(1), row.getLong(2)))
                .findFirst());
    }

    @Override
    public List<CertificateRecord> between(Optional<Cursor> after, Optional<Cursor> last, int limit) {
        SearchConditions conditions = SearchConditions.byEnd(query);
        range.addTo(conditions, query.order(), after);
        boolean rising = query.order() == Order.ENDING;
        last.ifPresent(cursor -> {
            conditions.add(rising ? "c.not_after <= ?" : "c.not_after >= ?", cursor.end());
            conditions.add(
                    rising ? "(c.not_after < ? OR c.sequence <= ?)" : "(c.not_after > ? OR c.sequence >= ?)",
                    cursor.end(),
                    cursor.sequence());
        });
        return CertificateRows.list(
                jdbi,
                CertificateRows.SELECT + conditions.where() + RowsAmong.order(query) + " LIMIT ?",
                conditions.parameters(limit));
    }
}
