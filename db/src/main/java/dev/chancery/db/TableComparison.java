package dev.chancery.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compares two databases, row by row, and names the first difference. */
final class TableComparison {
    /** Every table, and the columns that order and identify its rows. */
    private static final Map<String, String> TABLES = tables();

    private final Connection expected;
    private final Connection actual;

    /** Two connections that nobody writes through meanwhile. */
    TableComparison(Connection expected, Connection actual) {
        this.expected = expected;
        this.actual = actual;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("authority", "name");
        tables.put("authority_standing", "name");
        tables.put("certificate", "sequence");
        tables.put("search_run", "generation");
        tables.put("search_block", "id");
        tables.put("revocation", "sequence");
        tables.put("compromised_key", "key_sha256");
        tables.put("certificate_count", "requester, profile, issuer, state, count_day");
        tables.put("certificate_change", "sequence");
        tables.put("crl", "sequence");
        tables.put("crl_floor", "sequence");
        tables.put("request", "id");
        tables.put("request_agreement", "request, officer");
        tables.put("request_key", "requester, idempotency_key");
        tables.put("account", "name");
        tables.put("grant_group", "name");
        tables.put("account_group", "account, group_name");
        tables.put("account_token", "sha256");
        tables.put("profile_version", "name, version");
        tables.put("journal_position", "id");
        return tables;
    }

    static Iterable<String> tableNames() {
        return TABLES.keySet();
    }

    Optional<String> firstDifference() throws SQLException {
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            Optional<String> difference = compare(table.getKey(), table.getValue());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> compare(String table, String key) throws SQLException {
        // A count of nothing may be a row of 0 or no row.
        String where = table.equals("certificate_count") ? " WHERE certificates <> 0" : "";
        String sql = "SELECT * FROM " + table + where + " ORDER BY " + key;
        try (Statement left = streaming(expected);
                Statement right = streaming(actual);
                ResultSet wanted = left.executeQuery(sql);
                ResultSet found = right.executeQuery(sql)) {
            boolean more = true;
            while (more) {
                more = wanted.next();
                if (more != found.next()) {
                    return Optional.of("table " + table + (more ? " lacks the row " : " has too much, the row ")
                            + describe(more ? wanted : found, key));
                }
                Optional<String> difference = more ? compareRow(table, key, wanted, found) : Optional.empty();
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
    }

    /** Rows one by one instead of a whole result in memory, where an index gives the order. */
    private static Statement streaming(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.execute("SET LAZY_QUERY_EXECUTION 1");
        return statement;
    }

    private static Optional<String> compareRow(String table, String key, ResultSet wanted, ResultSet found)
            throws SQLException {
        String row = describe(wanted, key);
        if (!row.equals(describe(found, key))) {
            return Optional.of(
                    "table " + table + " lacks the row " + row + "; in its place it has " + describe(found, key));
        }
        ResultSetMetaData columns = wanted.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String left = text(wanted.getObject(i));
            String right = text(found.getObject(i));
            if (!left.equals(right)) {
                String name = columns.getColumnName(i).toLowerCase(java.util.Locale.ROOT);
                String secret = name.equals("password_hash") || name.equals("sha256") ? "another value" : "";
                return Optional.of("table " + table + ", row " + row + ", column " + name
                        + ": the journal says "
                        + (secret.isEmpty() ? shorten(left) + ", the database " + shorten(right) : secret));
            }
        }
        return Optional.empty();
    }

    private static String describe(ResultSet row, String key) throws SQLException {
        StringBuilder words = new StringBuilder();
        for (String column : key.split(", ", -1)) {
            words.append(words.isEmpty() ? "" : ", ").append(column).append(' ');
            words.append(column.equals("sha256") ? "of a token" : shorten(text(row.getObject(column))));
        }
        return words.toString();
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof byte[] octets ? HexFormat.of().formatHex(octets) : String.valueOf(value);
    }

    private static String shorten(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
