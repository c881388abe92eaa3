package dev.chancery.db;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Account.ApiToken;
import dev.chancery.core.access.Account.PasswordHash;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Accounts: what auditors may see as JSON in one column, the hashes in columns of their own. */
final class AccountTable {
    private static final String UPDATE = "UPDATE account SET details = ?, password_hash = ? WHERE name = ?";
    private static final String INSERT = "INSERT INTO account (details, password_hash, name) VALUES (?, ?, ?)";
    private static final String DELETE_TOKENS = "DELETE FROM account_token WHERE account = ?";
    private static final String INSERT_TOKEN = "INSERT INTO account_token (sha256, account, id) VALUES (?, ?, ?)";

    private final WriterSql sql;
    private final GroupTable groups;

    AccountTable(WriterSql sql, GroupTable groups) {
        this.sql = sql;
        this.groups = groups;
    }

    Optional<Conflict> save(Account account) throws SQLException {
        Optional<Conflict> conflict = groups.missing(account);
        if (conflict.isPresent()) {
            return conflict;
        }
        Object[] row = {AccountFields.text(account), account.passwordHash().map(PasswordHash::phc), account.name()};
        if (sql.update(UPDATE, row) == 0) {
            sql.update(INSERT, row);
        }
        sql.update(DELETE_TOKENS, account.name());
        List<Object[]> tokens =
                account.tokens().stream().map(token -> tokenRow(account, token)).toList();
        sql.batch(INSERT_TOKEN, tokens);
        groups.put(account);
        return Optional.empty();
    }

    private static Object[] tokenRow(Account account, ApiToken token) {
        return new Object[] {token.sha256Hex(), account.name(), token.id()};
    }
}
