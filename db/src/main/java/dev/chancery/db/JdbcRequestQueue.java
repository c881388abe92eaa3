package dev.chancery.db;

import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.PendingRequest.Agreement;
import dev.chancery.core.enrollment.PendingRequest.Decided;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.x509.Der;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Requests in a table. */
final class JdbcRequestQueue implements RequestQueue {
    private static final String SELECT = "SELECT r.id, r.profile, r.requester, r.csr, r.names, r.subject, r.validity,"
            + " r.waits_because, r.submitted, r.state, r.decided_by, r.decided_at, r.decision, r.serial FROM request r";
    private static final String BY_KEY =
            SELECT + " JOIN request_key k ON k.id = r.id WHERE k.requester = ? AND k.idempotency_key = ?";
    private static final String AGREEMENTS = "SELECT officer, agreed_at, agreed_to, comment FROM request_agreement"
            + " WHERE request = ? ORDER BY agreed_at, officer";
    private static final String LARGEST = "SELECT COALESCE(MAX(id), 0) FROM request";

    private final Jdbi jdbi;

    JdbcRequestQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<PendingRequest> find(long id) {
        return query(SELECT + " WHERE r.id = ?", List.of(id)).stream().findFirst();
    }

    @Override
    public Optional<PendingRequest> findByIdempotencyKey(String requester, String key) {
        return query(BY_KEY, List.of(requester, key)).stream().findFirst();
    }

    @Override
    public List<PendingRequest> list(
            Optional<State> state, Optional<String> requester, Optional<Long> before, int limit) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder(SELECT).append(" WHERE r.id < ?");
        parameters.add(before.orElse(Long.MAX_VALUE));
        state.ifPresent(wanted -> {
            sql.append(" AND r.state = ?");
            parameters.add(wanted.name());
        });
        requester.ifPresent(wanted -> {
            sql.append(" AND r.requester = ?");
            parameters.add(wanted);
        });
        parameters.add(limit);
        return query(sql.append(" ORDER BY r.id DESC LIMIT ?").toString(), parameters);
    }

    @Override
    public long pending(Optional<String> requester) {
        String sql = "SELECT COUNT(*) FROM request WHERE state = 'PENDING'";
        return jdbi.withHandle(handle -> CertificateRows.bound(
                        handle.createQuery(requester.isPresent() ? sql + " AND requester = ?" : sql),
                        requester.<List<Object>>map(List::of).orElse(List.of()))
                .mapTo(Long.class)
                .one());
    }

    /** The largest number that is recorded, 0 when there is none. */
    long largestId() {
        return jdbi.withHandle(
                handle -> handle.createQuery(LARGEST).mapTo(Long.class).one());
    }

    private List<PendingRequest> query(String sql, List<Object> parameters) {
        return jdbi.withHandle(handle -> CertificateRows.bound(handle.createQuery(sql), parameters)
                .map((row, context) -> read(row, agreements(handle, row.getLong("id"))))
                .list());
    }

    private static List<Agreement> agreements(Handle handle, long request) {
        return handle.createQuery(AGREEMENTS)
                .bind(0, request)
                .map((row, context) -> new Agreement(
                        row.getString("officer"),
                        Micros.instant(row.getLong("agreed_at")),
                        row.getString("comment"),
                        Der.fromHex(row.getString("agreed_to"))))
                .list();
    }

    private static PendingRequest read(ResultSet row, List<Agreement> agreements) throws SQLException {
        return new PendingRequest(
                row.getLong("id"),
                row.getString("profile"),
                row.getString("requester"),
                Der.ofOwned(row.getBytes("csr")),
                Optional.ofNullable(row.getString("names")).map(TextList::decode),
                Optional.ofNullable(row.getString("subject")),
                Optional.ofNullable(row.getString("validity")),
                TextList.decode(row.getString("waits_because")),
                Micros.instant(row.getLong("submitted")),
                State.valueOf(row.getString("state")),
                decided(row),
                Optional.ofNullable(row.getString("serial")),
                agreements);
    }

    private static Optional<Decided> decided(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Decided(by, Micros.instant(row.getLong("decided_at")), row.getString("decision")));
    }
}
