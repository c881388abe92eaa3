package dev.chancery.web;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlAcceptance;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.crl.UploadOutcome;
import dev.chancery.core.x509.Der;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.CrlTimes;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Signs real CRLs and publishes them nowhere. */
final class PublishesInMemory implements CrlPublication {
    private final IssuerRegistry issuers;
    private final CrlIssuer crlIssuer;
    private final CrlAcceptance acceptance;
    private final Map<String, SignedCrl> current = new ConcurrentHashMap<>();
    private final NavigableMap<CrlNumber, CrlOctets> archive = new ConcurrentSkipListMap<>();

    PublishesInMemory(IssuerRegistry issuers, CrlIssuer crlIssuer, CrlAcceptance acceptance) {
        this.acceptance = acceptance;
        this.issuers = issuers;
        this.crlIssuer = crlIssuer;
    }

    @Override
    public Optional<SignedCrl> publishNow(Requester actor, String ca) {
        return issuers.find(ca).map(issuer -> {
            SignedCrl crl = crlIssuer.issue(
                    actor, issuer, new CrlScope.Full(), CrlTerms.standard(), Optional.ofNullable(current.get(ca)));
            current.put(ca, crl);
            archive.put(crl.number(), crl.octets());
            return crl;
        });
    }

    @Override
    public Optional<UploadOutcome> upload(Requester actor, String ca, Der crl) {
        return issuers.find(ca)
                .map(issuer -> acceptance.accept(actor, issuer, crl, Optional.ofNullable(current.get(ca))));
    }

    @Override
    public boolean signedElsewhere(String ca) {
        return issuers.find(ca).filter(Issuer::offline).isPresent();
    }

    @Override
    public Optional<String> responderDue(String ca) {
        return Optional.empty();
    }

    @Override
    public Optional<CrlTimes> times(String ca) {
        return signedElsewhere(ca)
                ? Optional.empty()
                : Optional.of(new CrlTimes(
                        Duration.ofHours(12),
                        Duration.ofDays(2),
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(1))));
    }

    @Override
    public Optional<String> due(String ca) {
        return Optional.empty();
    }

    @Override
    public Optional<SignedCrl> current(String ca) {
        return Optional.ofNullable(current.get(ca));
    }

    /** Of one CA only. */
    @Override
    public Optional<CrlOctets> archived(String publication, CrlNumber number) {
        return publication.endsWith("-delta") ? Optional.empty() : Optional.ofNullable(archive.get(number));
    }

    @Override
    public Optional<CrlNumber> before(String publication, CrlNumber number) {
        return Optional.ofNullable(archive.lowerKey(number));
    }

    @Override
    public Optional<String> lastFailure(String ca) {
        return Optional.empty();
    }
}
