package dev.chancery.core.issuance;

import dev.chancery.core.access.Permit;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.ClockGuard;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.lint.LintOutcome;
import dev.chancery.core.lint.Linted;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Objection;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The one way to a certificate: granted, drafted, linted, signed, stored, released. */
public final class Issuance {
    private final IssuerRegistry issuers;
    private final Admission admission;
    private final ClockGuard clock;
    private final CertificateDrafter drafter;
    private final Linter linter;
    private final Journal journal;
    private final CertificateLedger ledger;
    private final Prepared.Shelf prepared = new Prepared.Shelf();

    public Issuance(
            IssuerRegistry issuers,
            Linter linter,
            Journal journal,
            CertificateLedger ledger,
            Clock clock,
            SecureRandom random) {
        this.issuers = issuers;
        this.admission = new Admission(ledger);
        this.clock = new ClockGuard(journal, clock);
        this.drafter = new CertificateDrafter(random);
        this.linter = linter;
        this.journal = journal;
        this.ledger = ledger;
    }

    /**
     * Returns when the certificate is durable, or why there is none. Blocks for one group commit.
     *
     * <p>An idempotency key that led this requester to a certificate before leads to it again, as long as the request is
     * for the same key and profile.
     *
     * @param permit for REQUEST_CERTIFICATE of the requester's own, or for DECIDE_REQUEST on the request it fulfils
     * @throws IssuanceFaultException when the server is set up wrongly
     */
    public IssuanceOutcome issue(Permit permit, IssuanceRequest request) {
        Entitlement.check(permit, request);
        Optional<IssuanceOutcome> earlier = earlier(request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Grant grant = request.grant();
        Issuer issuer = issuer(grant);
        List<Objection> objections = admission.objections(grant, issuer);
        if (!objections.isEmpty()) {
            return Refusals.of(objections);
        }
        clock.now();
        Prepared ready = prepared(issuer, grant);
        Signatory signatory = ready.signatory();
        Contents contents = Contents.of(grant, ready.constant());
        Der draft = drafter.draft(contents, signatory);
        return lint(draft, signatory, contents)
                .fold(
                        linted -> store(permit, request, signed(linted, issuer, signatory, contents)),
                        findings -> Refusals.linted(grant.profile().name(), findings));
    }

    private Prepared prepared(Issuer issuer, Grant grant) {
        try {
            return prepared.find(issuer, grant.profile(), issuers);
        } catch (KeyUnavailableException e) {
            throw new IssuanceFaultException(
                    "The profile \"" + grant.profile().name() + "\" asks for a signature that the" + " CA \""
                            + issuer.name() + "\" cannot make: " + e.getMessage());
        }
    }

    private LintOutcome lint(Der draft, Signatory signatory, Contents contents) {
        return linter.judge(
                draft,
                signatory.key().algorithm().identifier(),
                signatory.key().publicKeyInfo(),
                contents.expectation(signatory.certificate()));
    }

    private record Signed(String issuer, EncodedCertificate certificate, OptionalInt partition) {}

    private static Signed signed(Linted linted, Issuer issuer, Signatory signatory, Contents contents) {
        EncodedCertificate certificate = CertificateSigner.sign(linted, signatory);
        return new Signed(issuer.name(), certificate, signatory.partition(contents, certificate.serial()));
    }

    private IssuanceOutcome store(Permit permit, IssuanceRequest request, Signed signed) {
        List<JournalEvent> entry = new ArrayList<>(request.recordedWith());
        entry.add(new JournalEvent.CertificateIssued(
                signed.issuer(),
                signed.certificate().der(),
                request.grant().profile().name(),
                request.requester(),
                request.idempotencyKey(),
                request.request(),
                signed.partition(),
                request.grant().profileVersion()));
        return journal.record(permit.requester(), entry)
                .fold(recorded -> release(request, signed, recorded), conflict -> conflicting(request, conflict));
    }

    /** What the ledger says from now on, without asking it: the journal has just recorded these octets. */
    private static IssuanceOutcome release(IssuanceRequest request, Signed signed, AppendOutcome.Recorded recorded) {
        return new IssuanceOutcome.Issued(
                new CertificateRecord(
                        signed.issuer(),
                        signed.certificate(),
                        request.grant().profile().name(),
                        request.requester(),
                        recorded.time(),
                        recorded.sequence(),
                        Optional.empty(),
                        signed.partition(),
                        request.grant().profileVersion()),
                false);
    }

    private IssuanceOutcome conflicting(IssuanceRequest request, AppendOutcome.Conflict conflict) {
        return switch (conflict.kind()) {
            case IDEMPOTENCY_KEY_USED ->
                earlier(request)
                        .orElseThrow(() -> new IssuanceFaultException("The journal says that the idempotency key"
                                + " was used, but the ledger does not know the certificate: " + conflict.detail()));
            case REQUEST_NOT_PENDING -> Refusals.notPending(conflict);
            default ->
                throw new IssuanceFaultException("The signed certificate could not be recorded and was thrown away: "
                        + conflict.detail() + " (" + conflict.kind() + ")");
        };
    }

    private Optional<IssuanceOutcome> earlier(IssuanceRequest request) {
        return request.idempotencyKey()
                .flatMap(key -> ledger.findByIdempotencyKey(request.requester(), key)
                        .map(found -> Admission.sameRequest(request.grant(), found)
                                ? new IssuanceOutcome.Issued(found, true)
                                : Refusals.keyReused(key, found)));
    }

    private Issuer issuer(Grant grant) {
        String name = grant.profile().issuer();
        return issuers.find(name)
                .orElseThrow(() -> new IssuanceFaultException("The profile \""
                        + grant.profile().name() + "\" is signed by the CA \"" + name
                        + "\", which this server does not have. It has "
                        + issuers.all().stream().map(Issuer::name).toList()
                        + ": correct \"issuer\" in the profile's file."));
    }
}
