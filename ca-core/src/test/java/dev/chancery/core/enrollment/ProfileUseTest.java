package dev.chancery.core.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Group;
import dev.chancery.core.access.HeldGrants;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.issuance.IssuanceOutcome.AwaitingApproval;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.RequestedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A profile that is for some people only")
class ProfileUseTest {
    private final CertificateProfile profile = SampleProfile.tlsServer()
            .requesters(Set.of("rita"), Set.of("web-team"))
            .build();

    private static Requester person(String name, Role role, String... groups) {
        List<Group> of = List.of(groups).stream()
                .map(group -> new Group(group, "", NameGrants.nothing()))
                .toList();
        return new Requester(name, Set.of(role), new HeldGrants(NameGrants.nothing(), of), "password");
    }

    private static EnrollmentRequest asking(String profile) {
        Wishes host = new Wishes(
                Optional.of(List.of(RequestedName.dns("a.lab.example.com", "dns"))),
                Optional.empty(),
                Optional.empty());
        return new Asking().wishing(profile, host);
    }

    @Test
    @DisplayName("is used by whoever is named, and by whoever is in a group that is")
    void allowed() {
        assertThat(ProfileUse.allows(person("rita", Role.REQUESTER), profile)).isTrue();
        assertThat(ProfileUse.allows(person("carl", Role.REQUESTER, "web-team"), profile))
                .isTrue();
        assertThat(ProfileUse.allows(Requester.system(), profile)).isTrue();
    }

    @Test
    @DisplayName("and by nobody else, whatever their role, and by nobody without the role")
    void refused() {
        assertThat(ProfileUse.allows(person("carl", Role.OFFICER, "mail-team"), profile))
                .isFalse();
        assertThat(ProfileUse.allows(person("rita", Role.AUDITOR), profile)).isFalse();
        assertThat(ProfileUse.words(person("carl", Role.REQUESTER), profile))
                .isEqualTo("the users rita and the groups web-team");
    }

    @Test
    @DisplayName("is refused to others, with whom it is for")
    void said() {
        EnrollmentFixture lab = new EnrollmentFixture(
                SampleProfile.tlsServer().named("web-only").requesters(Set.of("carl"), Set.of()));

        assertThat(EnrollmentFixture.refused(lab.request(EnrollmentFixture.RITA, asking("web-only")))
                        .objections())
                .singleElement()
                .satisfies(objection -> {
                    assertThat(objection.rule()).isEqualTo("profile-not-usable");
                    assertThat(objection.message()).contains("is for the users carl. You may use: ");
                });
    }

    @Test
    @DisplayName("waits for as many officers as it asks for")
    void officers() {
        EnrollmentFixture lab = new EnrollmentFixture(SampleProfile.tlsServer()
                .named("guarded")
                .approval(Approval.OFFICER)
                .officers(2));
        AwaitingApproval waiting = EnrollmentFixture.waiting(lab.request(EnrollmentFixture.RITA, asking("guarded")));

        assertThat(waiting.because())
                .containsExactly("2 different officers approve every certificate of the profile guarded.");
        EnrollmentFixture.waiting(lab.approve(EnrollmentFixture.OLGA, waiting.request()));
        EnrollmentFixture.issued(lab.approve(EnrollmentFixture.OTTO, waiting.request()));
    }
}
