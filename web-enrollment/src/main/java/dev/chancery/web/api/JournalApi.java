package dev.chancery.web.api;

import dev.chancery.core.access.Permission;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.http.Reply;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/journal}: what happened, for auditors. */
final class JournalApi {
    private final Journal journal;

    JournalApi(Journal journal) {
        this.journal = journal;
    }

    /** From {@code from} on; without it, the newest ones. */
    Reply list(Exchange exchange) {
        exchange.permit().require(Permission.READ_JOURNAL);
        Parameters query = exchange.query();
        KnownNames.check("query parameter", query.names(), List.of("from", "limit"));
        int limit = Values.limit(query, 100, 1000);
        long last = journal.lastSequence();
        long from = Math.max(1, Values.number(query, "from", last - limit + 1));
        List<JournalRecord> page = journal.page(from, limit);
        ObjectNode body = Json.object();
        ArrayNode records = body.putArray("records");
        page.forEach(stored -> records.add(JournalJson.of(stored)));
        body.put("last", last);
        if (page.size() == limit && page.get(limit - 1).sequence() < last) {
            body.put("next", page.get(limit - 1).sequence() + 1);
        }
        return Reply.json(200, body);
    }
}
