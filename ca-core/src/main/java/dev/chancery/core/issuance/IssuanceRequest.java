package dev.chancery.core.issuance;

import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.profile.Grant;
import java.util.List;
import java.util.Optional;

/**
 * A grant on its way to a signature.
 *
 * @param requester whose certificate it becomes; the permit's holder may be the officer who approved
 * @param request the queue entry that it fulfils
 * @param recordedWith events that must be recorded in the same entry, before the certificate: the approval
 */
public record IssuanceRequest(
        Grant grant,
        String requester,
        Optional<String> idempotencyKey,
        Optional<Long> request,
        List<JournalEvent> recordedWith) {
    public IssuanceRequest {
        recordedWith = List.copyOf(recordedWith);
    }
}
