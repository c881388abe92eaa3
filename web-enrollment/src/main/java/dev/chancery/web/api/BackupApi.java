package dev.chancery.web.api;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Reply;

/**
 * {@code /api/v1/backup}: names the record up to which a backup copies the journal's files. It hands out neither journal
 * nor keys, so that no token, whoever has it, is worth the CA's keys.
 */
final class BackupApi {
    private final Journal journal;

    BackupApi(Journal journal) {
        this.journal = journal;
    }

    /** The record that says so is the last one of the backup. */
    Reply begin(Exchange exchange) {
        JsonFields.of(exchange);
        Requester actor = exchange.permit().require(Permission.BACK_UP);
        JournalEvent begun = new JournalEvent.Decision("backup-begun", "journal", "");
        return journal.record(actor, begun).fold(recorded -> Reply.json(200, json(recorded.sequence())), conflict -> {
            throw new IllegalStateException("a decision is never in conflict: " + conflict.detail());
        });
    }

    private tools.jackson.databind.JsonNode json(long sequence) {
        JournalRecord mark = journal.page(sequence, 1).get(0);
        return Json.object()
                .put("record", mark.sequence())
                .put("time", mark.time().toString())
                .put("hash", mark.hash().hex());
    }
}
