package dev.chancery.web.api;

import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.CrlDifference.Certificates;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is recorded about a CRL, as JSON. */
final class CrlJson {
    private CrlJson() {}

    static void entry(CrlArchive.Entry entry, ObjectNode node) {
        node.put("scope", entry.scope())
                .put("number", entry.number().value())
                .put("thisUpdate", entry.thisUpdate().toString())
                .put("nextUpdate", entry.nextUpdate().toString())
                .put("entries", entry.entries())
                .put("sha256", entry.sha256().hex());
        entry.difference()
                .ifPresent(difference -> node.put("previous", difference.previous())
                        .put("added", difference.added().count())
                        .put("changed", difference.changed().count())
                        .put("removed", difference.removed().count()));
        entry.fileRemoved().ifPresent(at -> node.put("fileRemoved", at.toString()));
    }

    /** With the serials that are known. */
    static void difference(CrlDifference difference, ObjectNode node) {
        node.put("previous", difference.previous());
        certificates(node.putObject("added"), difference.added());
        certificates(node.putObject("changed"), difference.changed());
        certificates(node.putObject("removed"), difference.removed());
    }

    private static void certificates(ObjectNode node, Certificates certificates) {
        node.put("count", certificates.count());
        ArrayNode serials = node.putArray("serials");
        certificates.first().forEach(serial -> serials.add(serial.hex()));
    }
}
