package dev.chancery.server;

import dev.chancery.core.access.Requester;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.crl.UploadOutcome;
import dev.chancery.core.x509.Der;
import dev.chancery.publisher.CrlPublisher;
import dev.chancery.publisher.schedule.OnRevocation;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.CrlTimes;
import java.util.Optional;

/** Lets the web application ask for a CRL without knowing who publishes it. */
final class PublisherForWeb implements CrlPublication {
    private final CrlPublisher publisher;
    private final Responders responders;

    PublisherForWeb(CrlPublisher publisher, Responders responders) {
        this.publisher = publisher;
        this.responders = responders;
    }

    @Override
    public Optional<SignedCrl> publishNow(Requester actor, String ca) {
        return publisher.publishNow(actor, ca);
    }

    @Override
    public Optional<UploadOutcome> upload(Requester actor, String ca, Der crl) {
        return publisher.upload(actor, ca, crl);
    }

    @Override
    public boolean signedElsewhere(String ca) {
        return publisher.offline().watches(ca);
    }

    @Override
    public Optional<CrlTimes> times(String ca) {
        return publisher
                .plan(ca)
                .filter(plan -> !signedElsewhere(ca))
                .map(plan -> new CrlTimes(
                        plan.full().interval(),
                        plan.full().lifetime(),
                        plan.delta().map(CrlTerms::interval),
                        Optional.of(plan.digest()).filter(digest -> plan.onRevocation() != OnRevocation.NOTHING)));
    }

    @Override
    public Optional<String> due(String ca) {
        return publisher.offline().remark(ca);
    }

    @Override
    public Optional<String> responderDue(String ca) {
        return responders.remark(ca);
    }

    @Override
    public Optional<SignedCrl> current(String publication) {
        return publisher.current(publication);
    }

    @Override
    public Optional<CrlOctets> archived(String publication, CrlNumber number) {
        return publisher.archived(publication, number);
    }

    @Override
    public Optional<CrlNumber> before(String publication, CrlNumber number) {
        return publisher.before(publication, number);
    }

    @Override
    public Optional<String> lastFailure(String ca) {
        return publisher.lastFailure(ca);
    }
}
