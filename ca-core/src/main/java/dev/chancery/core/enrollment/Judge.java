package dev.chancery.core.enrollment;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.csr.CsrOutcome.Rejected;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a request and holds it against its profile and against what belongs to its requester. No effects. */
final class Judge {
    private final CertificateRequestReader reader;
    private final ProfileCatalog profiles;
    private final IssuerRegistry issuers;
    private final Predicate<Der> compromised;
    private final Standing standing;
    private final Approvals approvals;
    private final Clock clock;

    /** @param compromised whether a public key, by the SHA-256 of its SubjectPublicKeyInfo, was ever compromised */
    Judge(
            CertificateRequestReader reader,
            ProfileCatalog profiles,
            IssuerRegistry issuers,
            Predicate<Der> compromised,
            Standing standing,
            Approvals approvals,
            Clock clock) {
        this.reader = reader;
        this.profiles = profiles;
        this.issuers = issuers;
        this.compromised = compromised;
        this.standing = standing;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** A request from outside: the requester must be one whom the profile is for. */
    Judgement judge(Requester requester, EnrollmentRequest request) {
        List<Objection> objections = new ArrayList<>();
        Optional<ProfileCatalog.Entry> profile =
                new ProfileChoice(profiles, requester).choose(request.profile(), objections::add);
        Judgement judgement = judge(profile, request.csr(), request.wishes(), objections);
        return judgement
                .grant()
                .map(grant -> waiting(judgement, grant, requester))
                .orElse(judgement);
    }

    /** A request from the queue: an officer may add to what the requester had, not give back what they have lost. */
    Judgement judgeAgain(PendingRequest pending) {
        List<Objection> objections = new ArrayList<>();
        Optional<ProfileCatalog.Entry> profile = profiles.entry(pending.profile());
        if (profile.isEmpty()) {
            objections.add(Objection.of(
                    "profile-unknown",
                    "profile",
                    "The profile \"" + pending.profile() + "\" of this request no longer exists; deny it, and let it be"
                            + " requested anew with another profile."));
        }
        Optional<Requester> requester = standing.present(pending.requester(), objections::add);
        requester.ifPresent(
                present -> profile.ifPresent(known -> standing.checkRole(present, known.profile(), objections::add)));
        Judgement judgement = judge(profile, pending.csr(), QueuedWishes.of(pending), objections);
        if (requester.isEmpty() || judgement.grant().isEmpty()) {
            return judgement;
        }
        standing.checkNames(requester.get(), judgement.grant().get(), pending.waitsBecause(), objections::add);
        if (!objections.isEmpty()) {
            return new Judgement(judgement.request(), Optional.empty(), List.of(), 0, objections, false);
        }
        Judgement today = waiting(judgement, judgement.grant().get(), requester.get());
        // Whatever has changed since: it waits, so somebody has to decide.
        return new Judgement(
                today.request(), today.grant(), today.waitsBecause(), Math.max(1, today.officers()), List.of(), false);
    }

    private Judgement waiting(Judgement judgement, Grant grant, Requester requester) {
        Approvals.Needed needed = approvals.needed(grant, requester);
        return new Judgement(
                judgement.request(),
                judgement.grant(),
                needed.because(),
                needed.officers(),
                judgement.objections(),
                judgement.malformed());
    }

    private Judgement judge(
            Optional<ProfileCatalog.Entry> profile, Der csr, Wishes wishes, List<Objection> objections) {
        Optional<Issuer> issuer = profile.flatMap(known -> issuer(known.profile(), objections));
        return reader.read(csr.unsafeOctets())
                .fold(
                        request -> judge(request, profile, issuer, wishes, objections),
                        rejected -> rejected(rejected, objections));
    }

    private Judgement judge(
            CertificateRequest request,
            Optional<ProfileCatalog.Entry> profile,
            Optional<Issuer> issuer,
            Wishes wishes,
            List<Objection> objections) {
        if (compromised.test(request.subjectPublicKeyInfo().sha256())) {
            objections.add(Objection.of(
                    "key-compromised",
                    "csr",
                    "This public key was in a certificate that was revoked because the key was compromised. Make a new"
                            + " key pair and send a new request."));
        }
        Optional<Grant> grant = Optional.empty();
        if (profile.isPresent() && issuer.isPresent()) {
            ProfileCatalog.Entry by = profile.get();
            grant = by.profile()
                    .grant(request, wishes, issuer.get().certificate().validity(), clock.instant())
                    .fold(granted -> Optional.of(granted.madeWith(by.version())), refused -> {
                        objections.addAll(refused);
                        return Optional.empty();
                    });
        }
        return new Judgement(
                Optional.of(request), objections.isEmpty() ? grant : Optional.empty(), List.of(), 0, objections, false);
    }

    private static Judgement rejected(Rejected rejected, List<Objection> objections) {
        objections.addAll(rejected.objections());
        return new Judgement(Optional.empty(), Optional.empty(), List.of(), 0, objections, rejected.malformed());
    }

    private Optional<Issuer> issuer(CertificateProfile profile, List<Objection> objections) {
        Optional<Issuer> issuer = issuers.find(profile.issuer());
        if (issuer.isEmpty()) {
            objections.add(Objection.of(
                    "issuer-missing",
                    "profile",
                    "The profile " + profile.name() + " is signed by the CA \"" + profile.issuer()
                            + "\", which this server does not have; an administrator has to correct issuer in the"
                            + " profile's file."));
        }
        return issuer;
    }
}
