package dev.chancery.db;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.GroupRemoved;
import dev.chancery.core.journal.JournalEvent.GroupSaved;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Accounts in tables; a save goes through the journal. */
final class JdbcAccounts implements Accounts {
    private static final String SELECT = "SELECT name, details, password_hash FROM account";
    private static final String BY_TOKEN =
            SELECT + " WHERE name = (SELECT account FROM account_token WHERE sha256 = ?)";
    private static final String TOKENS = "SELECT id, sha256 FROM account_token WHERE account = ?";

    private static final String GROUPS = "SELECT details FROM grant_group ORDER BY name";

    private final Jdbi jdbi;
    private final Journal journal;

    JdbcAccounts(Jdbi jdbi, Journal journal) {
        this.jdbi = jdbi;
        this.journal = journal;
    }

    @Override
    public Optional<Account> find(String name) {
        return query(SELECT + " WHERE name = ?", List.of(name)).stream().findFirst();
    }

    @Override
    public Optional<Account> findByTokenSha256(String sha256Hex) {
        return query(BY_TOKEN, List.of(sha256Hex)).stream().findFirst();
    }

    @Override
    public List<Account> all() {
        return query(SELECT + " ORDER BY name", List.of());
    }

    @Override
    public void save(Account account, Requester by, String what) {
        record(by, new AccountSaved(account, what));
    }

    @Override
    public List<Group> groups() {
        return jdbi.withHandle(handle -> handle.createQuery(GROUPS)
                .map((row, context) -> GrantFields.group(row.getString("details")))
                .list());
    }

    @Override
    public void save(Group group, Requester by, String what) {
        record(by, new GroupSaved(group, what));
    }

    @Override
    public void remove(Group group, Requester by, String what) {
        record(by, new GroupRemoved(group.name(), what));
    }

    private void record(Requester by, JournalEvent event) {
        if (journal.record(by, event) instanceof AppendOutcome.Conflict conflict) {
            throw new IllegalStateException(conflict.detail());
        }
    }

    /** In one transaction, so that an account is never seen with another version's tokens. */
    private List<Account> query(String sql, List<Object> parameters) {
        return jdbi.inTransaction(handle -> CertificateRows.bound(handle.createQuery(sql), parameters)
                .map((row, context) ->
                        new Row(row.getString("name"), row.getString("details"), row.getString("password_hash")))
                .list()
                .stream()
                .map(row -> row.account(handle))
                .toList());
    }

    private record Row(
            String name,
            String details,
            @org.jspecify.annotations.Nullable String passwordHash) {
        Account account(Handle handle) {
            Map<String, String> tokens = new HashMap<>();
            handle.createQuery(TOKENS)
                    .bind(0, name)
                    .map((row, context) -> Map.entry(row.getString("id"), row.getString("sha256")))
                    .forEach(token -> tokens.put(token.getKey(), token.getValue()));
            return AccountFields.account(
                    details.getBytes(StandardCharsets.UTF_8), Optional.ofNullable(passwordHash), tokens);
        }
    }
}
