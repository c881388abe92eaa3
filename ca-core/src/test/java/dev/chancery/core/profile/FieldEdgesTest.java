package dev.chancery.core.profile;

import static dev.chancery.core.profile.Edges.bad;
import static dev.chancery.core.profile.Edges.good;
import static dev.chancery.core.profile.Edges.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The edges of a profile's fields")
class FieldEdgesTest {
    private static PolicyRule policies(@Nullable Integer explicit, @Nullable Integer mapping, @Nullable Integer any) {
        return new PolicyRule(
                Optional.ofNullable(explicit), Optional.ofNullable(mapping), Optional.ofNullable(any), List.of());
    }

    @Test
    @DisplayName("numbers of CA certificates, path lengths")
    void numbersOfCas() {
        good(() -> new CaRule(Optional.of(0)));
        bad("path-length: is 0 or more, not -1", () -> new CaRule(Optional.of(-1)));
        assertThat(new CaRule(Optional.of(3)).constraint().pathLength()).hasValue(3);
        assertThat(new CaRule(Optional.empty()).constraint().pathLength()).isEmpty();
        good(() -> policies(0, 0, 0));
        good(() -> policies(255, 255, 255));
        bad("require-explicit: is a number of CA certificates, 0 to 255, not 256", () -> policies(256, null, null));
        bad("inhibit-mapping: is a number of CA certificates, 0 to 255, not -1", () -> policies(null, -1, null));
        bad("inhibit-any: is a number of CA certificates, 0 to 255, not 256", () -> policies(null, null, 256));
        PolicyMapping mapping = new PolicyMapping("1.2.3", "1.2.4");
        bad(
                "mappings: one is listed twice",
                () -> new PolicyRule(Optional.empty(), Optional.empty(), Optional.empty(), List.of(mapping, mapping)));
        bad("issuer-domain: anyPolicy", () -> new PolicyMapping("2.5.29.32.0", "1.2.3"));
        bad("subject-domain: anyPolicy", () -> new PolicyMapping("1.2.3", "2.5.29.32.0"));
        bad("subject-domain: \"gold\"", () -> new PolicyMapping("1.2.3", "gold"));
    }

    @Test
    @DisplayName("policies of a CA that are mapped or needed have to be listed, or all")
    void policiesOfCa() {
        CaRule mapping = new CaRule(
                Optional.of(0),
                NameConstraintsRule.defaults(),
                new PolicyRule(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new PolicyMapping("1.2.3", "1.2.4"))));
        CaRule explicit = new CaRule(Optional.of(0), NameConstraintsRule.defaults(), policies(0, null, null));
        good(() -> SampleProfile.intermediateCa().ca(mapping).policies("1.2.3").build());
        good(() -> SampleProfile.intermediateCa()
                .ca(mapping)
                .policies("2.5.29.32.0")
                .build());
        bad(
                "1.2.3 is mapped and not listed",
                () -> SampleProfile.intermediateCa()
                        .ca(mapping)
                        .policies("1.2.4")
                        .build());
        good(() -> SampleProfile.intermediateCa().ca(explicit).policies("1.2.3").build());
        bad(
                "without policies no certificate below could be valid",
                () -> SampleProfile.intermediateCa().ca(explicit).build());
        assertThat(NameConstraintsRule.defaults().isEmpty()).isTrue();
        ConstrainedNames some = new ConstrainedNames(List.of("a.example"), List.of(), List.of(), List.of(), List.of());
        assertThat(new NameConstraintsRule(some, ConstrainedNames.defaults()).isEmpty())
                .isFalse();
        assertThat(new NameConstraintsRule(ConstrainedNames.defaults(), some).isEmpty())
                .isFalse();
    }

    @Test
    @DisplayName("addresses of publication: eight of plain http")
    void published() {
        good(() -> crls(many(8, i -> "http://a.example/" + i)));
        bad("crl: lists 9 addresses; at most 8", () -> crls(many(9, i -> "http://a.example/" + i)));
        bad("crl: an address is listed twice", () -> crls(List.of("http://a.example/", "http://a.example/")));
        for (String wrong : List.of(
                "https://a.example/",
                "http:///x",
                "http://a.example/#x",
                "http://u@a.example/",
                "http://a.example/\u00e4")) {
            bad("crl: \"" + wrong + "\" is no plain http address", () -> crls(List.of(wrong)));
        }
        List<URI> wrong = List.of(URI.create("ftp://a.example/"));
        bad("ca-certificate: \"ftp", () -> new PublishedAt(List.of(), wrong, List.of()));
        bad("ocsp: \"ftp", () -> new PublishedAt(List.of(), List.of(), wrong));
        List<URI> right = List.of(URI.create("http://a.example/x"));
        good(() -> SampleProfile.tlsServer()
                .publishedAt(new PublishedAt(right, right, right))
                .build());
        bad(
                "published-at.crl: is of no use",
                () -> SampleProfile.ocspResponder()
                        .publishedAt(new PublishedAt(right, List.of(), List.of()))
                        .build());
        for (PublishedAt useless :
                List.of(new PublishedAt(List.of(), right, List.of()), new PublishedAt(List.of(), List.of(), right))) {
            bad(
                    "published-at: ca-certificate and ocsp are of no use",
                    () -> SampleProfile.tlsServer()
                            .withoutAuthorityAccess()
                            .publishedAt(useless)
                            .build());
        }
        good(() -> SampleProfile.tlsServer()
                .withoutAuthorityAccess()
                .publishedAt(new PublishedAt(right, List.of(), List.of()))
                .build());
    }

    private static PublishedAt crls(List<String> addresses) {
        return new PublishedAt(addresses.stream().map(URI::create).toList(), List.of(), List.of());
    }

    @Test
    @DisplayName("locations of what the subject offers: in visible ASCII")
    void locations() {
        good(() -> new SubjectAccess(AccessMethod.of("timeStamping"), URI.create("http://h/~!")));
        bad(
                "location: \"http://h/\u00fc\"",
                () -> new SubjectAccess(AccessMethod.of("timeStamping"), URI.create("http://h/\u00fc")));
        bad("is no method", () -> AccessMethod.of("tsa"));
    }

    @Test
    @DisplayName("a policy's address and notice")
    void policy() {
        for (String right : List.of("http://a.example/", "https://a.example/~cps")) {
            good(() -> new CertificatePolicy("1.2.3", Optional.of(right), Optional.empty()));
        }
        for (String wrong : List.of("ftp://a.example/", "http:///cps", "https://a.example/\u00e4", "a b", "cps")) {
            bad(
                    "cps: \"" + wrong + "\" is no web address",
                    () -> new CertificatePolicy("1.2.3", Optional.of(wrong), Optional.empty()));
        }
        good(() -> notice("x".repeat(200)));
        for (String wrong : List.of("", " ", "a\nb", "x".repeat(201))) {
            bad("notice: is 1 to 200 characters", () -> notice(wrong));
        }
        assertThat(CertificatePolicy.brief(" 1.2.3 ").oid()).isEqualTo("1.2.3");
        assertThatThrownBy(() -> CertificatePolicy.brief("gold")).hasMessageStartingWith("\"gold\"");
        bad("oid: \"gold\"", () -> new CertificatePolicy("gold", Optional.empty(), Optional.empty()));
    }

    private static CertificatePolicy notice(String text) {
        return new CertificatePolicy("1.2.3", Optional.empty(), Optional.of(text));
    }

    @Test
    @DisplayName("versions of a Microsoft template")
    void template() {
        good(() -> template(0L, 0L));
        good(() -> template(4294967295L, 4294967295L));
        good(() -> template(1L, null));
        bad("major-version: is 0 to 4294967295, not -1", () -> template(-1L, null));
        bad("major-version: is 0 to 4294967295, not 4294967296", () -> template(4294967296L, null));
        bad("minor-version: is 0 to 4294967295, not -1", () -> template(1L, -1L));
        bad("minor-version: stands only behind", () -> template(null, 1L));
        bad("oid: \"x\"", () -> new MicrosoftTemplate("x", Optional.empty(), Optional.empty()));
    }

    private static MicrosoftTemplate template(@Nullable Long major, @Nullable Long minor) {
        return new MicrosoftTemplate("1.3.6.1.4.1.311.21.8.1", Optional.ofNullable(major), Optional.ofNullable(minor));
    }

    @Test
    @DisplayName("who may ask, and how many officers agree")
    void people() {
        good(() -> SampleProfile.tlsServer().officers(1).build());
        good(() -> SampleProfile.tlsServer().officers(5).build());
        bad(
                "officers: is 1 to 5, not 0",
                () -> SampleProfile.tlsServer().officers(0).build());
        bad(
                "officers: is 1 to 5, not 6",
                () -> SampleProfile.tlsServer().officers(6).build());
        bad(
                "requesters: nobody may ask while usable-by is empty",
                () -> SampleProfile.tlsServer()
                        .requesters(Set.of("rita"), Set.of())
                        .usableBy()
                        .build());
        good(() -> SampleProfile.tlsServer()
                .usableBy("requester", "officer", "auditor", "admin")
                .build());
        bad("users: \"Rita\" is no name of an account", () -> new RequesterRule(Set.of("Rita"), Set.of()));
        bad("groups: \"web team\" is no name of a group", () -> new RequesterRule(Set.of(), Set.of("web team")));
        RequesterRule rita = new RequesterRule(Set.of("rita"), Set.of("web"));
        assertThat(rita.isEmpty()).isFalse();
        assertThat(new RequesterRule(Set.of(), Set.of("web")).isEmpty()).isFalse();
        assertThat(rita.allows("rita", Set.of())).isTrue();
        assertThat(rita.allows("anna", Set.of("mail", "web"))).isTrue();
        assertThat(rita.allows("anna", Set.of("mail"))).isFalse();
        assertThat(RequesterRule.defaults().isEmpty()).isTrue();
        assertThat(RequesterRule.defaults().allows("anna", Set.of())).isTrue();
        assertThat(rita.words()).isEqualTo("the users rita and the groups web");
        assertThat(new RequesterRule(Set.of("rita"), Set.of()).words()).isEqualTo("the users rita");
        assertThat(new RequesterRule(Set.of(), Set.of("web")).words()).isEqualTo("the groups web");
    }

    @Test
    @DisplayName("how far back a certificate begins")
    void backdating() {
        good(() -> backdated("1 year", Duration.ZERO));
        good(() -> backdated("1 year", Duration.ofDays(2)));
        bad(
                "backdate: is 0 minutes to 2 days",
                () -> backdated("1 year", Duration.ofDays(2).plusNanos(1)));
        bad("backdate: is 0 minutes to 2 days", () -> backdated("1 year", Duration.ofSeconds(-1)));
        good(() -> backdated("12 hours", Duration.ofHours(12).minusSeconds(1)));
        bad("backdate: leaves nothing of maximum, 12 hours", () -> backdated("12 hours", Duration.ofHours(12)));
        good(() -> new ValidityRule(ValidityLength.of("366 days"), ValidityLength.of("1 year")));
        bad(
                "standard: 367 days is longer than maximum, 1 year",
                () -> new ValidityRule(ValidityLength.of("367 days"), ValidityLength.of("1 year")));
    }

    private static ValidityRule backdated(String maximum, Duration backdate) {
        ValidityLength length = ValidityLength.of(maximum);
        return new ValidityRule(length, length, Optional.empty(), Optional.of(backdate));
    }

    @Test
    @DisplayName("the last second of all")
    void validUntil() {
        assertThat(ValidUntil.of(" 9999-12-31 ")).hasToString("9999-12-31T23:59:59Z");
        assertThat(ValidUntil.of("1970-01-01T00:00:00Z").instant()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(ValidUntil.of(" 2030-12-31T12:00:00Z ")).hasToString("2030-12-31T12:00:00Z");
        bad("between the years 1970 and 9999", () -> ValidUntil.of("1969-12-31T23:59:59Z"));
        bad("between the years 1970 and 9999", () -> ValidUntil.of("+10000-01-01T00:00:00Z"));
        bad("\"2030-02-30\" is no date", () -> ValidUntil.of("2030-02-30"));
        bad("\"tomorrow\" is no date", () -> ValidUntil.of("tomorrow"));
    }

    @Test
    @DisplayName("keys: sizes of RSA, curves, and who makes them")
    void keys() {
        good(() -> new KeyRule.RsaSizes(2048, 2048));
        good(() -> new KeyRule.RsaSizes(8192, 8192));
        bad("minimum: minimum 2047", () -> new KeyRule.RsaSizes(2047, 4096));
        bad("maximum: minimum 2048 and maximum 8193", () -> new KeyRule.RsaSizes(2048, 8193));
        bad("maximum: minimum 4096 and maximum 3072", () -> new KeyRule.RsaSizes(4096, 3072));
        assertThat(new KeyRule(Optional.of(new KeyRule.RsaSizes(3072, 3072)), Set.of(Curve.ED25519, Curve.P_256))
                        .words())
                .isEqualTo("RSA 3072, EC P-256, Ed25519");
        KeyRule usual = new KeyRule(Optional.empty(), Set.of(Curve.P_256));
        assertThat(usual.allowsServerMade()).isFalse();
        assertThat(new KeyRule(Optional.empty(), Set.of(Curve.P_256), Optional.of(true)).allowsServerMade())
                .isTrue();
        assertThat(Curve.of(" ed448 ")).isEqualTo(Curve.ED448);
        assertThat(SubjectAttribute.of(" SERIALnumber ")).isEqualTo(SubjectAttribute.SERIAL_NUMBER);
    }

    @Test
    @DisplayName("hashes by every usual spelling, and no broken one")
    void hashes() {
        for (String spelling : List.of("sha-256", " SHA256 ", "sha_256")) {
            assertThat(SignatureHash.of(spelling)).isEqualTo(SignatureHash.SHA_256);
        }
        assertThat(SignatureHash.SHA_512.jcaName()).isEqualTo("SHA512");
        assertThat(SignatureHash.SHA_384).hasToString("sha-384");
        bad("\"sha-1\" is broken and cannot be signed over here", () -> SignatureHash.of("sha-1"));
        bad("\"MD5\" is broken and cannot", () -> SignatureHash.of("MD5"));
        bad("\"sha-224\" cannot be signed over here; use one of sha-256", () -> SignatureHash.of("sha-224"));
    }
}
