package dev.chancery.db;

import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.AuthorityStanding;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.x509.Der;
import java.net.URI;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The CAs in a table. */
final class JdbcAuthorities implements Authorities {
    private static final String ALL =
            "SELECT name, certificate, chain, key_file, key_index, addresses_base FROM authority"
                    + " ORDER BY sequence";

    private final Jdbi jdbi;

    JdbcAuthorities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public AuthorityStanding standing(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(StandingRows.BY_NAME)
                .bind(0, name)
                .map((row, context) -> StandingRows.read(row))
                .findOne()
                .orElse(AuthorityStanding.unchanged()));
    }

    @Override
    public List<AuthorityAdded> all() {
        return jdbi.withHandle(handle -> handle.createQuery(ALL)
                .map((row, context) -> new AuthorityAdded(
                        row.getString("name"),
                        Der.ofOwned(row.getBytes("certificate")),
                        TextList.decode(row.getString("chain")).stream()
                                .map(Der::fromBase64)
                                .toList(),
                        row.getString("key_file"),
                        row.getInt("key_index"),
                        URI.create(row.getString("addresses_base"))))
                .list());
    }
}
