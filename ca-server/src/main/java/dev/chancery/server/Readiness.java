package dev.chancery.server;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.editing.Mistake;
import dev.chancery.publisher.CrlPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Why this server cannot do its work now, in words. Looks at memory only. */
final class Readiness {
    private final CrlPublisher publisher;
    private final IssuerRegistry issuers;
    private final Responders responders;
    private final Supplier<List<Mistake>> profileFaults;
    private final Supplier<Optional<String>> fault;
    private final Clock clock;

    /**
     * Looks at these.
     *
     * @param profileFaults files of profiles that were not taken
     * @param fault why nothing is recorded any more; empty while all is well
     */
    Readiness(
            CrlPublisher publisher,
            IssuerRegistry issuers,
            Responders responders,
            Supplier<List<Mistake>> profileFaults,
            Supplier<Optional<String>> fault,
            Clock clock) {
        this.publisher = publisher;
        this.issuers = issuers;
        this.responders = responders;
        this.profileFaults = profileFaults;
        this.fault = fault;
        this.clock = clock;
    }

    /** What others do not get from this server, though it works: for the detail only. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(publisher.offline().remarks());
        remarks.addAll(responders.remarks());
        profileFaults
                .get()
                .forEach(mistake -> remarks.add("A profile's file is not in force: " + mistake.words()
                        + ". What was in force before still is."));
        for (Issuer issuer : issuers.all()) {
            publisher
                    .outside()
                    .latest(issuer.name())
                    .ifPresent(report -> report.lines()
                            .forEach(line -> remarks.add("Seen from outside, CA " + report.issuer() + ", " + line)));
        }
        publisher
                .targets()
                .status()
                .forEach(target -> target.failure()
                        .ifPresent(why -> remarks.add("Publication to " + target.name() + " fails: " + why + ".")));
        return remarks;
    }

    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        fault.get().ifPresent(why -> reasons.add("Nothing is issued or revoked: " + why + "."));
        Instant now = clock.instant();
        for (Issuer issuer : issuers.all()) {
            Optional<SignedCrl> crl = publisher.current(issuer.name());
            if (crl.isEmpty()) {
                reasons.add("The CA " + issuer.name() + " has no CRL yet.");
            } else if (!now.isBefore(crl.get().nextUpdate())) {
                reasons.add(
                        "The CRL of " + issuer.name() + " ended at " + crl.get().nextUpdate() + ".");
            }
            publisher
                    .lastFailure(issuer.name())
                    .ifPresent(failure ->
                            reasons.add("The CRL of " + issuer.name() + " could not be published: " + failure));
            if (now.isAfter(issuer.certificate().validity().notAfter())) {
                reasons.add("The certificate of the CA " + issuer.name() + " has expired.");
            }
        }
        reasons.addAll(responders.reasons());
        if (issuers.all().isEmpty()) {
            reasons.add("There is no CA yet.");
        }
        return reasons;
    }
}
