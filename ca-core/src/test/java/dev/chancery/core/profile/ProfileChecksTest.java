package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileChecksTest {
    static Stream<Arguments> contradictions() {
        return Stream.of(
                server("a server without names", "names:", p -> p.names(0, 5, NameKind.DNS)),
                server("a server with mail names only", "dns or ip", p -> p.names(1, 5, NameKind.EMAIL)),
                server("no purpose", "extended-key-usage: is empty", SampleProfile::purposes),
                server("a purpose twice", "serverAuth is listed twice", p -> p.purposes("serverAuth", "serverAuth")),
                server("no key usage", "key-usage: is empty", SampleProfile::keyUsage),
                server("a key usage twice", "listed twice", p -> p.keyUsage("digitalSignature", "digitalSignature")),
                server(
                        "an RSA server without keyEncipherment",
                        "[digitalSignature, keyEncipherment]",
                        p -> p.keyUsage("digitalSignature")),
                server(
                        "a server that enciphers data",
                        "nothing else",
                        p -> p.keyUsage("digitalSignature", "keyEncipherment", "dataEncipherment")),
                server(
                        "an end entity that signs certificates",
                        "belong to a CA only",
                        p -> p.keyUsage("digitalSignature", "keyCertSign")),
                server(
                        "an end entity that signs CRLs",
                        "belong to a CA only",
                        p -> p.purposes("clientAuth").keyUsage("cRLSign")),
                server(
                        "usages that no EC key has",
                        "fits a key of the kind EC",
                        p -> p.purposes("clientAuth").keyUsage("keyEncipherment")),
                server(
                        "encipherOnly without keyAgreement",
                        "keyAgreement",
                        p -> p.purposes("clientAuth").keyUsage("digitalSignature", "encipherOnly")),
                server("nocheck on a server", "OCSP responders only", p -> p.revocation(true, true)),
                server("no way to learn of a revocation", "crl-distribution-point", p -> p.revocation(false, false)),
                server("a policy that is no OID", "\"gold\"", p -> p.policies("gold")),
                server("anyPolicy", "anyPolicy", p -> p.policies("2.5.29.32.0")),
                server("a policy twice", "listed twice", p -> p.policies("1.2.3", "1.2.3")),
                server("an unknown role", "requester, officer, auditor or admin", p -> p.usableBy("operator")),
                server("a name that cannot stand in a URL", "a-z", p -> p.named("TLS server")),
                server(
                        "a fixed subject that holds a common name as well as the names'",
                        "fixed only with from: fixed",
                        p -> p.subject(SubjectSource.NAMES, "CN=x")),
                server(
                        "a fixed subject with an attribute that is never issued",
                        "never stands in a subject here",
                        p -> p.subject(SubjectSource.NAMES, "title=Doctor")),
                server(
                        "allowed attributes that nobody reads",
                        "from: request",
                        p -> p.subject(SubjectSource.NAMES, "", SubjectAttribute.O)),
                server(
                        "an attribute both fixed and allowed",
                        "also listed under allowed",
                        p -> p.subject(SubjectSource.REQUEST, "O=Example", SubjectAttribute.O)),
                server(
                        "a subject from the request that takes nothing",
                        "allowed: [CN]",
                        p -> p.subject(SubjectSource.REQUEST, "")),
                Arguments.of(
                        "a client without names", "names:", changed(SampleProfile.tlsClient(), p -> p.names(0, 0))),
                Arguments.of(
                        "a subject made from names that there are not",
                        "from: names needs at least one name",
                        changed(SampleProfile.ocspResponder(), p -> p.subject(SubjectSource.NAMES, ""))),
                Arguments.of(
                        "a responder that is called nothing",
                        "an OCSP responder has no other name",
                        changed(SampleProfile.ocspResponder(), p -> p.subject(SubjectSource.FIXED, ""))),
                Arguments.of(
                        "a CA that cannot sign CRLs",
                        "keyCertSign and cRLSign",
                        changed(SampleProfile.intermediateCa(), p -> p.keyUsage("keyCertSign"))),
                Arguments.of(
                        "a CA with names",
                        "subject alone",
                        changed(SampleProfile.intermediateCa(), p -> p.names(1, 5, NameKind.DNS))),
                Arguments.of(
                        "a CA that is not said to be one",
                        "belong to a CA only",
                        changed(
                                SampleProfile.intermediateCa(),
                                p -> p.endEntity().purposes("clientAuth"))));
    }

    private static Arguments server(String what, String words, UnaryOperator<SampleProfile> change) {
        return Arguments.of(what, words, changed(SampleProfile.tlsServer(), change));
    }

    private static ThrowingCallable changed(SampleProfile profile, UnaryOperator<SampleProfile> change) {
        return () -> change.apply(profile).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    @DisplayName("A profile that contradicts itself does not come into being")
    void refused(String what, String words, ThrowingCallable make) {
        assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                part("maximum below minimum", "0 ≤ minimum", () -> new NamesRule(java.util.Set.of(), 2, 1, false)),
                part(
                        "kinds, but no names",
                        "maximum: is 0",
                        () -> new NamesRule(java.util.Set.of(NameKind.DNS), 0, 0, false)),
                part(
                        "names, but no kinds",
                        "dns, ip, email, uri, upn",
                        () -> new NamesRule(java.util.Set.of(), 0, 5, false)),
                part(
                        "wildcards of mail names",
                        "dns",
                        () -> new NamesRule(java.util.Set.of(NameKind.EMAIL), 0, 5, true)),
                part("RSA below 2048", "2048 to 8192", () -> new KeyRule.RsaSizes(1024, 4096)),
                part("RSA above 8192", "2048 to 8192", () -> new KeyRule.RsaSizes(2048, 16384)),
                part("no keys at all", "P-256", () -> new KeyRule(Optional.empty(), java.util.Set.of())),
                part(
                        "a standard longer than the maximum",
                        "longer than maximum",
                        () -> new ValidityRule(ValidityLength.of("1 year"), ValidityLength.of("365 days"))),
                part("a negative path length", "0 or more", () -> new CaRule(Optional.of(-1))),
                part("an unknown curve", "Ed448", () -> Curve.of("P-192")),
                part("an unknown attribute", "serialNumber", () -> SubjectAttribute.of("emailAddress")),
                part("an unknown purpose", "OCSPSigning", () -> ExtendedKeyUsage.of("serverAuht")),
                part("the purpose of every purpose", "never issued", () -> ExtendedKeyUsage.of("anyExtendedKeyUsage")),
                part("the same by number", "never issued", () -> ExtendedKeyUsage.of("2.5.29.37.0")),
                part("enrolment agents", "never issued", () -> ExtendedKeyUsage.of("1.3.6.1.4.1.311.20.2.1")),
                part("smart-card logon", "never issued", () -> ExtendedKeyUsage.of("1.3.6.1.4.1.311.20.2.2")),
                part("PKINIT", "never issued", () -> ExtendedKeyUsage.of("1.3.6.1.5.2.3.4")),
                part(
                        "two profiles of one name",
                        "two profiles",
                        () -> new ProfileCatalog(List.of(
                                SampleProfile.tlsServer().build(),
                                SampleProfile.tlsServer().build()))));
    }

    private static Arguments part(String what, String words, ThrowingCallable make) {
        return Arguments.of(what, words, make);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    @DisplayName("A part of a profile that makes no sense does not come into being")
    void partsRefused(String what, String words, ThrowingCallable make) {
        assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    @Test
    @DisplayName("The samples are sound, and a catalog finds the nearest of them")
    void nearest() {
        ProfileCatalog catalog = new ProfileCatalog(List.of(
                SampleProfile.tlsServer().build(),
                SampleProfile.tlsClient().build(),
                SampleProfile.intermediateCa().build(),
                SampleProfile.ocspResponder().build()));
        assertThat(catalog.nearest("tls-sever")).contains("tls-server");
        assertThat(catalog.nearest("TLS_Client")).contains("tls-client");
        assertThat(catalog.nearest("webserver")).isEmpty();
        assertThat(catalog.find("tls-client")).isPresent();
        assertThat(catalog.all()).hasSize(4);
    }
}
