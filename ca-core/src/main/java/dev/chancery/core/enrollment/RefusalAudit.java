package dev.chancery.core.enrollment;

import dev.chancery.core.access.Requester;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.issuance.IssuanceOutcome.Refused;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent.Decision;
import java.util.stream.Collectors;

/** Keeps refusals for auditors: who tried what, and which rule stopped it. Bytes that nobody can read are not kept. */
final class RefusalAudit {
    private static final int LONGEST = 2000;

    private final Journal journal;

    RefusalAudit(Journal journal) {
        this.journal = journal;
    }

    /** The outcome, once a refusal is on disk. */
    IssuanceOutcome keep(Requester actor, String action, String object, IssuanceOutcome outcome) {
        if (outcome instanceof Refused refused && !refused.malformed()) {
            String detail = refused.objections().stream()
                    .map(objection -> objection.rule() + " (" + objection.field() + "): " + objection.message())
                    .collect(Collectors.joining(" "));
            journal.record(actor, new Decision(action, bounded(object, LONGEST / 10), bounded(detail, LONGEST)));
        }
        return outcome;
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, text.offsetByCodePoints(0, most / 2)) + "…";
    }
}
