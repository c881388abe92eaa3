package dev.chancery.core.enrollment;

import static dev.chancery.core.enrollment.EnrollmentFixture.OLGA;
import static dev.chancery.core.enrollment.EnrollmentFixture.OTTO;
import static dev.chancery.core.enrollment.EnrollmentFixture.RITA;
import static dev.chancery.core.enrollment.EnrollmentFixture.issued;
import static dev.chancery.core.enrollment.EnrollmentFixture.objection;
import static dev.chancery.core.enrollment.EnrollmentFixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When a waiting request is approved, its requester is looked at again, and it is")
class StandingTest {
    private final EnrollmentFixture lab = new EnrollmentFixture();

    private void save(Requester requester, Set<Role> roles, NameGrants grants, boolean disabled) {
        lab.stores
                .accounts()
                .save(
                        new Account(
                                requester.name(),
                                "",
                                roles,
                                grants,
                                Set.of(),
                                Optional.empty(),
                                false,
                                disabled,
                                List.of(),
                                EnrollmentFixture.NOW),
                        Requester.system(),
                        "changed");
    }

    /** One name within rita's grant, and one outside of it. */
    private long queued() {
        save(RITA, RITA.roles(), RITA.grants().own(), false);
        return waiting(lab.request(RITA, Asking.server("web01.lab.example.com", "web01.other.com")))
                .request();
    }

    private void refused(long id, String rule, String words) {
        Objection objection = objection(lab.approve(OLGA, id));
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.message()).contains(words);
        assertThat(lab.events(CertificateIssued.class)).isEmpty();
        assertThat(lab.stores.requestQueue().find(id).orElseThrow().state()).isEqualTo(State.PENDING);
    }

    @Test
    @DisplayName("issued while nothing about them has changed, or while they got more")
    void unchanged() {
        issued(lab.approve(OLGA, queued()));
        long id = queued();
        save(RITA, Set.of(Role.REQUESTER, Role.AUDITOR), NameGrants.everything(), false);
        issued(lab.approve(OLGA, id));
    }

    @Test
    @DisplayName("refused when the account was disabled, and issued when it is enabled again")
    void disabled() {
        long id = queued();
        save(RITA, RITA.roles(), RITA.grants().own(), true);
        refused(id, "requester-disabled", "The account rita was disabled");
        assertThat(lab.events(Decision.class)).extracting(Decision::action).containsExactly("approval-refused");

        save(RITA, RITA.roles(), RITA.grants().own(), false);
        issued(lab.approve(OLGA, id));
    }

    @Test
    @DisplayName("refused when they may not request certificates any more")
    void role() {
        long id = queued();
        save(RITA, Set.of(Role.AUDITOR), RITA.grants().own(), false);
        refused(id, "requester-role-lost", "rita has no role any more that may request certificates");
    }

    @Test
    @DisplayName("refused when they may, but not with this profile")
    void profile() {
        save(OTTO, Set.of(Role.OFFICER), OTTO.grants().own(), false);
        long id = waiting(lab.request(OTTO, new Asking().forSubject("intermediate-ca", "CN=Otto's CA")))
                .request();
        save(OTTO, Set.of(Role.REQUESTER), OTTO.grants().own(), false);
        refused(id, "requester-role-lost", "the profile intermediate-ca is for (officer)");
    }

    @Test
    @DisplayName("refused when a name was taken from their grant that the officer was not warned of")
    void grant() {
        long id = queued();
        save(RITA, RITA.roles(), NameGrants.nothing(), false);
        refused(id, "requester-grant-lost", "\"web01.lab.example.com\" was within the grant of rita");
    }

    @Test
    @DisplayName("issued when the grant shrank elsewhere: the officer knew of the names that it never covered")
    void elsewhere() {
        long id = queued();
        NameGrants less = new NameGrants(List.of(), List.of("lab.example.com"), false, List.of(), false);
        save(RITA, RITA.roles(), less, false);
        issued(lab.approve(OLGA, id));
    }

    @Test
    @DisplayName("refused when there is no such account")
    void unknown() {
        Requester gone = new Requester("gone", RITA.roles(), RITA.grants(), "token");
        long id = waiting(lab.request(gone, Asking.server("web01.other.com"))).request();
        refused(id, "requester-unknown", "There is no account gone");
    }

    @Test
    @DisplayName("shown to the officer beforehand")
    void review() {
        long id = queued();
        save(RITA, RITA.roles(), RITA.grants().own(), true);
        Preview preview = lab.enrollment
                .review(Permits.of(OLGA, Permission.READ_REQUEST), id)
                .orElseThrow();
        assertThat(preview.objections()).extracting(Objection::rule).containsExactly("requester-disabled");
        assertThat(preview.grant()).isEmpty();
    }
}
