package dev.chancery.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** What H2's {@code EXPLAIN ANALYZE} says of statements that were run: how many rows they had to look at. */
final class ScannedRows implements SqlLogger {
    private static final Pattern SCANNED = Pattern.compile("scanCount: ([0-9]+)");

    private final Jdbi plain;
    private final Pattern wanted;
    private final List<String> seen = new ArrayList<>();
    private long rows;

    /** @param wanted of which statements, by a part of their text */
    ScannedRows(Jdbi plain, String wanted) {
        this.plain = plain;
        this.wanted = Pattern.compile(wanted);
    }

    /** Of the table that each statement reads most of, since the last time. */
    long take() {
        long sum = rows;
        rows = 0;
        seen.clear();
        return sum;
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        if (wanted.matcher(context.getRenderedSql()).find()) {
            try (Handle handle = plain.open()) {
                explain(handle.getConnection(), context);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot explain " + context.getRenderedSql(), e);
            }
        }
    }

    /** Nothing else of Jdbi tells what was bound to a place. */
    @SuppressWarnings("removal")
    private void explain(Connection connection, StatementContext context) throws SQLException {
        String sql = context.getRenderedSql();
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN ANALYZE " + sql)) {
            int parameters = (int) sql.chars().filter(c -> c == '?').count();
            for (int i = 0; i < parameters; i++) {
                Argument argument = context.getBinding().findForPosition(i).orElseThrow();
                argument.apply(i + 1, statement, context);
            }
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                String text = plan.getString(1);
                seen.add(text);
                rows += most(text);
            }
        }
    }

    private static long most(String plan) {
        long most = 0;
        Matcher scanned = SCANNED.matcher(plan);
        while (scanned.find()) {
            most = Math.max(most, Long.parseLong(scanned.group(1)));
        }
        return most;
    }

    @Override
    public String toString() {
        return String.join("\n", seen);
    }
}
