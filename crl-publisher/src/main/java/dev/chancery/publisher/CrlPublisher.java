package dev.chancery.publisher;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlAcceptance;
import dev.chancery.core.crl.CrlDisposal;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.crl.UploadOutcome;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.revocation.RevocationListener;
import dev.chancery.core.x509.Der;
import dev.chancery.publisher.check.OutsideCheck;
import dev.chancery.publisher.fetchers.Fetchers;
import dev.chancery.publisher.fetchers.FirstListings;
import dev.chancery.publisher.publish.CrlDirectory;
import dev.chancery.publisher.publish.CrlPublication;
import dev.chancery.publisher.publish.CrlRetention;
import dev.chancery.publisher.publish.CrlUploads;
import dev.chancery.publisher.publish.PartitionPublication;
import dev.chancery.publisher.publish.PublishedCrls;
import dev.chancery.publisher.schedule.CrlPlan;
import dev.chancery.publisher.schedule.CrlSchedule;
import dev.chancery.publisher.schedule.CrlSettings;
import dev.chancery.publisher.schedule.OfflineCrlWatch;
import dev.chancery.publisher.schedule.PartitionSchedule;
import dev.chancery.publisher.serve.PublicationHandler;
import dev.chancery.publisher.target.Targets;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;

/** The publisher, put together: give it revocations, mount its handler, start it. */
public final class CrlPublisher implements RevocationListener, AutoCloseable {
    private final PublishedCrls published = new PublishedCrls();
    private final CrlDirectory directory;
    private final CrlSettings settings;
    private final CrlSchedule schedule;
    private final PartitionSchedule partitions;
    private final CrlRetention retention;
    private final IssuerRegistry issuers;
    private final CrlUploads uploads;
    private final OfflineCrlWatch offline;
    private final PublicationHandler handler;
    private final OutsideCheck outside;
    private final Fetchers fetchers;
    private final FirstListings listings;
    private final Targets targets;
    private final String ownUserAgent;

    /**
     * Connects the parts.
     *
     * @param acceptance judges the CRLs of offline CAs
     * @param disposal records which files of the archive are deleted
     * @param directory where each CRL is kept as a file; exists already
     */
    public CrlPublisher(
            IssuerRegistry issuers,
            CrlIssuer crlIssuer,
            CrlAcceptance acceptance,
            CrlDisposal disposal,
            CrlSettings crls,
            PublicationSettings settings,
            Path directory,
            Clock clock) {
        this.directory = new CrlDirectory(directory);
        this.settings = crls;
        CrlPublication publication = new CrlPublication(crlIssuer, this.directory, published, clock);
        this.issuers = issuers;
        this.uploads = new CrlUploads(acceptance, this.directory, published);
        this.offline = new OfflineCrlWatch(issuers, published, clock);
        this.ownUserAgent = "Chancery-Check/" + UUID.randomUUID();
        this.fetchers = new Fetchers(settings.fetchers(), clock);
        this.listings = new FirstListings(this.directory::archived);
        this.schedule = new CrlSchedule(issuers, crls, publication, published, clock);
        this.partitions = new PartitionSchedule(
                issuers, crls, new PartitionPublication(crlIssuer, publication, published), clock);
        this.handler = new PublicationHandler(issuers, published, directory, fetchers, ownUserAgent, clock);
        this.outside = new OutsideCheck(issuers, published, ownUserAgent, clock);
        this.targets = new Targets(settings.targets(), issuers, clock);
        this.retention = new CrlRetention(issuers, published, this.directory, disposal, crls.archive(), clock);
        published.watchAll(listings::published);
        published.watchAll(retention::published);
        published.watchAll(targets::published);
        published.watch(crl -> outside.published(crl.issuer()));
    }

    /** Returns when every CA and every partition has a CRL in force, or has failed to get one. */
    public void start() {
        targets.start();
        schedule.start();
        partitions.start();
        retention.start();
        offline.start();
    }

    /** The listeners accept: from now on what is published is also looked at from outside. */
    public void reachable() {
        outside.open();
    }

    /** What others see of this server. */
    public OutsideCheck outside() {
        return outside;
    }

    /** Other places that get what is published, and how they fare. */
    public Targets targets() {
        return targets;
    }

    /** Who has fetched what. */
    public Fetchers fetchers() {
        return fetchers;
    }

    /** A client was told a status by OCSP. */
    public void statusTold(Request request, String ca) {
        if (!ownUserAgent.equals(request.getHeaders().get(HttpHeader.USER_AGENT))
                && request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from) {
            fetchers.ocsp(from.getAddress(), ca);
        }
    }

    /** Which CRL was the first to list a certificate. */
    public FirstListings listings() {
        return listings;
    }

    /** Serves {@code /crl/} and {@code /ca/}, on plain HTTP and HTTPS alike. */
    public Handler handler() {
        return handler;
    }

    @Override
    public void statusChanged(CertificateRecord certificate) {
        partitions.statusChanged(certificate);
        schedule.statusChanged(certificate.issuer());
    }

    /** Judges, records and publishes a CRL that was signed elsewhere; empty for an unknown CA. */
    public Optional<UploadOutcome> upload(Requester actor, String issuer, Der crl) {
        return issuers.find(issuer).map(found -> uploads.upload(actor, found, crl));
    }

    /** Warns before the CRL of an offline CA ends. */
    public OfflineCrlWatch offline() {
        return offline;
    }

    /** Those of partitions follow within a second. Empty for an unknown CA; throws what stopped the publication. */
    public Optional<SignedCrl> publishNow(Requester actor, String issuer) {
        partitions.publishSoon(actor, issuer);
        return schedule.publishNow(actor, issuer);
    }

    /** @param publication {@code issuing}, {@code issuing-3} */
    public Optional<SignedCrl> current(String publication) {
        return published.find(publication);
    }

    /**
     * A CRL that was published earlier.
     *
     * @param publication {@code issuing}, {@code issuing-delta}, {@code issuing-3}
     */
    public Optional<CrlOctets> archived(String publication, CrlNumber number) {
        return directory.archived(publication, number);
    }

    /** The number of the one that was published before it. */
    public Optional<CrlNumber> before(String publication, CrlNumber number) {
        return directory.before(publication, number);
    }

    /** When that CA's CRLs are due; empty when there is none of that name. */
    public Optional<CrlPlan> plan(String issuer) {
        return issuers.find(issuer).map(known -> settings.plan(known.name()));
    }

    /** CAs whose last publication failed. */
    public List<String> failing() {
        return schedule.failing();
    }

    /** Why the last publication of its full CRL, or of a partition's, failed. */
    public Optional<String> lastFailure(String issuer) {
        return schedule.lastFailure(issuer)
                .or(() -> partitions.failures(issuer).stream().findFirst());
    }

    @Override
    public void close() {
        offline.close();
        outside.close();
        targets.close();
        partitions.close();
        schedule.close();
        retention.close();
    }
}
