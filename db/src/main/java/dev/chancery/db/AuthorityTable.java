package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.AuthorityStanding;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.journal.JournalEvent.AuthorityKeyMoved;
import dev.chancery.core.journal.JournalEvent.AuthorityPartitioned;
import dev.chancery.core.journal.JournalEvent.CrlFilesRemoved;
import dev.chancery.core.journal.JournalEvent.CrlNumbersRaised;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.x509.Der;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Optional;

/** The CAs that joined, and the numbers of every CRL they signed. */
final class AuthorityTable {
    private static final String BY_NAME = "SELECT 1 FROM authority WHERE name = ?";
    private static final String INSERT =
            "INSERT INTO authority (name, sequence, certificate, chain, key_file, key_index,"
                    + " addresses_base) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String HIGHEST_CRL = "SELECT MAX(highest) FROM ("
            + "SELECT MAX(crl_number) AS highest FROM crl WHERE issuer = ? AND scope = ?"
            + " UNION ALL SELECT MAX(crl_number) FROM crl_floor WHERE issuer = ? AND scope = ?) AS numbers";
    private static final String INSERT_FLOOR =
            "INSERT INTO crl_floor (sequence, issuer, scope, crl_number) VALUES (?, ?, ?, ?)";
    private static final String INSERT_CRL = "INSERT INTO crl (sequence, issuer, scope, crl_number, this_update,"
            + " next_update, entries, sha256, difference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REMOVE_FILE =
            "UPDATE crl SET file_removed = ? WHERE issuer = ? AND scope = ? AND crl_number = ?";

    private final WriterSql sql;
    private final StandingRows standings = new StandingRows();

    AuthorityTable(WriterSql sql) {
        this.sql = sql;
    }

    Optional<Conflict> add(AuthorityAdded event, Place place) throws SQLException {
        if (sql.exists(BY_NAME, event.name())) {
            return Optional.of(
                    new Conflict(Kind.DUPLICATE_AUTHORITY, "there already is a CA \"" + event.name() + "\""));
        }
        sql.update(
                INSERT,
                event.name(),
                place.sequence(),
                event.certificate().unsafeOctets(),
                TextList.encode(event.chain().stream().map(Der::base64).toList()),
                event.keyFile(),
                event.keyIndex(),
                event.addressesBase().toString());
        return Optional.empty();
    }

    Optional<Conflict> addresses(AuthorityAddressesChanged event) throws SQLException {
        Optional<AuthorityStanding> known = standing(event.name());
        if (known.isEmpty()) {
            return unknown(event.name());
        }
        if (known.get().addresses().filter(now -> !now.equals(event.before())).isPresent()) {
            return Optional.of(new Conflict(
                    Kind.AUTHORITY_CHANGED,
                    "the addresses of the CA \"" + event.name() + "\" were changed by somebody else meanwhile"));
        }
        standings.put(sql, event.name(), known.get().with(event.before(), event.after()));
        return Optional.empty();
    }

    Optional<Conflict> key(AuthorityKeyMoved event) throws SQLException {
        Optional<AuthorityStanding> known = standing(event.name());
        if (known.isEmpty()) {
            return unknown(event.name());
        }
        if (known.get().keyAway() == event.away()) {
            return Optional.of(new Conflict(
                    Kind.AUTHORITY_CHANGED,
                    "the key of the CA \"" + event.name() + "\" is " + (event.away() ? "away" : "here") + " already"));
        }
        standings.put(sql, event.name(), known.get().withKeyAway(event.away()));
        return Optional.empty();
    }

    Optional<Conflict> partition(AuthorityPartitioned event) throws SQLException {
        Optional<AuthorityStanding> known = standing(event.name());
        if (known.isEmpty()) {
            return unknown(event.name());
        }
        int now = known.get().partitions();
        if (now != event.before() || event.after() <= now) {
            return Optional.of(new Conflict(
                    Kind.AUTHORITY_CHANGED,
                    "the CA \"" + event.name() + "\" has " + now + " partitions, and they can only become more"));
        }
        standings.put(sql, event.name(), known.get().withPartitions(event.after()));
        return Optional.empty();
    }

    /** Empty for a CA that never joined. */
    private Optional<AuthorityStanding> standing(String name) throws SQLException {
        return sql.exists(BY_NAME, name) ? Optional.of(standings.find(sql, name)) : Optional.empty();
    }

    private static Optional<Conflict> unknown(String name) {
        return Optional.of(new Conflict(Kind.UNKNOWN_AUTHORITY, "there is no CA \"" + name + "\""));
    }

    Optional<Conflict> crl(CrlSigned event, Place place) throws SQLException {
        Optional<Conflict> conflict = notRising(event.issuer(), event.scope(), event.number());
        if (conflict.isPresent()) {
            return conflict;
        }
        sql.update(
                INSERT_CRL,
                place.sequence(),
                event.issuer(),
                event.scope(),
                new BigDecimal(event.number()),
                Micros.of(event.thisUpdate()),
                Micros.of(event.nextUpdate()),
                event.entries(),
                event.sha256().hex(),
                event.difference().map(Differences::text));
        return Optional.empty();
    }

    void filesRemoved(CrlFilesRemoved event, Place place) throws SQLException {
        for (BigInteger number : event.numbers()) {
            sql.update(REMOVE_FILE, Micros.of(place.time()), event.issuer(), event.scope(), new BigDecimal(number));
        }
    }

    Optional<Conflict> raise(CrlNumbersRaised event, Place place) throws SQLException {
        Optional<Conflict> conflict = notRising(event.issuer(), event.scope(), event.number());
        if (conflict.isEmpty()) {
            sql.update(INSERT_FLOOR, place.sequence(), event.issuer(), event.scope(), new BigDecimal(event.number()));
        }
        return conflict;
    }

    private Optional<Conflict> notRising(String issuer, String scope, BigInteger number) throws SQLException {
        BigDecimal highest = sql.one(
                        HIGHEST_CRL, row -> Optional.ofNullable(row.getBigDecimal(1)), issuer, scope, issuer, scope)
                .flatMap(found -> found)
                .orElse(BigDecimal.ZERO);
        return new BigDecimal(number).compareTo(highest) > 0
                ? Optional.empty()
                : Optional.of(new Conflict(
                        Kind.CRL_NUMBER_NOT_RISING,
                        "CRL number " + number + " of " + scope + " is not above " + highest));
    }
}
