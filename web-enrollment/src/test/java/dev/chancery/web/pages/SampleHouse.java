package dev.chancery.web.pages;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Account;
import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.Rehearsal;
import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.SampleEditor;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.role.SampleRoles;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.web.auth.Argon2Cost;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.ClientCertificates;
import dev.chancery.web.auth.Passwords;
import dev.chancery.web.auth.SessionSettings;
import dev.chancery.web.auth.Sessions;
import dev.chancery.web.auth.SignIn;
import dev.chancery.web.auth.Users;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Everything behind the pages, in memory, on 22 November 2026 at ten past five. */
final class SampleHouse {
    static final Instant NOW = Instant.parse("2026-11-22T05:10:00Z");
    private static final Argon2Cost CHEAP = new Argon2Cost(8, 1, 1);

    final TestClock clock = new TestClock(NOW);
    final MemoryStores stores = new MemoryStores(clock);
    final IssuerRegistry issuers = new IssuerRegistry();
    final ProfileCatalog profiles = SampleProfiles.catalog();
    final SampleEditor editor = new SampleEditor(profiles, stores, "issuing", "root");
    final SampleCrls crls = new SampleCrls(clock);
    final SampleWatch watch = new SampleWatch();
    final SampleWarnings warnings = new SampleWarnings();
    final SecureRandom random = new SecureRandom();
    final SampleCa ca;
    final Users users;
    final PageRoutes pages;

    SampleHouse() {
        SampleCa root = SampleCa.root(days(-3), days(7300));
        ca = root.below(days(-3), days(3650));
        issuers.add(root.issuer());
        issuers.add(ca.issuer());
        crls.put("issuing", 128, NOW.minus(Duration.ofMinutes(4)), Duration.ofDays(1), 17);
        crls.put("root", 3, days(-12), Duration.ofDays(90), 0);
        Issuance issuance = new Issuance(issuers, new Linter(), stores.journal(), stores.ledger(), clock, random);
        Sessions sessions = new Sessions(SessionSettings.standard(), clock, random);
        Passwords passwords = new Passwords(CHEAP, random);
        users = new Users(stores.accounts(), sessions, passwords, clock, random);
        pages = new PageRoutes(new PageParts(
                new Enrollment(
                        new CertificateRequestReader(),
                        stores.accounts(),
                        List.of(),
                        new CrownNames(List.of("wsus.lab.contoso.com", ".sts.contoso.com")),
                        profiles,
                        issuers,
                        issuance,
                        stores.ledger(),
                        stores.requestQueue(),
                        stores.journal(),
                        clock),
                new Revocations(stores.journal(), stores.ledger(), clock, issuer -> {}),
                profiles,
                editor.editor,
                new Rehearsal(new Linter(), new KeyVault(Secret.of("")), clock, random),
                SampleRoles.catalog(),
                issuers,
                stores.ledger(),
                stores.requestQueue(),
                stores.accounts(),
                crls,
                stores.crlArchive(),
                watch,
                warnings,
                stores.journal(),
                new Authorization(new AccessPolicy()),
                new SignIn(
                        stores.accounts(),
                        users,
                        passwords,
                        sessions,
                        new ClientCertificates(issuers, stores.ledger(), stores.accounts(), Set.of(), clock),
                        stores.journal(),
                        clock),
                users,
                random,
                clock,
                () -> 8443));
    }

    static Instant days(long days) {
        return NOW.plus(Duration.ofDays(days));
    }

    static Requester person(String name, Role... roles) {
        return new Requester(
                name,
                Set.of(roles),
                new NameGrants(List.of(), List.of("lab.contoso.com"), false, List.of("10.0.0.0/8"), false),
                "password");
    }

    EncodedCertificate issue(String requester, String profile, Instant from, Instant to, String... names) {
        EncodedCertificate certificate = ca.server(from, to, names);
        stores.journal()
                .record(
                        Requester.system(),
                        new JournalEvent.CertificateIssued(
                                "issuing", certificate.der(), profile, requester, Optional.empty(), Optional.empty()));
        return certificate;
    }

    EncodedCertificate issueBy(int version, String requester, String profile, String name) {
        EncodedCertificate certificate = ca.server(days(-1), days(90), name);
        stores.journal()
                .record(
                        Requester.system(),
                        new JournalEvent.CertificateIssued(
                                "issuing",
                                certificate.der(),
                                profile,
                                requester,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.of(version)));
        return certificate;
    }

    void revoke(EncodedCertificate certificate, RevocationReason reason, Instant when) {
        stores.journal()
                .record(
                        Requester.system(),
                        new JournalEvent.CertificateRevoked(
                                "issuing", certificate.serial(), reason, when, Optional.empty()));
    }

    /** A list that was signed, and what it changed; {@code previous} 0 for one that was not compared. */
    void crl(
            String scope,
            long number,
            Instant dated,
            int entries,
            long previous,
            Certificates added,
            Certificates removed) {
        stores.journal()
                .record(
                        Requester.system(),
                        new JournalEvent.CrlSigned(
                                "issuing",
                                scope,
                                BigInteger.valueOf(number),
                                dated,
                                dated.plus(Duration.ofDays(7)),
                                entries,
                                Der.fromHex("00").sha256(),
                                Optional.empty(),
                                previous == 0
                                        ? Optional.empty()
                                        : Optional.of(new CrlDifference(
                                                BigInteger.valueOf(previous),
                                                added,
                                                new Certificates(0, List.of()),
                                                removed))));
    }

    void crlFilesRemoved(long number) {
        stores.journal()
                .record(
                        Requester.system(),
                        new JournalEvent.CrlFilesRemoved(
                                "issuing", "issuing", List.of(BigInteger.valueOf(number)), "older than a year"));
    }

    long ask(String requester, String profile, List<String> because, String... names) {
        long id = stores.journal().nextRequestId();
        Der csr = SampleCa.csr(names);
        stores.journal()
                .record(
                        person(requester, Role.REQUESTER),
                        new JournalEvent.RequestSubmitted(
                                id,
                                profile,
                                requester,
                                csr,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                because));
        return id;
    }

    void group(String name, String description, List<String> suffixes) {
        NameGrants grants = new NameGrants(List.of(), suffixes, true, List.of(), false);
        stores.accounts().save(new Group(name, description, grants), Requester.system(), "created");
    }

    void account(String name, String displayName, NameGrants grants, Role... roles) {
        stores.accounts()
                .save(
                        new Account(
                                name,
                                displayName,
                                Set.of(roles),
                                grants,
                                Set.of(),
                                Optional.of(new Passwords(CHEAP, random).hash("correct horse battery")),
                                false,
                                false,
                                List.of(),
                                days(-200)),
                        Requester.system(),
                        "created");
    }
}
