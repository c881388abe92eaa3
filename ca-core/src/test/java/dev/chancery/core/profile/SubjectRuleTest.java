package dev.chancery.core.profile;

import static dev.chancery.core.profile.Granting.bare;
import static dev.chancery.core.profile.Granting.ofHosts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SubjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a profile says about a subject")
class SubjectRuleTest {
    private static SubjectPart fixed(SubjectAttribute attribute, String value) {
        return new SubjectPart(attribute, Optional.of(value), Optional.empty(), Optional.empty());
    }

    private static SubjectPart asked(SubjectAttribute attribute) {
        return new SubjectPart(attribute, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static SubjectPart pattern(String expression) {
        return new SubjectPart(SubjectAttribute.OU, Optional.empty(), Optional.empty(), Optional.of(expression));
    }

    private static SubjectRule rule(SubjectSource from, String fixed, SubjectPart... parts) {
        return new SubjectRule(
                from, fixed.isEmpty() ? SubjectName.EMPTY : SubjectName.parse(fixed), Set.of(), false, List.of(parts));
    }

    @Nested
    @DisplayName("in parts")
    class Parts {
        @Test
        @DisplayName("is refused where it contradicts itself")
        void contradictions() {
            bad("value: \"Germany\" is not a country code", () -> fixed(SubjectAttribute.C, "Germany"));
            bad(
                    "required: a value that the profile itself gives",
                    () -> new SubjectPart(SubjectAttribute.O, Optional.of("x"), Optional.of(false), Optional.empty()));
            bad(
                    "pattern: is for what comes from a request",
                    () -> new SubjectPart(SubjectAttribute.O, Optional.of("x"), Optional.empty(), Optional.of("x")));
            bad("pattern: has 1 to 200 characters", () -> pattern(""));
            bad("pattern: has 1 to 200 characters", () -> pattern("x".repeat(201)));
            bad("is no regular expression", () -> pattern("(x"));
            assertThat(pattern("x".repeat(200)).isRequired()).isFalse();
            bad("parts: only from: request takes OU", () -> rule(SubjectSource.NAMES, "", asked(SubjectAttribute.OU)));
            bad(
                    "parts: a common name is fixed only with from: fixed",
                    () -> rule(SubjectSource.NAMES, "", fixed(SubjectAttribute.CN, "x")));
            bad("parts: O is already given", () -> rule(SubjectSource.NAMES, "O=a", fixed(SubjectAttribute.O, "b")));
            bad(
                    "parts: OU is already given",
                    () -> rule(SubjectSource.REQUEST, "", asked(SubjectAttribute.OU), asked(SubjectAttribute.OU)));
            bad(
                    "parts: OU is also listed under allowed",
                    () -> new SubjectRule(
                            SubjectSource.REQUEST,
                            SubjectName.EMPTY,
                            Set.of(SubjectAttribute.OU),
                            false,
                            List.of(asked(SubjectAttribute.OU))));
            bad(
                    "required: the fixed subject is empty",
                    () -> new SubjectRule(SubjectSource.FIXED, SubjectName.EMPTY, Set.of(), true, List.of()));
        }

        @Test
        @DisplayName(
                "may have several fixed OU and DC, a fixed common name where all is fixed, and takes what it lists")
        void several() {
            SubjectRule several = rule(
                    SubjectSource.NAMES,
                    "DC=example",
                    fixed(SubjectAttribute.OU, "a"),
                    fixed(SubjectAttribute.OU, "b"),
                    fixed(SubjectAttribute.DC, "lab"));
            assertThat(several.allFixed())
                    .extracting(AskedAttribute::shown)
                    .containsExactly("DC=\"example\"", "OU=\"a\"", "OU=\"b\"", "DC=\"lab\"");
            assertThat(several.nothingFixed()).isFalse();
            assertThat(rule(SubjectSource.NAMES, "", fixed(SubjectAttribute.O, "x"))
                            .nothingFixed())
                    .isFalse();
            assertThat(rule(SubjectSource.NAMES, "O=x").nothingFixed()).isFalse();
            assertThat(rule(SubjectSource.REQUEST, "", asked(SubjectAttribute.O))
                            .nothingFixed())
                    .isTrue();
            SubjectRule fixed = rule(SubjectSource.FIXED, "", fixed(SubjectAttribute.CN, "x"));
            assertThat(new SubjectRule(fixed.from(), fixed.fixed(), Set.of(), true, fixed.parts()).taken())
                    .isEmpty();
            SubjectRule both = new SubjectRule(
                    SubjectSource.REQUEST,
                    SubjectName.EMPTY,
                    Set.of(SubjectAttribute.O),
                    false,
                    List.of(asked(SubjectAttribute.CN), fixed(SubjectAttribute.C, "DE")));
            assertThat(both.allowedInWords()).isEqualTo("CN, O");
        }

        @Test
        @DisplayName("stands in the order of the profile, whatever the order of the request")
        void order() {
            CertificateProfile profile = SampleProfile.tlsClient()
                    .subject(SubjectSource.REQUEST, "DC=example", SubjectAttribute.CN)
                    .parts(
                            asked(SubjectAttribute.CN),
                            fixed(SubjectAttribute.O, "Example"),
                            asked(SubjectAttribute.OU),
                            fixed(SubjectAttribute.C, "DE"))
                    .build();
            assertThat(ofHosts("a.example.com")
                            .wishSubject("OU=Ops,CN=a.example.com")
                            .grantedBy(profile)
                            .subject()
                            .rfc4514())
                    .isEqualTo("C=DE,OU=Ops,O=Example,CN=a.example.com,DC=example");
        }

        @Test
        @DisplayName("takes what else is allowed, behind all parts")
        void rest() {
            SubjectRule rule = new SubjectRule(
                    SubjectSource.REQUEST,
                    SubjectName.EMPTY,
                    Set.of(SubjectAttribute.CN, SubjectAttribute.L),
                    false,
                    List.of(asked(SubjectAttribute.OU)));
            CertificateProfile profile = SampleProfile.tlsClient().subject(rule).build();
            Grant grant = ofHosts("a.example.com")
                    .wishSubject("OU=Ops,L=Berlin,CN=a.example.com")
                    .grantedBy(profile);
            assertThat(grant.subject().rfc4514()).isEqualTo("L=Berlin,CN=a.example.com,OU=Ops");
            assertThat(grant.claims())
                    .containsExactlyInAnyOrder(
                            new Grant.Claim(SubjectAttribute.OU, "Ops"), new Grant.Claim(SubjectAttribute.L, "Berlin"));
        }

        @Test
        @DisplayName("loses its patterns for a sample, and nothing else")
        void withoutPatterns() {
            CertificateProfile profile = SampleProfile.tlsClient()
                    .subject(SubjectSource.REQUEST, "", SubjectAttribute.CN)
                    .parts(
                            new SubjectPart(
                                    SubjectAttribute.OU, Optional.empty(), Optional.of(true), Optional.of("[a-z]+")),
                            fixed(SubjectAttribute.O, "Example"))
                    .build();
            assertThat(profile.withoutPatterns().subject().parts())
                    .containsExactly(
                            new SubjectPart(SubjectAttribute.OU, Optional.empty(), Optional.of(true), Optional.empty()),
                            fixed(SubjectAttribute.O, "Example"));
            assertThat(profile.withoutPatterns().name()).isEqualTo(profile.name());
        }

        private void bad(String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable make) {
            assertThatThrownBy(make)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(words);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "CN, x, fine",
        "O, ' ', is empty",
        "CN, 'a\u200bb', holds a character that cannot be seen",
        "CN, 'a\u2028b', holds a character that cannot be seen",
        "CN, 'a\u2029b', holds a character that cannot be seen",
        "CN, 'a\ue000b', fine",
        "CN, 'a\ufdd0b', holds a character that cannot be seen",
        "CN, 'a\ud83d\ude00b', fine",
        "C, de, fine",
        "C, D1, 'is not a country code of two letters, such as DE'",
        "DC, 'Az09 ''()+,./:=?-', fine",
        "DC, a_b, holds a character that DC cannot have",
        "serialNumber, a_b, holds a character that serialNumber cannot have",
        "OU, a_b, fine"
    })
    @DisplayName("attribute by attribute:")
    void values(String attribute, String value, String problem) {
        assertThat(SubjectAttribute.of(attribute).problem(value).orElse("fine")).isEqualTo(problem);
    }

    @Test
    @DisplayName("in the length that each may have, counted in characters")
    void lengths() {
        for (SubjectAttribute attribute : SubjectAttribute.values()) {
            String longest = "x".repeat(attribute.maximumLength());
            assertThat(attribute.problem(longest)).as(attribute.label()).isEmpty();
            assertThat(attribute.problem(longest + "x")).as(attribute.label()).isPresent();
        }
        assertThat(SubjectAttribute.CN.problem("\ud83d\ude00".repeat(64))).isEmpty();
    }

    @Test
    @DisplayName("in the string types of RFC 5280")
    void types() {
        assertThat(SubjectAttribute.C.encode("de")).hasToString("DE");
        assertThat(SubjectAttribute.SERIAL_NUMBER.encode("12"))
                .isInstanceOf(org.bouncycastle.asn1.DERPrintableString.class);
        assertThat(SubjectAttribute.DC.encode("lab")).isInstanceOf(org.bouncycastle.asn1.DERIA5String.class);
        assertThat(SubjectAttribute.UID.encode("ada")).isInstanceOf(DERUTF8String.class);
    }

    @Test
    @DisplayName(
            "against what a CSR says that nobody listed: left out where it is a CSR's, refused where it was wished for")
    void unlisted() {
        CertificateProfile profile = SampleProfile.tlsClient()
                .subject(SubjectSource.REQUEST, "O=Example", SubjectAttribute.CN)
                .build();
        assertThat(ofHosts("a.example.com")
                        .wishSubject("CN=a.example.com,O=Example")
                        .grantedBy(profile)
                        .subject()
                        .rfc4514())
                .isEqualTo("CN=a.example.com,O=Example");
        SubjectName odd = SubjectName.of(new X500NameBuilder()
                .addRDN(BCStyle.CN, new DERUTF8String("a.example.com"))
                .addRDN(new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.2.3.4"), new DERUTF8String("x"))
                .build());
        Granting granting =
                new Granting(odd, ofHosts("a.example.com").names(), bare().key(), Wishes.none(), Granting.TEN_YEARS);
        assertThat(granting.grantedBy(profile).subject().rfc4514()).isEqualTo("CN=a.example.com,O=Example");
        assertThat(AskedAttribute.allOf(odd).get(1).problem())
                .contains("The attribute 1.2.3.4 never stands in a subject here.");
        assertThat(AskedAttribute.allOf(SubjectName.EMPTY)).isEmpty();
    }

    @Test
    @DisplayName("where several OU are good, and two of the others are not")
    void repeated() {
        CertificateProfile profile = SampleProfile.tlsClient()
                .subject(SubjectSource.REQUEST, "", SubjectAttribute.CN, SubjectAttribute.OU, SubjectAttribute.O)
                .build();
        assertThat(ofHosts("a.example.com")
                        .wishSubject("CN=a.example.com,OU=a,OU=b")
                        .grantedBy(profile)
                        .claims())
                .hasSize(2);
        Objection objection =
                ofHosts("a.example.com").wishSubject("CN=a.example.com,O=a,O=b").objectionOf(profile);
        assertThat(objection.rule()).isEqualTo("subject-repeated");
        assertThat(objection.message()).contains("takes one O; leave out O=");
    }
}
