package dev.chancery.web;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlAcceptance;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.Rehearsal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.memory.MemorySpool;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.SampleEditor;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.NameKind;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.SubjectAttribute;
import dev.chancery.core.profile.SubjectSource;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.role.SampleRoles;
import dev.chancery.core.x509.Der;
import dev.chancery.web.auth.Argon2Cost;
import dev.chancery.web.auth.LocalAdmin;
import dev.chancery.web.auth.SessionSettings;
import dev.chancery.web.house.HouseWatch;
import dev.chancery.web.pages.SampleWatch;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The web module with real services over stores in memory, a CA, and people; served over TLS on a free port. */
final class TestWeb implements AutoCloseable {
    static final String LOCAL_TOKEN = "the local administrator's token";

    /** Below what Alice may have by herself. */
    private static final CrownNames CROWN = new CrownNames(List.of("wsus.crown.lab.example.com"));

    final TestClock clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final MemoryStores stores = new MemoryStores(clock);
    final SampleAuthority authority;
    final WebEnrollment web;
    final People people;
    final Enrollment enrollment;
    final SampleEditor editor;
    private final TestServer server;
    private final Client client;

    TestWeb() throws Exception {
        authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, clock.instant());
        IssuerRegistry issuers = new IssuerRegistry();
        issuers.add(authority.issuer());
        stores.journal().record(Requester.system(), List.of(joined()));
        ProfileCatalog profiles = new ProfileCatalog(profiles());
        SecureRandom random = new SecureRandom();
        editor = new SampleEditor(profiles, stores, "issuing");
        Issuance issuance = new Issuance(issuers, new Linter(), stores.journal(), stores.ledger(), clock, random);
        enrollment = new Enrollment(
                new CertificateRequestReader(),
                stores.accounts(),
                List.of(),
                CROWN,
                profiles,
                issuers,
                issuance,
                stores.ledger(),
                stores.requestQueue(),
                stores.journal(),
                clock);
        web = new WebEnrollment(new WebParts(
                enrollment,
                new Revocations(stores.journal(), stores.ledger(), clock, issuer -> {}),
                stores.ledger(),
                stores.requestQueue(),
                stores.accounts(),
                profiles,
                editor.editor,
                new Rehearsal(new Linter(), new KeyVault(Secret.of("")), clock, random),
                "{\"type\": \"object\"}",
                SampleRoles.catalog(),
                issuers,
                new AccessPolicy(),
                stores.journal(),
                stores.crlArchive(),
                new PublishesInMemory(
                        issuers,
                        new CrlIssuer(stores.ledger(), stores.crlArchive(), stores.journal(), new MemorySpool(), clock),
                        new CrlAcceptance(stores.ledger(), stores.crlArchive(), stores.journal(), clock)),
                watch(),
                HouseWatch.silent(),
                settings(),
                new LocalAdmin(Der.ofOwned(LOCAL_TOKEN.getBytes(StandardCharsets.UTF_8))
                        .sha256()
                        .hex()),
                random,
                clock));
        people = new People(web.users());
        server = new TestServer(authority, web);
        client = new Client(server, Keys.client(Keys.nothing()));
    }

    private SampleWatch watch() {
        SampleWatch watch = new SampleWatch();
        watch.put("issuing", SampleWatch.seen(clock.instant()));
        return watch;
    }

    private static List<CertificateProfile> profiles() {
        return List.of(
                SampleProfile.tlsServer().serverMade().build(),
                SampleProfile.tlsClient().build(),
                SampleProfile.tlsServer()
                        .named("every-kind")
                        .subject(SubjectSource.REQUEST, "", SubjectAttribute.values())
                        .names(1, 10, NameKind.values())
                        .serverMade()
                        .build(),
                SampleProfile.tlsServer()
                        .named("careful")
                        .approval(Approval.OFFICER)
                        .build());
    }

    private JournalEvent joined() {
        return new JournalEvent.AuthorityAdded(
                "issuing",
                authority.issuer().certificate().der(),
                List.of(),
                "keys/issuing.p12",
                0,
                URI.create("http://ca.example.com"));
    }

    /** Passwords that cost next to nothing. */
    private static WebSettings settings() {
        return new WebSettings(
                SessionSettings.standard(), new Argon2Cost(64, 1, 1), Duration.ofSeconds(2), Set.of("tls-client"));
    }

    TestServer server() {
        return server;
    }

    /** Nobody yet; connections are shared, since a handshake costs more than a request. */
    Client client() {
        return client;
    }

    Client with(People.Part part) {
        return client().bearer(people.token(part));
    }

    Permit manageUsers() {
        return Permits.of(Requester.system(), Permission.MANAGE_USERS);
    }

    @Override
    public void close() {
        server.close();
    }
}
