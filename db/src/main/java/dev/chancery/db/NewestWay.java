package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Backwards in the order of issuance: of all, of one requester, or of what is held or revoked. */
final class NewestWay implements Way {
    private final Jdbi jdbi;
    private final CertificateQuery query;
    private final long from;

    /** @param from the record at which it ends, included */
    NewestWay(Jdbi jdbi, CertificateQuery query, long from) {
        this.jdbi = jdbi;
        this.query = query;
        this.from = from;
    }

    static boolean hasRevocation(Status status) {
        return status == Status.HELD || status == Status.REVOKED;
    }

    private boolean revoked() {
        return query.status().filter(NewestWay::hasRevocation).isPresent();
    }

    @Override
    public Optional<Cursor> further(Optional<Cursor> after, int entries) {
        SearchConditions conditions = new SearchConditions();
        if (revoked()) {
            conditions.add(
                    "r.held = ?", query.status().filter(Status.HELD::equals).isPresent());
        } else {
            query.requester().ifPresent(requester -> conditions.add("c.requester = ?", requester));
        }
        within(conditions, after, Optional.empty());
        String table = revoked() ? "r.sequence FROM revocation r" : "c.sequence FROM certificate c";
        return jdbi.withHandle(handle -> CertificateRows.bound(
                        handle.createQuery("SELECT " + table + conditions.where() + order() + " LIMIT 1 OFFSET ?"),
                        conditions.parameters(entries - 1))
                .mapTo(Long.class)
                .findFirst()
                .map(sequence -> new Cursor(query.order(), 0, sequence)));
    }

    @Override
    public List<CertificateRecord> between(Optional<Cursor> after, Optional<Cursor> last, int limit) {
        SearchConditions conditions = SearchConditions.of(query);
        within(conditions, after, last);
        String rows = revoked()
                ? CertificateRows.COLUMNS + " FROM revocation r JOIN certificate c ON c.sequence = r.sequence"
                : CertificateRows.SELECT;
        return CertificateRows.list(
                jdbi, rows + conditions.where() + order() + " LIMIT ?", conditions.parameters(limit));
    }

    private void within(SearchConditions conditions, Optional<Cursor> after, Optional<Cursor> last) {
        String sequence = revoked() ? "r.sequence" : "c.sequence";
        conditions.add(sequence + " < ?", after.map(Cursor::sequence).orElse(Long.MAX_VALUE));
        conditions.add(sequence + " >= ?", last.map(Cursor::sequence).orElse(from));
    }

    /** The first column is a constant; it is named so that the index gives the order. */
    private String order() {
        if (revoked()) {
            return " ORDER BY r.held DESC, r.sequence DESC";
        }
        return query.requester().isPresent() ? " ORDER BY c.requester DESC, c.sequence DESC" : RowsAmong.order(query);
    }
}
