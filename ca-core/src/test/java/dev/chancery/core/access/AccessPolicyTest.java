package dev.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The access policy (SECURITY.md rules 8 and 9)")
class AccessPolicyTest {
    private final AccessPolicy policy = new AccessPolicy();

    /** Written out a second time, by hand: whoever changes who may do what changes it here as well. */
    @ParameterizedTest(name = "{0}: {1}; owner: {2}")
    @CsvSource({
        "REQUEST_CERTIFICATE, requester officer,                no",
        "READ_CERTIFICATE,    officer auditor,                  yes",
        "LIST_CERTIFICATES,   requester officer auditor admin,  no",
        "REVOKE_CERTIFICATE,  officer,                          yes",
        "RELEASE_HOLD,        officer,                          no",
        "READ_REQUEST,        officer auditor,                  yes",
        "DECIDE_REQUEST,      officer,                          no",
        "READ_AUTHORITIES,    requester officer auditor admin,  no",
        "PUBLISH_CRL,         officer,                          no",
        "READ_PROFILES,       requester officer auditor admin,  no",
        "READ_JOURNAL,        auditor,                          no",
        "READ_USERS,          auditor admin,                    no",
        "MANAGE_USERS,        admin,                            no",
        "CHANGE_OWN_PASSWORD, '',                               yes",
        "READ_METRICS,        officer auditor admin,            no",
        "MANAGE_AUTHORITIES,  admin,                            no",
        "BACK_UP,             admin,                            no"
    })
    @DisplayName("says for each act which roles may do it to anybody's, and whether owners may do it to their own")
    void table(Permission permission, String roles, String owner) {
        Set<String> allowed = Arrays.stream(Role.values())
                .filter(role -> allows(requester("anna", role), permission, AccessObject.any()))
                .map(Role::label)
                .collect(Collectors.toSet());
        boolean own = allows(requester("anna"), permission, new AccessObject("x", "anna"));

        assertThat(allowed).isEqualTo(roles.isEmpty() ? Set.of() : Set.of(roles.split(" ")));
        assertThat(own).isEqualTo(owner.equals("yes"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("lets nobody without a role do anything to what is not theirs")
    void noRole(Permission permission) {
        assertThat(allows(requester("anna"), permission, new AccessObject("x", "bert")))
                .isFalse();
        assertThat(allows(requester(""), permission, AccessObject.any())).isFalse();
    }

    @Nested
    @DisplayName("for decisions about requests")
    class Decisions {
        @Test
        @DisplayName("lets nobody decide about their own, whatever their roles")
        void own() {
            Requester everything = requester("anna", Role.values());

            assertThat(reason(everything, Permission.DECIDE_REQUEST, new AccessObject("7", "anna")))
                    .contains("own");
            assertThat(allows(everything, Permission.DECIDE_REQUEST, new AccessObject("7", "bert")))
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("hands out permits")
    class Permits {
        @Test
        @DisplayName("that name requester, act and object, and are good for that act only")
        void permit() {
            Requester officer = requester("olga", Role.OFFICER);
            Permit permit = policy.decide(officer, Permission.REVOKE_CERTIFICATE, AccessObject.named("4a11"))
                    .fold(granted -> granted, reason -> {
                        throw new AssertionError(reason);
                    });

            assertThat(permit.requester()).isEqualTo(officer);
            assertThat(permit.object()).isEqualTo("4a11");
            assertThat(permit.require(Permission.REVOKE_CERTIFICATE)).isEqualTo(officer);
            assertThatThrownBy(() -> permit.require(Permission.DECIDE_REQUEST))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("REVOKE_CERTIFICATE")
                    .hasMessageContaining("DECIDE_REQUEST");
        }

        @Test
        @DisplayName("or says which role it takes")
        void reason() {
            assertThat(AccessPolicyTest.this.reason(
                            requester("anna", Role.REQUESTER), Permission.READ_METRICS, AccessObject.any()))
                    .isEqualTo("anna may not do this: it needs the role admin or auditor or officer.");
        }
    }

    private boolean allows(Requester requester, Permission permission, AccessObject object) {
        return policy.decide(requester, permission, object).fold(permit -> true, reason -> false);
    }

    private String reason(Requester requester, Permission permission, AccessObject object) {
        return policy.decide(requester, permission, object).fold(permit -> "allowed", reason -> reason);
    }

    private static Requester requester(String name, Role... roles) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(Arrays.asList(roles));
        return new Requester(name, set, NameGrants.nothing(), "password");
    }
}
