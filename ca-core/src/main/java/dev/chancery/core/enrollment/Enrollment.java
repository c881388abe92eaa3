package dev.chancery.core.enrollment;

import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.issuance.IssuanceOutcome.AwaitingApproval;
import dev.chancery.core.issuance.IssuanceOutcome.Refused;
import dev.chancery.core.issuance.IssuanceRequest;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.x509.RequestedName;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Requests, approval, issuance: what every front door calls. */
public final class Enrollment {
    private static final String ANY = "*";

    private final ProfileCatalog profiles;
    private final CrownNames crown;
    private final Judge judge;
    private final Decisions decisions;
    private final EarlierRequests earlier;
    private final Issuance issuance;
    private final RequestQueue queue;
    private final Journal journal;
    private final RefusalAudit refusals;

    /**
     * The parts of it.
     *
     * @param withoutAccount who may ask and has no account: the server itself, and whoever holds its local token
     * @param crown names that need two officers
     */
    public Enrollment(
            CertificateRequestReader reader,
            Accounts accounts,
            List<Requester> withoutAccount,
            CrownNames crown,
            ProfileCatalog profiles,
            IssuerRegistry issuers,
            Issuance issuance,
            CertificateLedger ledger,
            RequestQueue queue,
            Journal journal,
            Clock clock) {
        this.profiles = profiles;
        this.crown = crown;
        Standing standing = new Standing(accounts, withoutAccount);
        this.judge = new Judge(reader, profiles, issuers, ledger::compromised, standing, new Approvals(crown), clock);
        this.decisions = new Decisions(judge, standing, issuance, ledger, queue, journal);
        this.earlier = new EarlierRequests(reader, ledger, queue);
        this.issuance = issuance;
        this.queue = queue;
        this.journal = journal;
        this.refusals = new RefusalAudit(journal);
    }

    /**
     * Issues at once, queues for an officer, or refuses; each of them is in the journal before it is answered. A repeated
     * idempotency key gets the answer of the first time.
     *
     * @param permit for REQUEST_CERTIFICATE, of this profile or any
     */
    public IssuanceOutcome request(Permit permit, EnrollmentRequest request) {
        Requester requester = permit.require(Permission.REQUEST_CERTIFICATE);
        holdGood(permit, request.profile());
        return refusals.keep(requester, "request-refused", request.profile(), answer(permit, requester, request));
    }

    private IssuanceOutcome answer(Permit permit, Requester requester, EnrollmentRequest request) {
        Optional<IssuanceOutcome> before = earlier.find(requester.name(), request);
        if (before.isPresent()) {
            return before.get();
        }
        Judgement judgement = judge.judge(requester, request);
        if (judgement.grant().isEmpty()) {
            return new Refused(judgement.objections(), judgement.malformed());
        }
        if (!judgement.waitsBecause().isEmpty()) {
            return submit(requester, request, judgement);
        }
        Grant grant = judgement.grant().get();
        return issuance.issue(
                permit,
                new IssuanceRequest(grant, requester.name(), request.idempotencyKey(), Optional.empty(), List.of()));
    }

    /** The same judgement without any effect. */
    public Preview preview(Permit permit, EnrollmentRequest request) {
        Requester requester = permit.require(Permission.REQUEST_CERTIFICATE);
        holdGood(permit, request.profile());
        return judge.judge(requester, request).preview();
    }

    /**
     * What this requester may ask for at all, before anything is asked.
     *
     * @param permit for REQUEST_CERTIFICATE
     */
    public Prospects prospects(Permit permit) {
        return Prospects.of(permit.require(Permission.REQUEST_CERTIFICATE), profiles, crown);
    }

    /**
     * What can be said of names before there is a CSR: which of them wait for officers, and why. Names that are none yet
     * are passed over.
     *
     * @param permit for REQUEST_CERTIFICATE
     */
    public List<String> foresee(Permit permit, List<RequestedName> names) {
        return new Foresight(permit.require(Permission.REQUEST_CERTIFICATE), crown).of(names);
    }

    /**
     * Which of these names need two officers, whoever asks, and why.
     *
     * @param permit for REQUEST_CERTIFICATE
     */
    public List<String> crowned(Permit permit, List<RequestedName> names) {
        return new Foresight(permit.require(Permission.REQUEST_CERTIFICATE), crown).crowned(names);
    }

    /**
     * Approves, and issues unless more officers have to agree ({@code AwaitingApproval}); the request and who made it are
     * judged again first. The permit is for DECIDE_REQUEST on this request.
     */
    public IssuanceOutcome approve(Permit permit, long request, String comment) {
        Requester officer = permit.require(Permission.DECIDE_REQUEST);
        holdGood(permit, Long.toString(request));
        return refusals.keep(
                officer,
                "approval-refused",
                Long.toString(request),
                decisions.approve(permit, officer, request, comment));
    }

    /** The comment tells the requester why. The permit is for DECIDE_REQUEST on this request. */
    public DenialOutcome deny(Permit permit, long request, String comment) {
        Requester officer = permit.require(Permission.DECIDE_REQUEST);
        holdGood(permit, Long.toString(request));
        Optional<PendingRequest> found = queue.find(request);
        if (found.isEmpty()) {
            return DenialOutcome.NOT_FOUND;
        }
        if (found.get().requester().equals(officer.name())) {
            throw new IllegalStateException(
                    "a permit of " + officer.name() + " was used to decide about request " + request + ", their own");
        }
        return journal.record(officer, new RequestDenied(request, comment))
                .fold(recorded -> DenialOutcome.DENIED, conflict -> DenialOutcome.NOT_PENDING);
    }

    /**
     * What approving it now would come to, without any effect; empty when there is no such request.
     *
     * @param permit for READ_REQUEST on this request
     */
    public Optional<Preview> review(Permit permit, long request) {
        permit.require(Permission.READ_REQUEST);
        holdGood(permit, Long.toString(request));
        return queue.find(request).map(pending -> {
            Judgement judgement = judge.judgeAgain(pending);
            return judgement.preview(decisions.agreements(pending, judgement));
        });
    }

    private IssuanceOutcome submit(Requester requester, EnrollmentRequest request, Judgement judgement) {
        CertificateRequest csr = judgement.request().orElseThrow();
        long id = journal.nextRequestId();
        RequestSubmitted submitted = new RequestSubmitted(
                id,
                request.profile(),
                requester.name(),
                csr.der(),
                request.wishes().names().map(QueuedWishes::texts),
                request.wishes().subject(),
                request.wishes().validity().map(QueuedWishes::iso),
                request.idempotencyKey(),
                judgement.waitsBecause());
        return journal.record(requester, submitted)
                .fold(
                        recorded -> new AwaitingApproval(id, judgement.waitsBecause()),
                        conflict -> raced(requester, request, conflict));
    }

    /** Somebody sent the same idempotency key at the same moment; their answer is this one's, too. */
    private IssuanceOutcome raced(Requester requester, EnrollmentRequest request, AppendOutcome.Conflict conflict) {
        return earlier.find(requester.name(), request)
                .orElseThrow(() -> new IllegalStateException(
                        "the request could not be queued: " + conflict.kind() + ", " + conflict.detail()));
    }

    /** A permit for one object is a defect of the caller when it is used for another. */
    private static void holdGood(Permit permit, String object) {
        if (!permit.object().equals(ANY) && !permit.object().equals(object)) {
            throw new IllegalStateException("a permit for " + permit.object() + " was used for " + object);
        }
    }
}
