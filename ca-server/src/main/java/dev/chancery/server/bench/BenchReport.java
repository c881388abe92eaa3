package dev.chancery.server.bench;

import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was measured, each figure beside the limit that it runs against. */
final class BenchReport {
    private final String title;
    private final List<Line> lines = new ArrayList<>();

    BenchReport(String title) {
        this.title = title;
    }

    private record Line(
            String name, String what, double value, String unit, double limit, String limitIs, double share) {}

    /** @param name in the JSON; {@code what} is for people */
    void figure(String name, String what, double value, String unit) {
        lines.add(new Line(name, what, value, unit, Double.NaN, "", Double.NaN));
    }

    /** @param share of the limit that is reached, 1 at best */
    void figure(String name, String what, double value, String unit, double limit, String limitIs, double share) {
        lines.add(new Line(name, what, value, unit, limit, limitIs, share));
    }

    void print(Screen screen, boolean json) {
        if (json) {
            screen.raw(json());
            return;
        }
        screen.line(title);
        screen.line("");
        Table table = new Table("MEASURED", "", "", "LIMIT", "", "REACHED");
        for (Line line : lines) {
            boolean limited = !Double.isNaN(line.limit);
            table.row(
                    line.what,
                    number(line.value),
                    line.unit,
                    limited ? number(line.limit) : "",
                    line.limitIs,
                    limited ? String.format(Locale.ROOT, "%.2f", line.share) : "");
        }
        screen.table(table);
    }

    private String json() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("title", title);
        for (Line line : lines) {
            ObjectNode figure = root.putObject(line.name);
            figure.put("value", line.value);
            figure.put("unit", line.unit);
            if (!Double.isNaN(line.limit)) {
                figure.put("limit", line.limit).put("limitIs", line.limitIs).put("reached", line.share);
            }
        }
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.3f", value);
    }
}
