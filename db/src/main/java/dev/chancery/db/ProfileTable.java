package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent.ProfileRemoved;
import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import java.sql.SQLException;
import java.util.Optional;

/** Every version of every profile. */
final class ProfileTable {
    private static final String NEWEST =
            "SELECT version, content FROM profile_version WHERE name = ? ORDER BY name DESC, version DESC LIMIT 1";
    private static final String INSERT =
            "INSERT INTO profile_version (name, version, sequence, saved_at, actor, content, why)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final WriterSql sql;

    ProfileTable(WriterSql sql) {
        this.sql = sql;
    }

    private record Newest(int version, boolean removal) {}

    Optional<Conflict> save(ProfileSaved event, Place place) throws SQLException {
        return next(newest(event.name()), event.name(), event.version(), Optional.of(event.text()), event.why(), place);
    }

    Optional<Conflict> remove(ProfileRemoved event, Place place) throws SQLException {
        Newest newest = newest(event.name());
        return newest.removal()
                ? Optional.of(new Conflict(Kind.PROFILE_CHANGED, "there is no profile " + event.name()))
                : next(newest, event.name(), event.version(), Optional.empty(), event.why(), place);
    }

    private Newest newest(String name) throws SQLException {
        return sql.one(NEWEST, row -> new Newest(row.getInt(1), row.getString(2) == null), name)
                .orElse(new Newest(0, true));
    }

    private Optional<Conflict> next(
            Newest newest, String name, int version, Optional<String> content, String why, Place place)
            throws SQLException {
        if (version != newest.version() + 1) {
            return Optional.of(new Conflict(
                    Kind.PROFILE_CHANGED, "the newest version of the profile " + name + " is " + newest.version()));
        }
        sql.update(INSERT, name, version, place.sequence(), Micros.of(place.time()), place.actor(), content, why);
        return Optional.empty();
    }
}
