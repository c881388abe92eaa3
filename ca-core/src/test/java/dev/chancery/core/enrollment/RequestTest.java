package dev.chancery.core.enrollment;

import static dev.chancery.core.enrollment.EnrollmentFixture.OLGA;
import static dev.chancery.core.enrollment.EnrollmentFixture.RITA;
import static dev.chancery.core.enrollment.EnrollmentFixture.asking;
import static dev.chancery.core.enrollment.EnrollmentFixture.issued;
import static dev.chancery.core.enrollment.EnrollmentFixture.objection;
import static dev.chancery.core.enrollment.EnrollmentFixture.refused;
import static dev.chancery.core.enrollment.EnrollmentFixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.issuance.IssuanceOutcome.AwaitingApproval;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import dev.chancery.core.journal.JournalFaultException;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.SubjectAttribute;
import dev.chancery.core.profile.SubjectSource;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SubjectAltName;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequestTest {
    private final EnrollmentFixture lab = new EnrollmentFixture();

    @Nested
    @DisplayName("A request for names that belong to its requester")
    class Own {
        @Test
        @DisplayName("is issued at once, and recorded as theirs")
        void issuedAtOnce() {
            CertificateRecord certificate = issued(lab.request(RITA, Asking.server("web01.lab.example.com")))
                    .certificate();
            assertThat(certificate.requester()).isEqualTo("rita");
            assertThat(certificate.profile()).isEqualTo("tls-server");
            assertThat(certificate.certificate().subjectAltNames())
                    .extracting(SubjectAltName::text)
                    .containsExactly("web01.lab.example.com");
            assertThat(lab.events(CertificateIssued.class)).hasSize(1);
            assertThat(lab.records().get(0).actor()).isEqualTo("rita");
        }

        @Test
        @DisplayName("may wish for names and a validity beside the CSR")
        void wishes() {
            Wishes wishes = Asking.wishes("", "90 days", RequestedName.ip("10.1.2.3", "ip[0]"));
            CertificateRecord certificate = issued(lab.request(RITA, new Asking().wishing("tls-server", wishes)))
                    .certificate();
            assertThat(certificate.certificate().validity().notAfter()).isEqualTo("2026-08-30T11:59:59Z");
            assertThat(certificate.certificate().subject().commonName()).contains("10.1.2.3");
        }
    }

    @Nested
    @DisplayName("A request waits for an officer")
    class Waits {
        @Test
        @DisplayName("when a name is outside the requester's grant, and says which and why")
        void foreignName() {
            AwaitingApproval waiting =
                    waiting(lab.request(RITA, Asking.server("web01.lab.example.com", "web01.other.com")));
            assertThat(waiting.because())
                    .containsExactly("\"web01.other.com\" is outside the grant of rita (rita@example.com;"
                            + " lab.example.com and names below it; 10.0.0.0/8).");
            assertThat(lab.events(CertificateIssued.class)).isEmpty();
        }

        @Test
        @DisplayName("when it is for a wildcard and the grant has none")
        void wildcard() {
            assertThat(waiting(lab.request(RITA, Asking.server("*.lab.example.com")))
                            .because())
                    .hasSize(1);
        }

        @Test
        @DisplayName("when its names only look like the granted ones")
        void lookalikes() {
            assertThat(waiting(lab.request(
                                    RITA,
                                    Asking.server("evillab.example.com", "lab.example.com.evil.net", "example.com")))
                            .because())
                    .hasSize(3);
        }

        @Test
        @DisplayName("when the subject says something that nobody granted")
        void claims() {
            EnrollmentFixture withSubjects = new EnrollmentFixture(SampleProfile.tlsServer()
                    .named("organized")
                    .subject(SubjectSource.REQUEST, "", SubjectAttribute.CN, SubjectAttribute.O));
            Asking asking = new Asking();
            EnrollmentRequest request =
                    Asking.of("organized", asking.csr("O=Contoso,CN=web01.lab.example.com"), Wishes.none());
            assertThat(waiting(withSubjects.request(RITA, request)).because())
                    .containsExactly("O=\"Contoso\" in the subject is outside the grant of rita ("
                            + RITA.grants().describe() + ").");
        }

        @Test
        @DisplayName("when its profile says so, whoever asks")
        void profile() {
            assertThat(waiting(lab.request(OLGA, new Asking().forSubject("intermediate-ca", "CN=Department CA")))
                            .because())
                    .containsExactly("An officer approves every certificate of the profile intermediate-ca.");
        }

        @Test
        @DisplayName("and is in the journal, with all that an officer needs, before it is answered")
        void recorded() {
            Wishes wishes =
                    Asking.wishes("CN=web01.other.com", "90 days", RequestedName.dns("web01.other.com", "dns[0]"));
            EnrollmentRequest request = new Asking().wishing("tls-server", wishes);
            long id = waiting(lab.request(RITA, request)).request();
            RequestSubmitted submitted = lab.events(RequestSubmitted.class).get(0);
            assertThat(submitted.id()).isEqualTo(id);
            assertThat(submitted.csr()).isEqualTo(request.csr());
            assertThat(submitted.names()).contains(List.of("dns:web01.other.com"));
            assertThat(submitted.subject()).contains("CN=web01.other.com");
            assertThat(submitted.validity()).contains("P90D");
            assertThat(lab.stores.requestQueue().find(id)).isPresent();
        }

        @Test
        @DisplayName("and is not answered at all when the journal cannot be written")
        void brokenDisk() {
            lab.stores.journal().breakDisk();
            assertThatThrownBy(() -> lab.request(RITA, Asking.server("web01.other.com")))
                    .isInstanceOf(JournalFaultException.class);
        }
    }

    @Nested
    @DisplayName("A request is refused")
    class RefusedOnes {
        @Test
        @DisplayName("for a profile that there is not, with those that there are and the nearest")
        void unknownProfile() {
            Asking asking = new Asking();
            Objection objection = objection(
                    lab.request(RITA, Asking.of("tls-sever", asking.csr("", "web01.lab.example.com"), Wishes.none())));
            assertThat(objection.rule()).isEqualTo("profile-unknown");
            assertThat(objection.field()).isEqualTo("profile");
            assertThat(objection.message())
                    .isEqualTo("There is no profile \"tls-sever\". You may use: tls-server, tls-client.");
            assertThat(objection.suggestion()).contains("tls-server");
        }

        @Test
        @DisplayName("for a profile that is not for its requester")
        void notUsable() {
            Objection objection =
                    objection(lab.request(RITA, new Asking().forSubject("intermediate-ca", "CN=My own CA")));
            assertThat(objection.rule()).isEqualTo("profile-not-usable");
            assertThat(objection.message())
                    .isEqualTo(
                            "The profile intermediate-ca is for people with the role officer. You may use: tls-server,"
                                    + " tls-client.");
        }

        @Test
        @DisplayName("for the server's own profile, but for the server itself, which is more than a name")
        void system() {
            EnrollmentRequest request = new Asking().forSubject("ocsp-responder", "");
            Requester impostor =
                    new Requester("system", EnumSet.allOf(Role.class), NameGrants.everything(), "password");
            assertThat(objection(lab.request(impostor, request)).message())
                    .contains("is for the server's own certificates");
            assertThat(issued(lab.request(Requester.system(), request))
                            .certificate()
                            .requester())
                    .isEqualTo("system");
        }

        @Test
        @DisplayName("as malformed when it is no CSR, together with everything else that is wrong")
        void malformed() {
            Der noise = Der.copyOf("no request".getBytes(StandardCharsets.US_ASCII));
            var refused = refused(lab.request(RITA, Asking.of("tls-sever", noise, Wishes.none())));
            assertThat(refused.malformed()).isTrue();
            assertThat(refused.objections()).extracting(Objection::field).containsExactly("profile", "csr");
        }

        @Test
        @DisplayName("when its profile's CA is not on this server")
        void noIssuer() {
            EnrollmentFixture elsewhere =
                    new EnrollmentFixture(SampleProfile.tlsServer().named("other"));
            elsewhere.over(EnrollmentFixture.profiles());
            var withoutCa = new Enrollment(
                    new dev.chancery.core.csr.CertificateRequestReader(),
                    elsewhere.stores.accounts(),
                    List.of(RITA),
                    CrownNames.none(),
                    EnrollmentFixture.profiles(),
                    new dev.chancery.core.authority.IssuerRegistry(),
                    null,
                    elsewhere.stores.ledger(),
                    elsewhere.stores.requestQueue(),
                    elsewhere.stores.journal(),
                    elsewhere.clock);
            assertThat(objection(withoutCa.request(asking(RITA), Asking.server("web01.lab.example.com")))
                            .message())
                    .contains("the CA \"issuing\"");
        }

        @Test
        @DisplayName("when its key was once compromised, before an officer has to look at it")
        void compromised() {
            Asking asking = new Asking();
            CertificateRecord certificate = issued(lab.request(RITA, asking.forServer("web01.lab.example.com")))
                    .certificate();
            lab.stores
                    .journal()
                    .record(
                            OLGA,
                            new CertificateRevoked(
                                    "issuing",
                                    certificate.serial(),
                                    RevocationReason.KEY_COMPROMISE,
                                    EnrollmentFixture.NOW,
                                    Optional.empty()));
            Objection objection = objection(lab.request(RITA, asking.forServer("web01.other.com")));
            assertThat(objection.rule()).isEqualTo("key-compromised");
        }
    }

    @Test
    @DisplayName("A refusal is kept for auditors: who, what and which rule; bytes that nobody can read are not")
    void audited() {
        refused(lab.request(RITA, Asking.server("web_01.lab.example.com")));
        refused(lab.request(RITA, Asking.of("tls-server", Der.fromHex("00"), Wishes.none())));
        assertThat(lab.records()).hasSize(1);
        assertThat(lab.records().get(0).actor()).isEqualTo("rita");
        Decision kept = lab.events(Decision.class).get(0);
        assertThat(kept.action()).isEqualTo("request-refused");
        assertThat(kept.object()).isEqualTo("tls-server");
        assertThat(kept.detail()).startsWith("name-underscore (csr): \"web_01.lab.example.com\"");
    }

    @Test
    @DisplayName("A preview says what would happen and does nothing")
    void preview() {
        Preview good = lab.preview(RITA, Asking.server("web01.lab.example.com"));
        assertThat(good.grant()).isPresent();
        assertThat(good.waitsBecause()).isEmpty();
        assertThat(lab.preview(RITA, Asking.server("web01.other.com")).waitsBecause())
                .hasSize(1);
        Preview bad = lab.preview(RITA, Asking.server("web_01.lab.example.com"));
        assertThat(bad.grant()).isEmpty();
        assertThat(bad.request()).isPresent();
        assertThat(bad.objections()).extracting(Objection::rule).containsExactly("name-underscore");
        assertThat(lab.records()).isEmpty();
    }

    @Test
    @DisplayName("A permit for another profile is a defect of the caller")
    void wrongPermit() {
        Permit permit = Permits.of(RITA, Permission.REQUEST_CERTIFICATE, AccessObject.named("tls-client"));
        assertThatThrownBy(() -> lab.enrollment.request(permit, Asking.server("web01.lab.example.com")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tls-client");
        assertThatThrownBy(() -> lab.enrollment.preview(
                        EnrollmentFixture.deciding(OLGA), Asking.server("web01.lab.example.com")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("An empty catalog tells the requester that there is nothing to use")
    void nothingToUse() {
        EnrollmentFixture empty = new EnrollmentFixture(new ProfileCatalog(List.of()));
        assertThat(objection(empty.request(RITA, Asking.server("web01.lab.example.com")))
                        .message())
                .contains("There is none that you may use");
    }
}
