package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.web.pages.view.CertificateView.Event;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.ReasonWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened to a certificate, from the request on: who did what, when, and in which record of the journal it stands. */
final class CertificateStory {
    private final Journal journal;
    private final CertificateLedger ledger;
    private final RequestQueue requests;
    private final Moments moments;

    CertificateStory(Journal journal, CertificateLedger ledger, RequestQueue requests, Moments moments) {
        this.journal = journal;
        this.ledger = ledger;
        this.requests = requests;
        this.moments = moments;
    }

    /** Oldest first. */
    List<Event> of(CertificateRecord certificate) {
        List<Event> events = new ArrayList<>();
        Optional<JournalRecord> issued = journal(certificate.journalSequence());
        issued.flatMap(CertificateStory::request).flatMap(requests::find).ifPresent(request -> asked(request, events));
        events.add(new Event(
                plain("certificates.story.issued"),
                plain(
                        "certificates.story.to",
                        certificate.requester(),
                        issued.map(CertificateStory::by).orElse("")),
                moments.at(certificate.issuedAt()),
                place(certificate.journalSequence())));
        for (long sequence : ledger.changes(certificate.issuer(), certificate.serial())) {
            journal(sequence).flatMap(this::change).ifPresent(events::add);
        }
        return events;
    }

    private Optional<JournalRecord> journal(long sequence) {
        return journal.page(sequence, 1).stream()
                .filter(found -> found.sequence() == sequence)
                .findFirst();
    }

    private static Optional<Long> request(JournalRecord issued) {
        return issued.event() instanceof JournalEvent.CertificateIssued event ? event.request() : Optional.empty();
    }

    private void asked(PendingRequest request, List<Event> events) {
        events.add(new Event(
                plain("certificates.story.requested"),
                plain("certificates.story.by", request.requester()),
                moments.at(request.submitted()),
                plain("certificates.story.request", request.id())));
        request.agreements()
                .forEach(one -> events.add(new Event(
                        plain("certificates.story.agreed"),
                        plain("certificates.story.by", one.by()),
                        moments.at(one.at()),
                        one.comment())));
        request.decided()
                .ifPresent(one -> events.add(new Event(
                        plain("certificates.story.approved"),
                        plain("certificates.story.by", one.by()),
                        moments.at(one.at()),
                        one.comment())));
    }

    private Optional<Event> change(JournalRecord stored) {
        if (stored.event() instanceof JournalEvent.CertificateRevoked revoked) {
            String since = revoked.invalidityDate()
                    .map(date ->
                            plain("certificates.story.since", moments.at(date).exact()))
                    .orElse("");
            boolean held = revoked.reason() == dev.chancery.core.x509.RevocationReason.CERTIFICATE_HOLD;
            return Optional.of(new Event(
                    held ? plain("certificates.story.held") : plain("certificates.story.revoked"),
                    by(stored).strip(),
                    moments.at(stored.time()),
                    (held ? "" : ReasonWords.of(revoked.reason()).words() + since + ", ") + place(stored.sequence())));
        }
        return stored.event() instanceof JournalEvent.HoldReleased
                ? Optional.of(new Event(
                        plain("certificates.story.released"),
                        by(stored).strip(),
                        moments.at(stored.time()),
                        place(stored.sequence())))
                : Optional.empty();
    }

    private static String by(JournalRecord stored) {
        return " " + plain("certificates.story.by", stored.actor());
    }

    private static String place(long sequence) {
        return plain("certificates.story.record", number(sequence));
    }
}
