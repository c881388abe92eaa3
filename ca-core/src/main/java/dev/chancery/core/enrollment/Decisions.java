package dev.chancery.core.enrollment;

import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.issuance.IssuanceOutcome.AwaitingApproval;
import dev.chancery.core.issuance.IssuanceOutcome.Issued;
import dev.chancery.core.issuance.IssuanceOutcome.Refused;
import dev.chancery.core.issuance.IssuanceRequest;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent.RequestAgreed;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SerialNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An officer approves a request: it is issued, or waits on for another officer where more than one has to agree. */
final class Decisions {
    private final Judge judge;
    private final Standing standing;
    private final Issuance issuance;
    private final CertificateLedger ledger;
    private final RequestQueue queue;
    private final Journal journal;

    Decisions(
            Judge judge,
            Standing standing,
            Issuance issuance,
            CertificateLedger ledger,
            RequestQueue queue,
            Journal journal) {
        this.judge = judge;
        this.standing = standing;
        this.issuance = issuance;
        this.ledger = ledger;
        this.queue = queue;
        this.journal = journal;
    }

    IssuanceOutcome approve(Permit permit, Requester officer, long request, String comment) {
        Optional<PendingRequest> found = queue.find(request);
        if (found.isEmpty()) {
            return refused("request-not-found", "There is no request " + request + ".");
        }
        PendingRequest pending = found.get();
        if (pending.requester().equals(officer.name())) {
            return refused(
                    "request-own", "Request " + request + " is your own; another officer has to decide about it.");
        }
        if (pending.state() != PendingRequest.State.PENDING) {
            return refused("request-not-pending", decided(pending));
        }
        Judgement judgement = judge.judgeAgain(pending);
        if (judgement.grant().isEmpty()) {
            return new Refused(judgement.objections(), judgement.malformed());
        }
        Grant grant = judgement.grant().get();
        Der to = AgreedTo.digest(grant);
        if (agreed(pending, to, officer).size() >= judgement.officers()) {
            return issue(permit, pending, grant, comment);
        }
        return standing.agreed(pending, to).contains(officer.name())
                ? repeated(pending, officer, judgement.officers())
                : agree(permit, officer, pending, judgement, comment);
    }

    private Set<String> agreed(PendingRequest pending, Der to, Requester officer) {
        Set<String> officers = new HashSet<>(standing.agreed(pending, to));
        officers.add(officer.name());
        return officers;
    }

    private IssuanceOutcome issue(Permit permit, PendingRequest pending, Grant grant, String comment) {
        return issuance.issue(
                permit,
                new IssuanceRequest(
                        grant,
                        pending.requester(),
                        Optional.empty(),
                        Optional.of(pending.id()),
                        List.of(new RequestApproved(pending.id(), comment))));
    }

    private IssuanceOutcome agree(
            Permit permit, Requester officer, PendingRequest pending, Judgement judgement, String comment) {
        Grant grant = judgement.grant().orElseThrow();
        Der to = AgreedTo.digest(grant);
        return journal.record(officer, new RequestAgreed(pending.id(), to, comment))
                .fold(
                        recorded -> agreed(permit, officer, pending.id(), grant, judgement, comment),
                        conflict -> refused(
                                "request-not-pending",
                                "Request " + pending.id() + " was decided at this very moment; look at it again."));
    }

    /** Two officers who agree at the same moment each find the other's agreement here; the request is issued once. */
    private IssuanceOutcome agreed(
            Permit permit, Requester officer, long id, Grant grant, Judgement judgement, String comment) {
        PendingRequest now = queue.find(id).orElseThrow();
        Set<String> officers = agreed(now, AgreedTo.digest(grant), officer);
        if (officers.size() < judgement.officers()) {
            return awaiting(now, judgement);
        }
        IssuanceOutcome outcome = issue(permit, now, grant, comment);
        return outcome instanceof Refused
                ? queue.find(id)
                        .flatMap(PendingRequest::serial)
                        .map(SerialNumber::parse)
                        .flatMap(ledger::find)
                        .<IssuanceOutcome>map(certificate -> new Issued(certificate, true))
                        .orElse(outcome)
                : outcome;
    }

    private AwaitingApproval awaiting(PendingRequest pending, Judgement judgement) {
        List<String> because = new ArrayList<>();
        because.add(Preview.soFar(agreements(pending, judgement), judgement.officers()));
        because.addAll(judgement.waitsBecause());
        return new AwaitingApproval(pending.id(), because);
    }

    /** Those that count today. */
    List<PendingRequest.Agreement> agreements(PendingRequest pending, Judgement judgement) {
        if (judgement.grant().isEmpty() || judgement.officers() < 2) {
            return List.of();
        }
        Set<String> counts =
                standing.agreed(pending, AgreedTo.digest(judgement.grant().get()));
        return pending.agreements().stream()
                .filter(agreement -> counts.contains(agreement.by()))
                .toList();
    }

    private static Refused repeated(PendingRequest pending, Requester officer, int officers) {
        String when = pending.agreements().stream()
                .filter(agreement -> agreement.by().equals(officer.name()))
                .map(agreement -> " at " + agreement.at())
                .findFirst()
                .orElse("");
        return refused(
                "approval-repeated",
                "You approved request " + pending.id() + when + "; it needs " + Preview.words(officers)
                        + " different officers, so another one has to approve it now.");
    }

    private static String decided(PendingRequest request) {
        String what = request.state() == PendingRequest.State.ISSUED ? "approved" : "denied";
        return "Request " + request.id() + " was " + what
                + request.decided()
                        .map(decided -> " by " + decided.by() + " at " + decided.at())
                        .orElse("")
                + " already.";
    }

    private static Refused refused(String rule, String message) {
        return new Refused(List.of(Objection.of(rule, "request", message)), false);
    }
}
