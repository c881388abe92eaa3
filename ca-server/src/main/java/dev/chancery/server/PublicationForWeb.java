package dev.chancery.server;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.publisher.CrlPublisher;
import dev.chancery.publisher.check.CheckReport;
import dev.chancery.publisher.check.CheckedAddress;
import dev.chancery.publisher.fetchers.Fetcher;
import dev.chancery.web.crl.CrlFetcher;
import dev.chancery.web.crl.PublicationTarget;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.crl.SeenAddress;
import dev.chancery.web.crl.SeenFromOutside;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Lets the web application show how publication fares, in its own words. */
final class PublicationForWeb implements PublicationWatch {
    private final CrlPublisher publisher;

    PublicationForWeb(CrlPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Optional<SeenFromOutside> seen(String ca) {
        return publisher.outside().latest(ca).map(PublicationForWeb::seen);
    }

    @Override
    public List<CrlFetcher> fetchers(String ca) {
        return publisher.fetchers().of(ca).stream()
                .map(PublicationForWeb::fetcher)
                .toList();
    }

    @Override
    public boolean remembersFetchers() {
        return publisher.fetchers().remembers();
    }

    @Override
    public Optional<CrlNumber> firstListing(CertificateRecord revoked, OptionalInt partition) {
        String publication = partition.isPresent()
                ? CrlPartition.publication(revoked.issuer(), partition.getAsInt())
                : revoked.issuer();
        return revoked.revocation()
                .flatMap(status -> publisher.listings().find(publication, revoked.serial(), status.revokedAt()));
    }

    @Override
    public List<PublicationTarget> targets() {
        return publisher.targets().status().stream()
                .map(one -> new PublicationTarget(
                        one.name(), one.where(), one.lastSuccess(), one.failingSince(), one.failure(), one.waiting()))
                .toList();
    }

    private static CrlFetcher fetcher(Fetcher found) {
        return new CrlFetcher(
                found.client().getHostAddress(),
                found.partition(),
                found.crl()
                        .map(crl -> new CrlFetcher.List(
                                crl.number(), found.crlAt().orElse(Instant.EPOCH), crl.nextUpdate())),
                found.crls(),
                found.ocspAt(),
                found.ocsps());
    }

    private static SeenFromOutside seen(CheckReport report) {
        return new SeenFromOutside(
                report.at(),
                report.addresses().stream().map(PublicationForWeb::seen).toList());
    }

    private static SeenAddress seen(CheckedAddress checked) {
        String kind = switch (checked.kind()) {
            case CRL -> "crl";
            case PARTITION -> "partition";
            case CA_CERTIFICATE -> "caIssuers";
            case OCSP -> "ocsp";
        };
        return new SeenAddress(
                kind,
                checked.address(),
                checked.findings().stream()
                        .map(finding -> new SeenAddress.Finding(
                                finding.isFault(),
                                finding.message(),
                                finding.reason().code(),
                                finding.values()))
                        .toList());
    }
}
