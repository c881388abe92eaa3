package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A catalog of profiles")
class ProfileCatalogTest {
    private static ProfileCatalog of(String... names) {
        return new ProfileCatalog(Arrays.stream(names)
                .map(name -> SampleProfile.tlsServer().named(name).build())
                .toList());
    }

    @ParameterizedTest(name = "{0} is meant to be {1}")
    @CsvSource({
        "web, web",
        "wen, web",
        "we, web",
        "webbb, web",
        "webbbb, none",
        "wxy, web",
        "xyz, none",
        "b, web",
        "abcdefghi, abcdefghj",
        "abcdefxyz, abcdefghj",
        "abcdewxyz, none",
        "ABCDEFGHJ, abcdefghj",
        "bcdefghj, abcdefghj",
        "abcdefghj12, abcdefghj",
        "abcdef, none",
        "bacdefghj, abcdefghj",
        "'', none"
    })
    @DisplayName("knows what was meant, up to a third of the letters:")
    void nearest(String written, String meant) {
        assertThat(of("web", "abcdefghj").nearest(written).orElse("none")).isEqualTo(meant);
    }

    @Test
    @DisplayName("takes the nearest of several, and the first of equals")
    void several() {
        assertThat(of("mail-a", "mail-b", "mail-bc").nearest("mail-bd")).contains("mail-b");
        assertThat(of("mail-a", "mail-b").nearest("mail-c")).contains("mail-a");
        assertThat(of("aaaaaa", "mail-b").nearest("mail-c")).contains("mail-b");
    }

    @Test
    @DisplayName("is replaced as a whole, with the numbers of versions")
    void replaced() {
        ProfileCatalog catalog = of("a", "b");
        assertThat(catalog.entry("a").orElseThrow().version()).isEmpty();
        assertThat(catalog.entries())
                .extracting(entry -> entry.profile().name())
                .containsExactly("a", "b");
        CertificateProfile next = SampleProfile.tlsServer().named("c").build();
        catalog.replace(List.of(new ProfileCatalog.Entry(next, OptionalInt.of(7))));
        assertThat(catalog.find("a")).isEmpty();
        assertThat(catalog.find("c")).contains(next);
        assertThat(catalog.entry("c").orElseThrow().version()).hasValue(7);
        assertThat(catalog.all()).containsExactly(next);
        ProfileCatalog.Entry entry = catalog.entries().get(0);
        assertThatThrownBy(() -> catalog.replace(List.of(entry, entry))).hasMessage("two profiles are called \"c\"");
    }

    @Test
    @DisplayName("gives out grants that remember the version they were made with")
    void version() {
        CertificateProfile profile = SampleProfile.tlsServer().build();
        Grant grant = Granting.ofHosts("a.example.com").grantedBy(profile);
        assertThat(grant.profileVersion()).isEmpty();
        Grant made = grant.madeWith(OptionalInt.of(3));
        assertThat(made.profileVersion()).hasValue(3);
        assertThat(made.profile()).isSameAs(profile);
        assertThat(made.subject()).isEqualTo(grant.subject());
        assertThat(made.names()).isEqualTo(grant.names());
        assertThat(made.claims()).isEqualTo(grant.claims());
        assertThat(made.keyUsages()).isEqualTo(grant.keyUsages());
        assertThat(made.validity()).isEqualTo(grant.validity());
        assertThat(made.subjectPublicKeyInfo()).isEqualTo(grant.subjectPublicKeyInfo());
        assertThat(made.extendedKeyUsages()).containsExactly(ExtendedKeyUsage.SERVER_AUTH);
        assertThat(made.ca()).isEmpty();
        Grant authority = Granting.bare()
                .csrSubject("CN=Lab CA")
                .grantedBy(SampleProfile.intermediateCa().build());
        assertThat(authority.ca().orElseThrow().pathLength()).hasValue(0);
    }

    @Test
    @DisplayName("lends a profile to another CA, or for another time, with all else as it was")
    void lent() {
        CertificateProfile profile =
                SampleProfile.tlsServer().policies("1.2.3").officers(2).build();
        CertificateProfile lent = profile.issuedBy("root").lasting(ValidityLength.of("1 day"));
        assertThat(lent.issuer()).isEqualTo("root");
        assertThat(lent.validity()).isEqualTo(new ValidityRule(ValidityLength.of("1 day"), ValidityLength.of("1 day")));
        assertThat(lent.issuedBy("issuing").policies()).isEqualTo(profile.policies());
        assertThat(lent.officers()).isEqualTo(profile.officers());
        assertThat(lent.subject()).isEqualTo(profile.subject());
    }
}
