package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.journal.JournalEvent.AuthorityKeyMoved;
import dev.chancery.core.journal.JournalEvent.AuthorityPartitioned;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.CrlFilesRemoved;
import dev.chancery.core.journal.JournalEvent.CrlNumbersRaised;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.journal.JournalEvent.GroupRemoved;
import dev.chancery.core.journal.JournalEvent.GroupSaved;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.journal.JournalEvent.ProfileRemoved;
import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import dev.chancery.core.journal.JournalEvent.RequestAgreed;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables as an index over the journal: checks an event's preconditions, then applies it, within the writer's
 * transaction. Live writing and replay take the same path, so a rebuilt database cannot differ.
 */
final class Projection {
    private static final int ROWS_A_BATCH = 512;

    private final WriterSql sql;
    private final RequestTable requests;
    private final Census census = new Census();
    private final CountTable counts;
    private final CertificateTable certificates;
    private final RevocationTable revocations;
    private final AuthorityTable authorities;
    private final AccountTable accounts;
    private final GroupTable groups;
    private final ProfileTable profiles;
    private final PositionTable position;
    private @Nullable Savepoint mark;
    private final SearchIndex index;

    /** @param connection the writer's, without auto-commit */
    Projection(Connection connection) {
        this(connection, SearchIndex.GENERATION);
    }

    /** @param generation how many records are one in {@link SearchIndex}; always the same for one database */
    Projection(Connection connection, long generation) {
        this.sql = new WriterSql(connection);
        this.index = new SearchIndex(generation);
        this.requests = new RequestTable(sql);
        this.counts = new CountTable(sql, census);
        this.certificates = new CertificateTable(sql, requests, counts, index);
        this.revocations = new RevocationTable(sql, certificates, counts);
        this.authorities = new AuthorityTable(sql);
        this.groups = new GroupTable(sql);
        this.profiles = new ProfileTable(sql);
        this.accounts = new AccountTable(sql, groups);
        this.position = new PositionTable(sql);
    }

    /** A conflict leaves the tables as they were, and so does the event of a decision. */
    Optional<Conflict> apply(PreparedEvent prepared, Place place) throws SQLException {
        index.forgetFrom(place.sequence());
        if (prepared.issued().isPresent()) {
            return certificates.issue(prepared.issued().get(), place);
        }
        certificates.flush();
        return applyRare(prepared.event(), place);
    }

    /** A certificate that is in the journal already, and that was free of conflicts before it got there. */
    void follow(IssuedAt issued) throws SQLException {
        index.forgetFrom(issued.place().sequence());
        certificates.add(issued.certificate(), issued.place());
        if (certificates.collected() >= ROWS_A_BATCH) {
            certificates.flush();
        }
    }

    private Optional<Conflict> applyRare(JournalEvent event, Place place) throws SQLException {
        if (event instanceof CertificateRevoked revoked) {
            return revocations.revoke(revoked, place);
        }
        if (event instanceof HoldReleased released) {
            return revocations.release(released, place);
        }
        if (event instanceof CrlSigned signed) {
            return authorities.crl(signed, place);
        }
        if (event instanceof CrlFilesRemoved removed) {
            authorities.filesRemoved(removed, place);
            return Optional.empty();
        }
        if (event instanceof CrlNumbersRaised raised) {
            return authorities.raise(raised, place);
        }
        if (event instanceof AuthorityAdded added) {
            return authorities.add(added, place);
        }
        if (event instanceof AuthorityAddressesChanged changed) {
            return authorities.addresses(changed);
        }
        if (event instanceof AuthorityKeyMoved moved) {
            return authorities.key(moved);
        }
        if (event instanceof AuthorityPartitioned partitioned) {
            return authorities.partition(partitioned);
        }
        if (event instanceof AccountSaved saved) {
            return accounts.save(saved.account());
        }
        if (event instanceof GroupSaved saved) {
            return groups.save(saved.group());
        }
        if (event instanceof GroupRemoved removed) {
            return groups.remove(removed.name());
        }
        if (event instanceof ProfileSaved saved) {
            return profiles.save(saved, place);
        }
        if (event instanceof ProfileRemoved removed) {
            return profiles.remove(removed, place);
        }
        return applyToQueue(event, place);
    }

    private Optional<Conflict> applyToQueue(JournalEvent event, Place place) throws SQLException {
        if (event instanceof RequestSubmitted submitted) {
            return requests.submit(submitted, place);
        }
        if (event instanceof RequestAgreed agreed) {
            return requests.agree(agreed, place);
        }
        if (event instanceof RequestApproved approved) {
            return requests.approve(approved, place);
        }
        return event instanceof RequestDenied denied ? requests.deny(denied, place) : Optional.empty();
    }

    /** Writes what was collected, so that a savepoint or a commit covers it. */
    void flush() throws SQLException {
        certificates.flush();
        counts.flush();
    }

    void commit(JournalHead head) throws SQLException {
        flush();
        // What was taken back last, after a conflict, has not been followed by a record that makes the index forget it.
        index.forgetFrom(head.sequence() + 1);
        index.close(sql, head.sequence());
        position.move(head);
        counts.commit();
        index.committed();
        mark = null;
    }

    /** From here on {@link #takeBack} undoes; what was applied before stays, committed or not. */
    void mark() throws SQLException {
        mark = sql.connection().setSavepoint();
        counts.mark();
    }

    /** Undoes what was applied since the mark. */
    void takeBack() throws SQLException {
        forget();
        counts.takeBack();
        if (mark != null) {
            sql.connection().rollback(mark);
        }
    }

    /** Drops what was collected since the last flush. */
    void forget() {
        certificates.forget();
        counts.forget();
    }

    JournalHead position() throws SQLException {
        JournalHead head = position.read();
        sql.connection().rollback();
        return head;
    }

    SearchIndex index() {
        return index;
    }

    Census census() {
        return census;
    }

    CompromisedKeys compromised() {
        return revocations.compromised();
    }

    Connection connection() {
        return sql.connection();
    }
}
