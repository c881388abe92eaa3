package dev.chancery.db;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Group;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Groups as JSON in one column, and which accounts are in them. */
final class GroupTable {
    private static final String UPDATE = "UPDATE grant_group SET details = ? WHERE name = ?";
    private static final String INSERT = "INSERT INTO grant_group (details, name) VALUES (?, ?)";
    private static final String DELETE = "DELETE FROM grant_group WHERE name = ?";
    private static final String EXISTS = "SELECT 1 FROM grant_group WHERE name = ?";
    private static final String MEMBER =
            "SELECT account FROM account_group WHERE group_name = ? ORDER BY account LIMIT 1";
    private static final String LEAVE = "DELETE FROM account_group WHERE account = ?";
    private static final String JOIN = "INSERT INTO account_group (account, group_name) VALUES (?, ?)";

    private final WriterSql sql;

    GroupTable(WriterSql sql) {
        this.sql = sql;
    }

    Optional<Conflict> save(Group group) throws SQLException {
        Object[] row = {GrantFields.text(group), group.name()};
        if (sql.update(UPDATE, row) == 0) {
            sql.update(INSERT, row);
        }
        return Optional.empty();
    }

    Optional<Conflict> remove(String name) throws SQLException {
        Optional<String> member = sql.one(MEMBER, row -> row.getString(1), name);
        if (member.isPresent()) {
            return Optional.of(new Conflict(Kind.GROUP_IN_USE, member.get() + " is in the group " + name));
        }
        return sql.update(DELETE, name) == 1 ? Optional.empty() : unknown(name);
    }

    /** The group that an account is in and that does not exist. */
    Optional<Conflict> missing(Account account) throws SQLException {
        for (String name : account.groups().stream().sorted().toList()) {
            if (!sql.exists(EXISTS, name)) {
                return unknown(name);
            }
        }
        return Optional.empty();
    }

    void put(Account account) throws SQLException {
        sql.update(LEAVE, account.name());
        List<Object[]> rows = account.groups().stream()
                .map(group -> new Object[] {account.name(), group})
                .toList();
        sql.batch(JOIN, rows);
    }

    private static Optional<Conflict> unknown(String name) {
        return Optional.of(new Conflict(Kind.UNKNOWN_GROUP, "there is no group " + name));
    }
}
