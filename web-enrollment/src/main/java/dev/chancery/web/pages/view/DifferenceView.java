package dev.chancery.web.pages.view;

import dev.chancery.core.editing.Comparison;
import dev.chancery.core.editing.Comparison.KeyChange;
import dev.chancery.core.editing.LineDifference;
import dev.chancery.core.editing.LineDifference.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * What is different between two texts of a profile, by meaning and by line.
 *
 * @param same whether nothing is
 */
public record DifferenceView(List<Change> changes, List<Row> rows, boolean same) {
    private static final int AROUND = 2;

    public DifferenceView {
        changes = List.copyOf(changes);
        rows = List.copyOf(rows);
    }

    /** A key before and after; empty where there was or is nothing. */
    public record Change(String key, String before, String after) {}

    /**
     * A line, or lines left out.
     *
     * @param kind {@code kept}, {@code added}, {@code removed}, {@code gap}
     * @param sign for those who see no colours
     */
    public record Row(String kind, String number, String sign, String text) {}

    public static DifferenceView of(Comparison comparison) {
        return new DifferenceView(
                comparison.keys().stream().map(DifferenceView::change).toList(),
                rows(comparison.lines()),
                comparison.same());
    }

    private static Change change(KeyChange change) {
        return new Change(change.key(), change.before(), change.after());
    }

    /** What changed, with a little of what stands around it. */
    private static List<Row> rows(List<Line> lines) {
        List<Row> rows = new ArrayList<>();
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            if (near(lines, i)) {
                rows.add(row(lines.get(i)));
                gap = false;
            } else if (!gap) {
                rows.add(new Row("gap", "", "", "…"));
                gap = true;
            }
        }
        return rows;
    }

    private static boolean near(List<Line> lines, int at) {
        return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream()
                .anyMatch(line -> line.kind() != LineDifference.Kind.KEPT);
    }

    private static Row row(Line line) {
        String number = Integer.toString(line.number());
        return switch (line.kind()) {
            case KEPT -> new Row("kept", number, " ", line.text());
            case ADDED -> new Row("added", number, "+", line.text());
            case REMOVED -> new Row("removed", number, "−", line.text());
        };
    }
}
