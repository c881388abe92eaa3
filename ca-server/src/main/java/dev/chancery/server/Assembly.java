package dev.chancery.server;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ceremony.AuthorityLoader;
import dev.chancery.core.ceremony.Ceremony;
import dev.chancery.core.ceremony.CeremonyFaultException;
import dev.chancery.core.ceremony.Partitioning;
import dev.chancery.core.crl.CrlAcceptance;
import dev.chancery.core.crl.CrlDisposal;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlSpool;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.editing.FolderFaultException;
import dev.chancery.core.editing.Mistake;
import dev.chancery.core.editing.ProfileEditor;
import dev.chancery.core.editing.ProfileText;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.issuance.AuthorityCertificates;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.Rehearsal;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SignatureProvider;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.role.RoleCatalog;
import dev.chancery.db.Storage;
import dev.chancery.publisher.CrlPublisher;
import dev.chancery.publisher.ocsp.OcspResponder;
import dev.chancery.web.WebEnrollment;
import dev.chancery.web.WebParts;
import dev.chancery.web.auth.LocalAdmin;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts list. Nothing decides here; everything is made here, once, and given to those who need it. */
final class Assembly implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Assembly.class);

    /** For each provider to sign, and again to verify. */
    private static final Duration SIGNATURE_BUDGET = Duration.ofMillis(40);

    private final DataDirectory data;
    private final Storage storage;
    private final CrlPublisher publisher;
    private final OcspResponder ocsp;
    private final Responders responders;
    private final IssuerRegistry issuers = new IssuerRegistry();
    private final KeyVault vault;
    private final Enrollment enrollment;
    private final Revocations revocations;
    private final AccessPolicy access = new AccessPolicy();
    private final ProfileEditor editor;
    private final FirstStart firstStart;
    private final WebEnrollment web;
    private final Handler onPlain;
    private final Handler onSecure;
    private final Clock clock;
    private final Metrics metrics;

    static Assembly of(DataDirectory data, Settings settings, Clock clock, Map<String, String> environment) {
        SecureRandom random = new SecureRandom();
        ProfileText language = new YamlProfiles();
        ProfileCatalog profiles = Configuration.profiles(data, language);
        RoleCatalog roles = Configuration.roles(data);
        Opening opening = Opening.open(data, clock, random, environment);
        try {
            return new Assembly(data, settings, clock, random, profiles, language, roles, opening);
        } catch (KeyUnavailableException | CeremonyFaultException e) {
            opening.storage().close();
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            opening.storage().close();
            throw e;
        }
    }

    private Assembly(
            DataDirectory data,
            Settings settings,
            Clock clock,
            SecureRandom random,
            ProfileCatalog profiles,
            ProfileText language,
            RoleCatalog roles,
            Opening opening) {
        this.data = data;
        this.clock = clock;
        this.storage = opening.storage();
        // What measures wraps what works, and can never stop it.
        this.metrics = new Metrics();
        Journal journal = metrics.around(storage.journal());
        CertificateLedger ledger = storage.ledger();

        // Keys and CAs.
        this.vault = opening.vault().join();
        SignatureProvider providers = vault.providers();
        log.info("{}", providers.describe());
        new AuthorityLoader(vault, storage.authorities(), data.root()).load(issuers);

        this.editor = new ProfileEditor(
                profiles,
                storage.profileVersions(),
                language,
                new ProfilesOnDisk(data.profiles()),
                new ProfileNeeds(roles, storage.requestQueue(), issuers),
                journal);

        // The signing path.
        LocalToken token = LocalToken.open(data.adminToken(), random);
        LocalAdmin localAdmin = new LocalAdmin(token.sha256Hex());
        Linter linter = new Linter();
        Issuance issuance = new Issuance(issuers, linter, journal, ledger, clock, random);
        CertificateRequestReader requests = new CertificateRequestReader(providers.preferred());
        this.enrollment = new Enrollment(
                requests,
                storage.accounts(),
                List.of(Requester.system(), localAdmin.requester()),
                settings.names().crownNames(),
                profiles,
                issuers,
                issuance,
                ledger,
                storage.requestQueue(),
                journal,
                clock);
        Ceremony ceremony = new Ceremony(
                vault,
                issuers,
                new AuthorityCertificates(linter, journal, clock, random),
                journal,
                storage.authorities(),
                clock,
                data.root());

        // Revocation, and how the world learns of it.
        CrlIssuer crlIssuer = new CrlIssuer(ledger, storage.crlArchive(), journal, CrlSpool.in(data.crl()), clock);
        CrlAcceptance acceptance = new CrlAcceptance(ledger, storage.crlArchive(), journal, clock);
        this.publisher = new CrlPublisher(
                issuers,
                crlIssuer,
                acceptance,
                new CrlDisposal(storage.crlArchive(), journal),
                settings.crl(),
                settings.publication(),
                data.crl(),
                clock);
        this.revocations = new Revocations(journal, ledger, clock, publisher);

        this.ocsp = new OcspResponder(ledger, settings.ocsp(), clock);
        ocsp.tell(publisher::statusTold);
        this.responders = new Responders(
                new ResponderCertificates(vault, data.keys(), issuance, profiles, requests, ledger, access, clock),
                issuers,
                ocsp,
                clock);

        // Those who ask.
        this.web = new WebEnrollment(new WebParts(
                enrollment,
                revocations,
                ledger,
                storage.requestQueue(),
                storage.accounts(),
                profiles,
                editor,
                new Rehearsal(linter, vault, clock, random),
                ProfileFiles.schema(),
                roles,
                issuers,
                access,
                journal,
                storage.crlArchive(),
                new PublisherForWeb(publisher, responders),
                new PublicationForWeb(publisher),
                new HouseForWeb(storage),
                settings.web(),
                localAdmin,
                random,
                clock));
        this.firstStart = new FirstStart(
                settings.authority(),
                ceremony,
                new Partitioning(issuers, storage.authorities(), journal),
                issuers,
                storage.accounts(),
                web.users(),
                access);

        Readiness readiness = new Readiness(publisher, issuers, responders, editor::faults, storage::fault, clock);
        // What validating servers fetch comes first, and what may wait comes last.
        this.onPlain = new Handler.Sequence(
                publisher.handler(),
                new HealthHandler(readiness::reasons, readiness::remarks),
                new OnThreads(new Handler.Sequence(ocsp.handler(), web.plain())));
        this.onSecure = new Handler.Sequence(
                ocsp.handler(),
                new StrictPaths(new Handler.Sequence(
                        new HealthHandler(readiness::reasons, readiness::remarks),
                        new MetricsHandler(
                                metrics::scrape, new MetricsAccess(token, storage.accounts(), access, clock)),
                        publisher.handler(),
                        new FirstLook(publisher.outside(), FirstLook.PATIENCE, web.secure()))));
    }

    FirstStart firstStart() {
        return firstStart;
    }

    /** Once the CAs are there, and before anything is issued: the profiles as they are now, each version on record. */
    void recordProfiles() {
        try {
            List<Mistake> mistakes = editor.begin().faults();
            if (!mistakes.isEmpty()) {
                throw new StartRefusedException("Profiles have mistakes:\n"
                        + mistakes.stream().map(Mistake::words).collect(Collectors.joining("\n")));
            }
        } catch (FolderFaultException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Once the CAs are there. */
    void measure() {
        metrics.watch(publisher, issuers, storage);
        metrics.watch(ocsp);
    }

    /** Lets every provider sign with the CAs' keys; from then on the fastest does. */
    void measureSignatures() {
        vault.measure(SIGNATURE_BUDGET).forEach(found -> {
            log.info("{}", found.describe());
            metrics.signatures(found);
        });
    }

    /** Once the listeners are there. */
    void measure(Listeners listeners) {
        metrics.watch(web.turns(), listeners);
    }

    CrlPublisher publisher() {
        return publisher;
    }

    /** Who signs OCSP answers. */
    Responders responders() {
        return responders;
    }

    Enrollment enrollment() {
        return enrollment;
    }

    Revocations revocations() {
        return revocations;
    }

    Journal journal() {
        return storage.journal();
    }

    AccessPolicy access() {
        return access;
    }

    Issuer issuer(String name) {
        return issuers.find(name).orElseThrow();
    }

    ServerTls tls(HostNames names) {
        return new ServerTls(vault, data.tls(), issuers, storage.ledger(), enrollment, access, names, clock);
    }

    /** Tells the page on plain HTTP where people sign in. */
    void signInAt(int httpsPort) {
        web.httpsPort(httpsPort);
    }

    /** Once every key that a start needs is open. */
    void keysAreOpen() {
        vault.forget();
    }

    Handler onPlain() {
        return onPlain;
    }

    Handler onSecure() {
        return onSecure;
    }

    /** CRLs that are due are published, then the journal is flushed and closed. */
    @Override
    public void close() {
        try {
            ocsp.close();
            publisher.close();
        } finally {
            storage.close();
        }
    }
}
