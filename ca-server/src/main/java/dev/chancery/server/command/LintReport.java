package dev.chancery.server.command;

import dev.chancery.core.inspection.Inspected;
import dev.chancery.core.inspection.Inspection;
import dev.chancery.core.inspection.Kind;
import dev.chancery.core.inspection.RuleBook;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Rule;
import dev.chancery.core.lint.Severity;
import dev.chancery.server.command.report.Screen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found, for people: what, where, which rule of which standard, and what next. */
final class LintReport {
    private static final String MARGIN = "           ";

    private final Screen screen;

    LintReport(Screen screen) {
        this.screen = screen;
    }

    void show(Inspection inspection) {
        inspection.items().forEach(this::item);
        inspection.unreadable().forEach(message -> screen.line("UNREADABLE  " + message));
        inspection.remarks().forEach(message -> screen.line("Note: " + message));
        if (inspection.unreadable().size() + inspection.remarks().size() > 0) {
            screen.line("");
        }
        screen.line(summary(inspection));
    }

    private void item(Inspected item) {
        String place = item.place().isEmpty() ? "" : " (" + item.place() + ")";
        screen.line(item.file() + place + ": " + item.kind().word() + preposition(item.kind()) + item.about());
        if (item.findings().isEmpty()) {
            screen.line("  nothing to object to");
        }
        item.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(finding -> finding(item, finding));
        item.notes().forEach(note -> screen.line("  Note: " + note));
        screen.line("");
    }

    private static String preposition(Kind kind) {
        return switch (kind) {
            case CRL -> " of ";
            case RESPONSE -> " about certificates of ";
            case CERTIFICATE, REQUEST -> " for ";
        };
    }

    private void finding(Inspected item, Finding finding) {
        screen.line(String.format("  %-8s %s: %s", finding.severity(), finding.field(), finding.message()));
        screen.line(MARGIN + "Rule " + finding.rule() + ", " + finding.citation()
                + RuleBook.find(finding.rule())
                        .map(Rule::text)
                        .map(text -> ": " + text)
                        .orElse("."));
        finding.reason().ifPresent(reason -> screen.line(MARGIN + "Turned down by the profile: " + reason));
        screen.line(MARGIN + "Next: " + item.nextStep(finding));
    }

    private static String summary(Inspection inspection) {
        List<String> things = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = inspection.items().stream()
                    .filter(item -> item.kind() == kind)
                    .count();
            if (count > 0) {
                things.add(counted(count, kind.word()));
            }
        }
        if (!inspection.unreadable().isEmpty()) {
            things.add(inspection.unreadable().size() + " unreadable");
        }
        return (things.isEmpty() ? "Nothing" : String.join(", ", things)) + ": "
                + counted(inspection.count(Severity.ERROR), "error") + ", "
                + counted(inspection.count(Severity.WARNING), "warning") + ", "
                + counted(inspection.count(Severity.NOTICE), "notice") + ".";
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
