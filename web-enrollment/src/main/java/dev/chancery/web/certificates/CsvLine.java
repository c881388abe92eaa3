package dev.chancery.web.certificates;

import java.util.List;
import java.util.stream.Collectors;

/** A line of CSV (RFC 4180 §2) that no spreadsheet takes for a formula (SECURITY.md rule 25). */
final class CsvLine {
    /** The last four are the wide forms, which spreadsheets of East Asia take for the narrow ones. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What begins like a formula gets an apostrophe before it: a quotation mark alone does not stop a spreadsheet. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.equals(text) && text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? text : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
