package dev.chancery.server.command;

import dev.chancery.core.inspection.Inspected;
import dev.chancery.core.inspection.Inspection;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Severity;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was found, for programs. */
final class LintJson {
    private LintJson() {}

    static String of(Inspection inspection) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("good", inspection.good());
        for (Severity severity : Severity.values()) {
            body.put(severity.name().toLowerCase(Locale.ROOT) + "s", inspection.count(severity));
        }
        ArrayNode items = body.putArray("items");
        inspection.items().forEach(item -> item(items.addObject(), item));
        inspection.unreadable().forEach(body.putArray("unreadable")::add);
        inspection.remarks().forEach(body.putArray("remarks")::add);
        return body.toString();
    }

    private static void item(ObjectNode node, Inspected item) {
        node.put("file", item.file())
                .put("place", item.place())
                .put("kind", item.kind().name().toLowerCase(Locale.ROOT))
                .put("about", item.about());
        ArrayNode findings = node.putArray("findings");
        for (Finding finding : item.findings()) {
            ObjectNode found = findings.addObject()
                    .put("rule", finding.rule())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("citation", finding.citation())
                    .put("field", finding.field())
                    .put("message", finding.message())
                    .put("next", item.nextStep(finding));
            finding.reason().ifPresent(reason -> found.put("turnedDown", reason));
        }
        item.notes().forEach(node.putArray("notes")::add);
    }
}
