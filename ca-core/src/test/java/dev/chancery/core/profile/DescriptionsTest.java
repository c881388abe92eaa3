package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.lint.Severity;
import dev.chancery.core.lint.Weights;
import dev.chancery.core.x509.SubjectName;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a profile tells beyond what verifiers look at")
class DescriptionsTest {
    private static List<String> words(CertificateProfile profile, String label) {
        return ProfileWords.of(profile).stream()
                .filter(line -> line.label().equals(label))
                .map(ProfileWords.Line::text)
                .toList();
    }

    private static DirectoryAttribute attribute(String type, String... values) {
        return new DirectoryAttribute(DirectoryAttributeType.of(type), List.of(values), List.of());
    }

    @Nested
    @DisplayName("directory attributes (RFC 3739 §3.3.2)")
    class Attributes {
        @ParameterizedTest(name = "{0} {1}")
        @CsvSource({
            "dateOfBirth, 1970-12-31, 180f31393730313233313132303030305a",
            "dateOfBirth, 1000-01-01, 180f31303030303130313132303030305a",
            "dateOfBirth, 9999-12-31, 180f39393939313233313132303030305a",
            "placeOfBirth, Köln, 0c054bc3b66c6e",
            "gender, F, 130146",
            "gender, m, 13016d",
            "countryOfCitizenship, DE, 13024445",
            "countryOfResidence, FR, 13024652",
            "1.3.6.1.4.1.99999.3.2, ok, 0c026f6b"
        })
        @DisplayName("in their syntax:")
        void encoded(String type, String value, String der) {
            assertThat(attribute(type, value).encoded())
                    .singleElement()
                    .satisfies(one -> assertThat(one.hex()).isEqualTo(der));
        }

        @ParameterizedTest(name = "{0} {1}")
        @CsvSource({
            "dateOfBirth, 1970-02-30, such as 1970-12-31",
            "dateOfBirth, 0999-12-31, no day of a calendar",
            "dateOfBirth, +10000-01-01, no day of a calendar",
            "placeOfBirth, ' ', 1 to 128 characters",
            "gender, X, is not M or F",
            "gender, MF, is not M or F",
            "countryOfCitizenship, de, two capital letters",
            "countryOfResidence, DEU, two capital letters"
        })
        @DisplayName("and refuses what is not:")
        void refused(String type, String value, String words) {
            assertThatThrownBy(() -> attribute(type, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("values: ")
                    .hasMessageContaining(words);
        }

        @Test
        @DisplayName("a text has 128 characters at most, on one line")
        void length() {
            assertThat(attribute("placeOfBirth", "x".repeat(128)).encoded()).hasSize(1);
            assertThatThrownBy(() -> attribute("placeOfBirth", "x".repeat(129))).hasMessageContaining("1 to 128");
            assertThatThrownBy(() -> attribute("placeOfBirth", "a\nb")).hasMessageContaining("on one line");
        }

        @Test
        @DisplayName("one value where there is one only, twenty at most elsewhere, none twice")
        void numbers() {
            String[] many = IntStream.range(0, 21).mapToObj(Integer::toString).toArray(String[]::new);
            String[] most = IntStream.range(0, 20).mapToObj(Integer::toString).toArray(String[]::new);
            assertThat(attribute("1.2.3", most).encoded()).hasSize(20);
            assertThatThrownBy(() -> attribute("1.2.3", many)).hasMessageContaining("21 values; 1 to 20");
            assertThatThrownBy(() -> attribute("1.2.3")).hasMessageContaining("no value; write 1 to 20");
            assertThatThrownBy(() -> attribute("placeOfBirth", "a", "b")).hasMessageContaining("exactly one");
            assertThatThrownBy(() -> attribute("dateOfBirth", "1970-12-31", "1971-12-31"))
                    .hasMessageContaining("exactly one");
            assertThatThrownBy(() -> attribute("countryOfResidence", "DE", "DE"))
                    .hasMessageContaining("listed twice");
            assertThat(attribute("countryOfResidence", "DE", "FR").encoded()).hasSize(2);
        }

        @Test
        @DisplayName("DER for those without a name")
        void hex() {
            DirectoryAttributeType own = DirectoryAttributeType.of("1.2.3");
            DirectoryAttribute both = new DirectoryAttribute(own, List.of("ok"), List.of("0201 05"));
            assertThat(both.encoded()).extracting(one -> one.hex()).containsExactly("0c026f6b", "020105");
            assertThat(both.words()).isEqualTo("1.2.3 ok, DER 0201 05");
            assertThatThrownBy(() -> new DirectoryAttribute(own, List.of("ok"), List.of("0c026f6b")))
                    .hasMessageContaining("listed twice");
            assertThatThrownBy(() ->
                            new DirectoryAttribute(DirectoryAttributeType.of("gender"), List.of(), List.of("130146")))
                    .hasMessageStartingWith("hex: ");
        }

        @Test
        @DisplayName("each once in a profile")
        void once() {
            DirectoryAttribute country = attribute("countryOfResidence", "DE");
            assertThatThrownBy(() -> SampleProfile.tlsServer()
                            .attributes(country, attribute("1.3.6.1.5.5.7.9.5", "FR"))
                            .build())
                    .hasMessageContaining("countryOfResidence is listed twice");
            assertThat(words(SampleProfile.tlsServer().attributes(country).build(), "Attribute"))
                    .containsExactly("countryOfResidence DE");
            assertThat(country.attribute()).hasToString("countryOfResidence");
        }
    }

    @Nested
    @DisplayName("subject information access (RFC 5280 §4.2.2.2)")
    class Access {
        private SubjectAccess access(String method, String location) {
            return new SubjectAccess(AccessMethod.of(method), URI.create(location));
        }

        @Test
        @DisplayName("by name or identifier, a repository only of a CA")
        void methods() {
            assertThat(AccessMethod.of(" caRepository ").oid()).isEqualTo("1.3.6.1.5.5.7.48.5");
            assertThat(AccessMethod.of("1.3.6.1.5.5.7.48.3")).hasToString("timeStamping");
            assertThat(AccessMethod.of("1.2.3").label()).isEqualTo("1.2.3");
            SubjectAccess repository = access("caRepository", "http://pki.example.com/");
            assertThat(words(SampleProfile.intermediateCa().access(repository).build(), "Offers"))
                    .containsExactly("caRepository at http://pki.example.com/");
            assertThatThrownBy(() -> SampleProfile.tlsServer()
                            .access(access("1.2.3", "http://x/"), repository)
                            .build())
                    .hasMessageStartingWith("subject-information-access[1].method: ");
            for (String issuers : List.of("1.3.6.1.5.5.7.48.1", "1.3.6.1.5.5.7.48.2")) {
                assertThatThrownBy(() -> AccessMethod.of(issuers)).hasMessageContaining("published-at");
            }
        }

        @Test
        @DisplayName("at absolute addresses of any scheme, in visible ASCII and without a password")
        void locations() {
            assertThat(access("timeStamping", "mailto:tsa@example.com").location())
                    .hasScheme("mailto");
            for (String bad : List.of("tsa", "//host/x", "http://user:word@host/", "http://h/\u00e4")) {
                assertThatThrownBy(() -> access("timeStamping", bad)).hasMessageStartingWith("location: ");
            }
        }

        @Test
        @DisplayName("eight at most, none twice")
        void numbers() {
            SubjectAccess[] nine = IntStream.range(0, 9)
                    .mapToObj(i -> access("1.2.3", "http://x/" + i))
                    .toArray(SubjectAccess[]::new);
            assertThatThrownBy(() -> SampleProfile.tlsServer().access(nine).build())
                    .hasMessageContaining("lists 9 addresses; at most 8");
            SubjectAccess[] eight = java.util.Arrays.copyOf(nine, 8);
            assertThat(SampleProfile.tlsServer().access(eight).build().subjectInformationAccess())
                    .hasSize(8);
            assertThatThrownBy(() -> SampleProfile.tlsServer()
                            .access(nine[0], access("1.2.3", "http://x/0"))
                            .build())
                    .hasMessageContaining("listed twice");
        }
    }

    @Nested
    @DisplayName("issuer alternative names (RFC 5280 §4.2.1.7)")
    class Issuer {
        @Test
        @DisplayName("of every kind, in their order")
        void names() {
            IssuerNames names = new IssuerNames(
                    List.of("pki.example.com"),
                    List.of("192.0.2.1", "2001:db8::1"),
                    List.of("pki@example.com"),
                    List.of(URI.create("https://pki.example.com/")),
                    List.of(SubjectName.parse("O=Example,C=DE")));
            assertThat(names.isEmpty()).isFalse();
            assertThat(names.names())
                    .extracting(name -> name.kind() + " " + name.text())
                    .containsExactly(
                            "dns pki.example.com",
                            "ip 192.0.2.1",
                            "ip 2001:db8:0:0:0:0:0:1",
                            "email pki@example.com",
                            "uri https://pki.example.com/");
            assertThat(words(SampleProfile.tlsServer().issuerNames(names).build(), "CA also named"))
                    .containsExactly("pki.example.com, 192.0.2.1, 2001:db8:0:0:0:0:0:1, pki@example.com,"
                            + " https://pki.example.com/, O=Example,C=DE");
            assertThat(IssuerNames.defaults().isEmpty()).isTrue();
        }

        @Test
        @DisplayName("twenty of a kind at most, none twice")
        void numbers() {
            List<String> hosts =
                    IntStream.range(0, 21).mapToObj(i -> "h" + i + ".example").toList();
            assertThatThrownBy(() -> hosts(hosts)).hasMessageContaining("dns: lists 21 names; at most 20");
            assertThat(hosts(hosts.subList(0, 20)).dns()).hasSize(20);
            assertThatThrownBy(() -> hosts(List.of("a.example", "a.example"))).hasMessageContaining("listed twice");
            assertThatThrownBy(() -> hosts(List.of("A.example"))).hasMessageContaining("lower case");
            assertThatThrownBy(() -> hosts(List.of("*.example.com"))).hasMessageContaining("lower case");
        }

        private IssuerNames hosts(List<String> dns) {
            return new IssuerNames(dns, List.of(), List.of(), List.of(), List.of());
        }
    }

    @Nested
    @DisplayName("rules that count for less")
    class Lint {
        @Test
        @DisplayName("with a reason, in words and for the judge")
        void reason() {
            CertificateProfile profile = SampleProfile.tlsServer()
                    .turnDown("dns-underscore", RuleWeight.NOTICE, "our SIP hosts")
                    .build();
            assertThat(words(profile, "Lint")).containsExactly("dns-underscore is a notice only: our SIP hosts");
            assertThat(TurnedDownRule.weights(profile.lint()).changed())
                    .containsOnly(java.util.Map.entry(
                            "dns-underscore", new Weights.Changed(Optional.of(Severity.NOTICE), "our SIP hosts")));
            assertThat(TurnedDownRule.weights(List.of())).isSameAs(Weights.usual());
            assertThat(profile.issuedBy("root").lint()).isEqualTo(profile.lint());
        }

        @Test
        @DisplayName("said in each weight")
        void weights() {
            assertThat(words(down(RuleWeight.WARNING), "Lint").get(0)).contains("is a warning only");
            assertThat(words(down(RuleWeight.OFF), "Lint").get(0)).contains("is not asked");
        }

        private CertificateProfile down(RuleWeight weight) {
            return SampleProfile.tlsServer()
                    .turnDown("dns-underscore", weight, "x")
                    .build();
        }

        @Test
        @DisplayName("an error that is turned down is worth a second look, a warning is not")
        void remarks() {
            assertThat(ProfileRemarks.of(down(RuleWeight.WARNING), Instant.EPOCH))
                    .filteredOn(remark -> remark.key().equals("lint"))
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.text()).contains("dns-underscore", "RFC 5280 §4.2.1.6"));
            CertificateProfile warning = SampleProfile.tlsServer()
                    .turnDown("ski-in-end-entity", RuleWeight.NOTICE, "x")
                    .build();
            assertThat(ProfileRemarks.of(warning, Instant.EPOCH))
                    .noneMatch(remark -> remark.key().equals("lint"));
        }

        @ParameterizedTest(name = "{0} {1}")
        @CsvSource({
            "dns-underscore, WARNING, true",
            "dns-underscore, OFF, true",
            "ski-in-end-entity, WARNING, false",
            "ski-in-end-entity, NOTICE, true",
            "aia-ca-issuers-present, NOTICE, false",
            "aia-ca-issuers-present, WARNING, false",
            "aia-ca-issuers-present, OFF, true"
        })
        @DisplayName("less than they are:")
        void less(String rule, RuleWeight weight, boolean good) {
            if (good) {
                assertThat(new TurnedDownRule(rule, weight, "x").severity()).isEqualTo(weight);
            } else {
                assertThatThrownBy(() -> new TurnedDownRule(rule, weight, "x"))
                        .hasMessageStartingWith("severity: " + rule)
                        .hasMessageContaining("already; write ")
                        .hasMessageEndingWith("off");
            }
        }

        @Test
        @DisplayName("named rightly, else with those that are meant")
        void suggestions() {
            assertThatThrownBy(() -> new TurnedDownRule("underscore", RuleWeight.OFF, "x"))
                    .hasMessageContaining("there are dns-underscore; the page /rules lists all");
            assertThatThrownBy(() -> new TurnedDownRule("nonsense", RuleWeight.OFF, "x"))
                    .hasMessageContaining("is no rule about certificates; the page /rules lists all");
            assertThatThrownBy(() -> new TurnedDownRule("dns", RuleWeight.OFF, "x"))
                    .hasMessageContaining("dns-characters, dns-underscore");
            assertThatThrownBy(() -> new TurnedDownRule("san-ascii", RuleWeight.OFF, "x"))
                    .hasMessageStartingWith("rule: san-ascii is about the encoding");
        }

        @Test
        @DisplayName("with a reason of 1 to 200 characters on one line")
        void reasons() {
            for (String bad : List.of("", " ", "a\nb", "x".repeat(201))) {
                assertThatThrownBy(() -> new TurnedDownRule("dns-underscore", RuleWeight.OFF, bad))
                        .hasMessageStartingWith("reason: ");
            }
            assertThat(new TurnedDownRule("dns-underscore", RuleWeight.OFF, "x".repeat(200)).usually())
                    .isEqualTo(Severity.ERROR);
        }
    }
}
