package dev.chancery.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table in a text file: a line of column names, then a row for each endpoint, cells between bars. */
final class AccessTable {
    private AccessTable() {}

    /** @param expected by caller */
    record Row(String label, Map<String, String> expected) {
        @Override
        public String toString() {
            return label;
        }
    }

    static List<Row> read(String resource) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(AccessTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            List<List<String>> lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                    .toList();
            return lines.subList(1, lines.size()).stream()
                    .map(cells -> row(lines.get(0), cells))
                    .toList();
        }
    }

    private static Row row(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new AssertionError(cells + " has not the columns " + columns);
        }
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 1; i < cells.size(); i++) {
            expected.put(columns.get(i), cells.get(i));
        }
        return new Row(cells.get(0), expected);
    }
}
