package dev.chancery.web.roles;

import dev.chancery.core.role.Topology;
import dev.chancery.core.role.Topology.Pool;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A topology from a table: a line of column names, {@code role,fqdn,servers,names,options}, then a line for each pool.
 *
 * <p>Columns are separated by commas, semicolons or tabs, whichever the first line has; within a cell, spaces separate.
 * {@code names} are {@code KEY=NAME}, {@code options} are {@code KEY} or {@code KEY=no}. In the place of a role stands
 * {@code sip-domain} for a SIP domain, which is the {@code fqdn} then, and {@code topology} for what there is once.
 */
final class TopologyTable {
    private static final List<String> COLUMNS = List.of("role", "fqdn", "servers", "names", "options");
    private static final int MOST_LINES = 1000;

    private final List<Objection> objections = new ArrayList<>();
    private final List<String> domains = new ArrayList<>();
    private final List<Pool> pools = new ArrayList<>();
    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, Boolean> options = new LinkedHashMap<>();

    private TopologyTable() {}

    /** @throws ProblemException 400 with everything that is wrong with its form */
    static Topology read(String text) {
        TopologyTable table = new TopologyTable();
        table.lines(text);
        if (!table.objections.isEmpty()) {
            throw new ProblemException(Problem.of(400, table.objections));
        }
        return new Topology(table.domains, table.pools, table.names, table.options);
    }

    private void lines(String text) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        int first = 0;
        while (first < lines.size() && ignored(lines.get(first))) {
            first++;
        }
        if (first == lines.size() || lines.size() > MOST_LINES) {
            wrong(
                    0,
                    first == lines.size()
                            ? "the table is empty; its first line is " + String.join(",", COLUMNS)
                            : "the table has more than " + MOST_LINES + " lines");
            return;
        }
        char separator = separator(lines.get(first));
        List<String> columns = cells(lines.get(first), separator, first).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        if (!columns.contains("role") || !columns.contains("fqdn") || !COLUMNS.containsAll(columns)) {
            wrong(
                    first + 1,
                    "the first line names the columns: " + String.join(",", COLUMNS)
                            + "; of these, role and fqdn must be there, and no others");
            return;
        }
        for (int i = first + 1; i < lines.size() && objections.size() < 20; i++) {
            if (!ignored(lines.get(i))) {
                line(columns, cells(lines.get(i), separator, i), i + 1);
            }
        }
    }

    private static boolean ignored(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static char separator(String line) {
        return line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
    }

    private void line(List<String> columns, List<String> cells, int number) {
        if (cells.size() > columns.size()) {
            wrong(number, "there are " + cells.size() + " cells for " + columns.size() + " columns");
            return;
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
        }
        String role = row.getOrDefault("role", "");
        String fqdn = row.getOrDefault("fqdn", "");
        switch (role) {
            case "sip-domain" -> domains.addAll(words(fqdn));
            case "topology" -> {
                names.putAll(names(row, number));
                options.putAll(options(row, number));
            }
            case "" -> wrong(number, "the role is missing");
            default ->
                pools.add(new Pool(
                        role, fqdn, words(row.getOrDefault("servers", "")), names(row, number), options(row, number)));
        }
    }

    private Map<String, List<String>> names(Map<String, String> row, int number) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String word : words(row.getOrDefault("names", ""))) {
            int equals = word.indexOf('=');
            if (equals < 1 || equals == word.length() - 1) {
                wrong(number, "\"" + LogText.escape(word) + "\" among the names is not of the form KEY=NAME");
                continue;
            }
            found.computeIfAbsent(word.substring(0, equals), key -> new ArrayList<>())
                    .add(word.substring(equals + 1));
        }
        return found;
    }

    private Map<String, Boolean> options(Map<String, String> row, int number) {
        Map<String, Boolean> found = new LinkedHashMap<>();
        for (String word : words(row.getOrDefault("options", ""))) {
            String[] parts = word.split("=", 2);
            String value = parts.length == 1 ? "yes" : parts[1].toLowerCase(Locale.ROOT);
            boolean yes = List.of("yes", "true").contains(value);
            if (!yes && !List.of("no", "false").contains(value)) {
                wrong(number, "\"" + LogText.escape(word) + "\" among the options is not of the form KEY or KEY=no");
            }
            found.put(parts[0], yes);
        }
        return found;
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** RFC 4180: a cell in quotes may hold the separator, and a quote twice for once; lines end at their end. */
    private List<String> cells(String line, char separator, int index) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            wrong(index + 1, "a quotation mark is not closed; a cell cannot go on in the next line");
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private void wrong(int line, String message) {
        objections.add(Objection.of(
                "topology-table",
                line == 0 ? "topology" : "line " + line,
                (line == 0 ? "" : "Line " + line + ": ") + message + "."));
    }
}
