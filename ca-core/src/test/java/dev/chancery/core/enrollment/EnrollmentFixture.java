package dev.chancery.core.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.issuance.IssuanceOutcome.AwaitingApproval;
import dev.chancery.core.issuance.IssuanceOutcome.Issued;
import dev.chancery.core.issuance.IssuanceOutcome.Refused;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.x509.Objection;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The real way from a request to a certificate, over stores in memory, and the people on it. */
final class EnrollmentFixture {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** Owns lab.example.com and what is below it, without wildcards, and 10.0.0.0/8. */
    static final Requester RITA = new Requester(
            "rita",
            EnumSet.of(Role.REQUESTER),
            new NameGrants(
                    List.of("rita@example.com"), List.of("lab.example.com"), false, List.of("10.0.0.0/8"), false),
            "password");

    static final Requester OLGA = Permits.person("olga", Role.OFFICER);
    static final Requester OTTO = Permits.person("otto", Role.OFFICER);

    static final CrownNames CROWN =
            new CrownNames(List.of("wsus.crown.lab.example.com", ".sts.example.com", "10.9.0.0/16"));

    final TestClock clock = new TestClock(NOW);
    final MemoryStores stores = new MemoryStores(clock);
    final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    final Enrollment enrollment;

    EnrollmentFixture(SampleProfile... more) {
        this(profiles(more));
    }

    EnrollmentFixture(ProfileCatalog profiles) {
        enrollment = over(profiles);
    }

    /** Another start of the server, with other profiles, over the same stores. */
    Enrollment over(ProfileCatalog profiles) {
        IssuerRegistry issuers = new IssuerRegistry();
        issuers.add(authority.issuer());
        return over(profiles, issuers);
    }

    Enrollment over(ProfileCatalog profiles, IssuerRegistry issuers) {
        return over(profiles, issuers, CROWN);
    }

    Enrollment over(ProfileCatalog profiles, CrownNames crown) {
        IssuerRegistry issuers = new IssuerRegistry();
        issuers.add(authority.issuer());
        return over(profiles, issuers, crown);
    }

    private Enrollment over(ProfileCatalog profiles, IssuerRegistry issuers, CrownNames crown) {
        Issuance issuance =
                new Issuance(issuers, new Linter(), stores.journal(), stores.ledger(), clock, new SecureRandom());
        return new Enrollment(
                new CertificateRequestReader(),
                stores.accounts(),
                List.of(RITA, OLGA, OTTO),
                crown,
                profiles,
                issuers,
                issuance,
                stores.ledger(),
                stores.requestQueue(),
                stores.journal(),
                clock);
    }

    static ProfileCatalog profiles(SampleProfile... more) {
        List<CertificateProfile> profiles = new ArrayList<>(List.of(
                SampleProfile.tlsServer().build(),
                SampleProfile.tlsClient().build(),
                SampleProfile.ocspResponder().build(),
                SampleProfile.intermediateCa().usableBy("officer").build()));
        List.of(more).forEach(profile -> profiles.add(profile.build()));
        return new ProfileCatalog(profiles);
    }

    IssuanceOutcome request(Requester requester, EnrollmentRequest request) {
        return enrollment.request(asking(requester), request);
    }

    Preview preview(Requester requester, EnrollmentRequest request) {
        return enrollment.preview(asking(requester), request);
    }

    IssuanceOutcome approve(Requester officer, long request) {
        return enrollment.approve(deciding(officer), request, "seen");
    }

    static Permit asking(Requester requester) {
        return Permits.of(requester, Permission.REQUEST_CERTIFICATE);
    }

    static Permit deciding(Requester officer) {
        return Permits.of(officer, Permission.DECIDE_REQUEST);
    }

    List<JournalRecord> records() {
        return stores.journal().records();
    }

    <T extends JournalEvent> List<T> events(Class<T> type) {
        return records().stream()
                .map(JournalRecord::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static Issued issued(IssuanceOutcome outcome) {
        assertThat(outcome).isInstanceOf(Issued.class);
        return (Issued) outcome;
    }

    static AwaitingApproval waiting(IssuanceOutcome outcome) {
        assertThat(outcome).isInstanceOf(AwaitingApproval.class);
        return (AwaitingApproval) outcome;
    }

    static Refused refused(IssuanceOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused) outcome;
    }

    /** The one objection, when there must be exactly one. */
    static Objection objection(IssuanceOutcome outcome) {
        List<Objection> objections = refused(outcome).objections();
        assertThat(objections).hasSize(1);
        return objections.get(0);
    }
}
