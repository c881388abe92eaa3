package dev.chancery.db;

import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent.RequestAgreed;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import java.sql.SQLException;
import java.util.Optional;

/** The queue of requests and what became of them. */
final class RequestTable {
    private static final String STATE = "SELECT state FROM request WHERE id = ?";
    private static final String BY_KEY = "SELECT 1 FROM request_key WHERE requester = ? AND idempotency_key = ?";
    private static final String INSERT = "INSERT INTO request (id, profile, requester, csr, names, subject, validity,"
            + " waits_because, submitted, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING')";
    private static final String INSERT_KEY =
            "INSERT INTO request_key (requester, idempotency_key, id) VALUES (?, ?, ?)";
    private static final String DECIDE = "UPDATE request SET state = ?, decided_by = ?, decided_at = ?, decision = ?"
            + " WHERE id = ? AND state = 'PENDING'";
    private static final String DISAGREE = "DELETE FROM request_agreement WHERE request = ? AND officer = ?";
    private static final String AGREE =
            "INSERT INTO request_agreement (request, officer, agreed_at, agreed_to, comment)"
                    + " VALUES (?, ?, ?, ?, ?)";
    private static final String FULFIL =
            "UPDATE request SET state = 'ISSUED', serial = ? WHERE id = ? AND state = 'PENDING'";

    private final WriterSql sql;

    RequestTable(WriterSql sql) {
        this.sql = sql;
    }

    Optional<Conflict> submit(RequestSubmitted event, Place place) throws SQLException {
        if (event.idempotencyKey().isPresent()
                && sql.exists(BY_KEY, event.requester(), event.idempotencyKey().get())) {
            return Optional.of(new Conflict(
                    Kind.IDEMPOTENCY_KEY_USED,
                    event.requester() + " used the key \""
                            + event.idempotencyKey().get() + "\" before"));
        }
        if (sql.exists(STATE, event.id())) {
            return Optional.of(new Conflict(Kind.REQUEST_NOT_PENDING, "request " + event.id() + " is already there"));
        }
        sql.update(
                INSERT,
                event.id(),
                event.profile(),
                event.requester(),
                event.csr().unsafeOctets(),
                event.names().map(TextList::encode),
                event.subject(),
                event.validity(),
                TextList.encode(event.waitsBecause()),
                Micros.of(place.time()));
        if (event.idempotencyKey().isPresent()) {
            sql.update(INSERT_KEY, event.requester(), event.idempotencyKey().get(), event.id());
        }
        return Optional.empty();
    }

    /** What an officer has agreed to last is what counts. */
    Optional<Conflict> agree(RequestAgreed event, Place place) throws SQLException {
        Optional<String> state = sql.one(STATE, row -> row.getString(1), event.id());
        if (!state.equals(Optional.of(State.PENDING.name()))) {
            return notPending(event.id());
        }
        sql.update(DISAGREE, event.id(), place.actor());
        sql.update(
                AGREE,
                event.id(),
                place.actor(),
                Micros.of(place.time()),
                event.to().hex(),
                event.comment());
        return Optional.empty();
    }

    /** Stays pending until the certificate, the next event of the same entry, fulfils it. */
    Optional<Conflict> approve(RequestApproved event, Place place) throws SQLException {
        return decide(event.id(), State.PENDING, event.comment(), place);
    }

    Optional<Conflict> deny(RequestDenied event, Place place) throws SQLException {
        return decide(event.id(), State.DENIED, event.comment(), place);
    }

    private Optional<Conflict> decide(long id, State state, String comment, Place place) throws SQLException {
        int changed = sql.update(DECIDE, state.name(), place.actor(), Micros.of(place.time()), comment, id);
        return changed == 1 ? Optional.empty() : notPending(id);
    }

    Optional<Conflict> fulfil(long id, String serial) throws SQLException {
        return sql.update(FULFIL, serial, id) == 1 ? Optional.empty() : notPending(id);
    }

    private Optional<Conflict> notPending(long id) throws SQLException {
        String state = sql.one(STATE, row -> row.getString(1), id).orElse("unknown");
        return Optional.of(new Conflict(Kind.REQUEST_NOT_PENDING, "request " + id + " is " + state + ", not pending"));
    }
}
