package dev.chancery.core.enrollment;

import static dev.chancery.core.enrollment.EnrollmentFixture.OLGA;
import static dev.chancery.core.enrollment.EnrollmentFixture.OTTO;
import static dev.chancery.core.enrollment.EnrollmentFixture.RITA;
import static dev.chancery.core.enrollment.EnrollmentFixture.deciding;
import static dev.chancery.core.enrollment.EnrollmentFixture.issued;
import static dev.chancery.core.enrollment.EnrollmentFixture.objection;
import static dev.chancery.core.enrollment.EnrollmentFixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.RequestAgreed;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.SampleProfile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A certificate for a crown name")
class TwoOfficersTest {
    private static final String CROWN = "wsus.crown.lab.example.com";
    private final EnrollmentFixture lab = new EnrollmentFixture();

    private long queued(Requester requester, String... hosts) {
        return waiting(lab.request(requester, Asking.server(hosts))).request();
    }

    private PendingRequest pending(long id) {
        return lab.stores.requestQueue().find(id).orElseThrow();
    }

    private Preview review(Enrollment enrollment, long id) {
        return enrollment.review(Permits.of(OLGA, Permission.READ_REQUEST), id).orElseThrow();
    }

    private void account(String name, Role role, boolean disabled) {
        lab.stores
                .accounts()
                .save(
                        new Account(
                                name,
                                "",
                                Set.of(role),
                                NameGrants.everything(),
                                Set.of(),
                                Optional.empty(),
                                false,
                                disabled,
                                List.of(),
                                EnrollmentFixture.NOW),
                        Requester.system(),
                        "changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wsus.crown.lab.example.com", "*.crown.lab.example.com", "sts.example.com", "a.b.sts.example.com"
            })
    @DisplayName("waits for two officers, although its requester owns every name")
    void waits(String host) {
        Requester root = new Requester("root", EnumSet.allOf(Role.class), NameGrants.everything(), "token");
        for (Requester requester : List.of(OLGA, root)) {
            IssuanceOutcome outcome = lab.request(requester, Asking.server(host));
            assertThat(waiting(outcome).because())
                    .as(requester.name())
                    .singleElement()
                    .asString()
                    .startsWith("\"" + host + "\" falls under the crown name ")
                    .contains("two different officers");
            assertThat(lab.preview(requester, Asking.server(host)).officers()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("is issued when the second officer approves, and the first one's word is kept")
    void twice() {
        long id = queued(RITA, CROWN);
        assertThat(waiting(lab.approve(OLGA, id)).because().get(0))
                .isEqualTo("One of two officers has approved: olga, 2026-06-01T12:00:00Z.");
        assertThat(pending(id).state()).isEqualTo(State.PENDING);
        assertThat(review(lab.enrollment, id).soFar()).startsWith("One of two officers has approved: olga");
        assertThat(lab.events(CertificateIssued.class)).isEmpty();

        issued(lab.approve(OTTO, id));
        assertThat(pending(id).state()).isEqualTo(State.ISSUED);
        assertThat(pending(id).agreements()).singleElement().satisfies(one -> {
            assertThat(one.by()).isEqualTo("olga");
            assertThat(one.comment()).isEqualTo("seen");
        });
        assertThat(pending(id).decided().orElseThrow().by()).isEqualTo("otto");
    }

    @Test
    @DisplayName("is not issued when the same officer approves twice, who is told so")
    void sameOfficer() {
        long id = queued(RITA, CROWN);
        lab.approve(OLGA, id);
        assertThat(objection(lab.approve(OLGA, id)).message())
                .isEqualTo("You approved request " + id + " at 2026-06-01T12:00:00Z; it needs two different officers,"
                        + " so another one has to approve it now.");
        assertThat(lab.events(RequestAgreed.class)).hasSize(1);
        assertThat(lab.events(CertificateIssued.class)).isEmpty();
    }

    @Test
    @DisplayName("is never approved by its requester, first or second")
    void requester() {
        long id = queued(OLGA, CROWN);
        assertThat(objection(lab.enrollment.approve(deciding(OLGA), id, "")).rule())
                .isEqualTo("request-own");
        waiting(lab.approve(OTTO, id));
        assertThat(objection(lab.enrollment.approve(deciding(OLGA), id, "")).rule())
                .isEqualTo("request-own");
        assertThat(lab.events(CertificateIssued.class)).isEmpty();
    }

    @Test
    @DisplayName("is denied by either officer, also after one has approved")
    void denied() {
        long id = queued(RITA, CROWN);
        lab.approve(OLGA, id);
        assertThat(lab.enrollment.deny(deciding(OTTO), id, "no")).isEqualTo(DenialOutcome.DENIED);
        assertThat(objection(lab.approve(OLGA, id)).rule()).isEqualTo("request-not-pending");
        long other = queued(RITA, CROWN);
        lab.approve(OLGA, other);
        assertThat(lab.enrollment.deny(deciding(OLGA), other, "after all")).isEqualTo(DenialOutcome.DENIED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"lost the role", "disabled"})
    @DisplayName("needs two who are officers still: one who approved and is none any more does not count")
    void lostRole(String what) {
        account("oscar", Role.OFFICER, false);
        long id = queued(RITA, CROWN);
        waiting(lab.approve(Permits.person("oscar", Role.OFFICER), id));
        account("oscar", what.equals("disabled") ? Role.OFFICER : Role.AUDITOR, what.equals("disabled"));
        assertThat(review(lab.enrollment, id).agreements()).isEmpty();
        waiting(lab.approve(OLGA, id));
        issued(lab.approve(OTTO, id));
    }

    @Test
    @DisplayName("forgets an approval of what would come out differently now, and takes that officer's new one")
    void changed() {
        long id = queued(RITA, CROWN);
        waiting(lab.approve(OLGA, id));
        Enrollment later = lab.over(new ProfileCatalog(List.of(
                SampleProfile.tlsServer().purposes("serverAuth", "clientAuth").build())));
        assertThat(review(later, id).agreements()).isEmpty();
        waiting(later.approve(deciding(OTTO), id, ""));
        issued(later.approve(deciding(OLGA), id, ""));
    }

    @Test
    @DisplayName("counts by the list of today: a request that waits comes under it, or free of it")
    void listChanges() {
        long id = queued(RITA, "www.other.com");
        Enrollment stricter = lab.over(EnrollmentFixture.profiles(), new CrownNames(List.of(".other.com")));
        assertThat(review(stricter, id).officers()).isEqualTo(2);
        assertThat(waiting(stricter.approve(deciding(OLGA), id, "")).because())
                .anyMatch(reason -> reason.contains("crown name .other.com"));
        Enrollment milder = lab.over(EnrollmentFixture.profiles(), CrownNames.none());
        assertThat(review(milder, id).officers()).isEqualTo(1);
        issued(milder.approve(deciding(OLGA), id, ""));
    }

    @Test
    @DisplayName("is issued once when two officers approve at the same moment")
    void race() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                long id = queued(RITA, CROWN);
                List<Callable<IssuanceOutcome>> both =
                        List.of(() -> lab.approve(OLGA, id), () -> lab.approve(OTTO, id));
                List<IssuanceOutcome> outcomes = new ArrayList<>();
                for (Future<IssuanceOutcome> outcome : desks.invokeAll(both)) {
                    outcomes.add(outcome.get());
                }
                assertThat(outcomes).noneMatch(IssuanceOutcome.Refused.class::isInstance);
                assertThat(pending(id).state()).isEqualTo(State.ISSUED);
                assertThat(lab.events(CertificateIssued.class)).hasSize(round + 1);
            }
        } finally {
            desks.shutdown();
        }
    }

    @Test
    @DisplayName("is issued at once to the server itself only, and to nobody who is merely called so")
    void system() {
        issued(lab.request(Requester.system(), Asking.server(CROWN)));
        Requester called = new Requester("system", EnumSet.allOf(Role.class), NameGrants.everything(), "password");
        waiting(lab.request(called, Asking.server(CROWN)));
    }
}
