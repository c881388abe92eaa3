package dev.chancery.core.enrollment;

import static dev.chancery.core.enrollment.EnrollmentFixture.OLGA;
import static dev.chancery.core.enrollment.EnrollmentFixture.OTTO;
import static dev.chancery.core.enrollment.EnrollmentFixture.RITA;
import static dev.chancery.core.enrollment.EnrollmentFixture.asking;
import static dev.chancery.core.enrollment.EnrollmentFixture.deciding;
import static dev.chancery.core.enrollment.EnrollmentFixture.issued;
import static dev.chancery.core.enrollment.EnrollmentFixture.objection;
import static dev.chancery.core.enrollment.EnrollmentFixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectAltName;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    private final EnrollmentFixture lab = new EnrollmentFixture();

    private long queued(String... hosts) {
        return waiting(lab.request(RITA, Asking.server(hosts))).request();
    }

    @Nested
    @DisplayName("An approval")
    class Approval {
        @Test
        @DisplayName("issues the certificate to its requester, and stands in the journal just before it")
        void issues() {
            long id = queued("web01.other.com");
            CertificateRecord certificate = issued(lab.approve(OLGA, id)).certificate();
            assertThat(certificate.requester()).isEqualTo("rita");
            assertThat(lab.records())
                    .extracting(stored -> stored.event().type())
                    .containsExactly("request-submitted", "request-approved", "certificate-issued");
            assertThat(lab.records().get(1).actor()).isEqualTo("olga");
            assertThat(lab.events(RequestApproved.class)).containsExactly(new RequestApproved(id, "seen"));
            assertThat(lab.events(CertificateIssued.class).get(0).request()).contains(id);
            PendingRequest decided = lab.stores.requestQueue().find(id).orElseThrow();
            assertThat(decided.state()).isEqualTo(State.ISSUED);
            assertThat(decided.serial()).contains(certificate.serial().hex());
        }

        @Test
        @DisplayName("counts the validity from now on, not from when it was asked for")
        void judgedAnew() {
            long id = waiting(lab.request(
                            RITA,
                            new Asking()
                                    .wishing(
                                            "tls-server",
                                            Asking.wishes(
                                                    "", "1 day", RequestedName.dns("web01.other.com", "dns[0]")))))
                    .request();
            lab.clock.advance(Duration.ofDays(3));
            CertificateRecord certificate = issued(lab.approve(OLGA, id)).certificate();
            assertThat(certificate.certificate().validity().notAfter()).isEqualTo("2026-06-05T11:59:59Z");
            assertThat(certificate.certificate().subjectAltNames())
                    .extracting(SubjectAltName::text)
                    .containsExactly("web01.other.com");
        }

        @Test
        @DisplayName(
                "is refused when the profile has changed so that it forbids the request, and the request still waits")
        void profileChanged() {
            long id = queued("*.other.com");
            Enrollment stricter = lab.over(new ProfileCatalog(
                    List.of(SampleProfile.tlsServer().withoutWildcards().build())));
            assertThat(objection(stricter.approve(deciding(OLGA), id, "")).rule())
                    .isEqualTo("name-wildcard-refused");
            Enrollment without = lab.over(new ProfileCatalog(List.of()));
            assertThat(objection(without.approve(deciding(OLGA), id, "")).rule())
                    .isEqualTo("profile-unknown");
            assertThat(lab.stores.requestQueue().find(id).orElseThrow().state()).isEqualTo(State.PENDING);
        }

        @Test
        @DisplayName("is refused for a request of one's own, even when the access policy was not told whose it is")
        void own() {
            long id = waiting(lab.request(OTTO, new Asking().forSubject("intermediate-ca", "CN=Otto's CA")))
                    .request();
            assertThat(objection(lab.approve(OTTO, id)).rule()).isEqualTo("request-own");
            assertThat(lab.events(CertificateIssued.class)).isEmpty();
            assertThat(issued(lab.approve(OLGA, id)).certificate().requester()).isEqualTo("otto");
        }

        @Test
        @DisplayName("is refused when somebody decided before, or when there is no such request")
        void decided() {
            long id = queued("web01.other.com");
            issued(lab.approve(OLGA, id));
            assertThat(objection(lab.approve(OTTO, id)).message())
                    .isEqualTo("Request " + id + " was approved by olga at 2026-06-01T12:00:00Z already.");
            assertThat(objection(lab.approve(OLGA, 99)).rule()).isEqualTo("request-not-found");
        }

        @Test
        @DisplayName("of two officers at the same moment issues one certificate")
        void race() throws Exception {
            long id = queued("web01.other.com");
            ExecutorService officers = Executors.newFixedThreadPool(8);
            try {
                Callable<Boolean> call =
                        () -> lab.approve(OLGA, id).fold(issued -> true, refused -> false, waiting -> false);
                int approvals = 0;
                for (Future<Boolean> approval : officers.invokeAll(Collections.nCopies(8, call))) {
                    approvals += approval.get() ? 1 : 0;
                }
                assertThat(approvals).isEqualTo(1);
                assertThat(lab.events(CertificateIssued.class)).hasSize(1);
            } finally {
                officers.shutdown();
            }
        }

        @Test
        @DisplayName("can be looked at before: what would be granted now, and nothing happens")
        void review() {
            long id = queued("web01.other.com");
            int records = lab.records().size();
            Permit reading = Permits.of(OLGA, Permission.READ_REQUEST);
            Preview preview = lab.enrollment.review(reading, id).orElseThrow();
            assertThat(preview.grant().orElseThrow().names())
                    .extracting(SubjectAltName::text)
                    .containsExactly("web01.other.com");
            assertThat(lab.enrollment.review(reading, 99)).isEmpty();
            assertThat(lab.records()).hasSize(records);
        }

        @Test
        @DisplayName("needs a permit for this very request")
        void permit() {
            long id = queued("web01.other.com");
            Permit other = Permits.of(OLGA, Permission.DECIDE_REQUEST, AccessObject.named("77"));
            assertThatThrownBy(() -> lab.enrollment.approve(other, id, ""))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("77");
            assertThatThrownBy(() -> lab.enrollment.approve(asking(OLGA), id, ""))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    @DisplayName("A denial")
    class Denial {
        @Test
        @DisplayName("ends the request, with the comment for its requester")
        void denied() {
            long id = queued("web01.other.com");
            assertThat(lab.enrollment.deny(deciding(OLGA), id, "not yours")).isEqualTo(DenialOutcome.DENIED);
            PendingRequest decided = lab.stores.requestQueue().find(id).orElseThrow();
            assertThat(decided.state()).isEqualTo(State.DENIED);
            assertThat(decided.decided().orElseThrow().comment()).isEqualTo("not yours");
            assertThat(objection(lab.approve(OTTO, id)).rule()).isEqualTo("request-not-pending");
            assertThat(lab.enrollment.deny(deciding(OTTO), id, "")).isEqualTo(DenialOutcome.NOT_PENDING);
        }

        @Test
        @DisplayName("of what there is not, or of one's own, does nothing")
        void nothing() {
            assertThat(lab.enrollment.deny(deciding(OLGA), 99, "")).isEqualTo(DenialOutcome.NOT_FOUND);
            long id = waiting(lab.request(OTTO, new Asking().forSubject("intermediate-ca", "CN=Otto's CA")))
                    .request();
            assertThatThrownBy(() -> lab.enrollment.deny(deciding(OTTO), id, ""))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    @DisplayName("An idempotency key")
    class IdempotencyKey {
        private final Asking asking = new Asking();
        private final EnrollmentRequest own = Asking.withKey(asking.forServer("web01.lab.example.com"), "k1");
        private final EnrollmentRequest foreign = Asking.withKey(asking.forServer("web01.other.com"), "k1");

        @Test
        @DisplayName("leads to the same certificate again, and nothing is recorded twice")
        void issuedOnce() {
            var first = issued(lab.request(RITA, own));
            var second = issued(lab.request(RITA, own));
            assertThat(first.repeated()).isFalse();
            assertThat(second.repeated()).isTrue();
            assertThat(second.certificate()).isEqualTo(first.certificate());
            assertThat(lab.records()).hasSize(1);
        }

        @Test
        @DisplayName("leads to the same waiting request, then to its certificate")
        void waitingThenIssued() {
            long id = waiting(lab.request(RITA, foreign)).request();
            assertThat(waiting(lab.request(RITA, foreign)).request()).isEqualTo(id);
            assertThat(lab.records()).hasSize(1);
            CertificateRecord certificate = issued(lab.approve(OLGA, id)).certificate();
            var repeated = issued(lab.request(RITA, foreign));
            assertThat(repeated.repeated()).isTrue();
            assertThat(repeated.certificate()).isEqualTo(certificate);
        }

        @Test
        @DisplayName("leads to the denial and its reason")
        void denied() {
            long id = waiting(lab.request(RITA, foreign)).request();
            lab.enrollment.deny(deciding(OLGA), id, "not yours");
            assertThat(objection(lab.request(RITA, foreign)).message())
                    .startsWith("Request " + id + " was denied by olga at 2026-06-01T12:00:00Z: not yours.");
        }

        @Test
        @DisplayName("is good for one key pair and one profile")
        void otherRequest() {
            issued(lab.request(RITA, own));
            EnrollmentRequest other = Asking.withKey(Asking.server("web02.lab.example.com"), "k1");
            assertThat(objection(lab.request(RITA, other)).rule()).isEqualTo("idempotency-key-reused");
            waiting(lab.request(RITA, Asking.withKey(asking.forServer("web01.other.com"), "k2")));
            assertThat(objection(lab.request(RITA, Asking.withKey(Asking.server("web01.other.com"), "k2")))
                            .rule())
                    .isEqualTo("idempotency-key-reused");
        }

        @Test
        @DisplayName("belongs to one requester")
        void perRequester() {
            issued(lab.request(RITA, own));
            assertThat(issued(lab.request(OLGA, Asking.withKey(Asking.server("web09.example.com"), "k1")))
                            .repeated())
                    .isFalse();
        }

        @Test
        @DisplayName("sent eight times at once queues one request")
        void race() throws Exception {
            ExecutorService clients = Executors.newFixedThreadPool(8);
            try {
                Callable<Long> call = () -> waiting(lab.request(RITA, foreign)).request();
                Set<Long> ids = new TreeSet<>();
                for (Future<Long> answer : clients.invokeAll(Collections.nCopies(8, call))) {
                    ids.add(answer.get());
                }
                assertThat(ids).hasSize(1);
                assertThat(lab.events(RequestSubmitted.class)).hasSize(1);
            } finally {
                clients.shutdown();
            }
        }
    }
}
