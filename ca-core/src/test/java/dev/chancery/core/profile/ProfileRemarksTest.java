package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is allowed in a profile and seldom meant")
class ProfileRemarksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static SampleProfile server() {
        return SampleProfile.tlsServer().validity("1 year", "825 days").withoutWildcards();
    }

    private static SampleProfile client() {
        return SampleProfile.tlsClient().withoutWildcards();
    }

    private static SampleProfile stamps(String... purposes) {
        return client().purposes(purposes);
    }

    private static CustomExtension own(boolean critical) {
        return new CustomExtension(
                "1.2.3",
                Optional.of(critical),
                Optional.of("0500"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ValidityRule until(String last) {
        return new ValidityRule(
                ValidityLength.of("1 year"),
                ValidityLength.of("1 year"),
                Optional.of(ValidUntil.of(last)),
                Optional.empty());
    }

    static Stream<Arguments> remarked() {
        return Stream.of(
                of("validity.maximum", "this allows 826", server().validity("1 year", "826 days")),
                of(
                        "signature.rsa",
                        "RSASSA-PSS",
                        server().signature(new SignatureRule(Optional.empty(), SignatureRule.RsaPadding.PSS))),
                of("key.curves", "Ed25519", server().keys(List.of(), Curve.ED25519)),
                of("key.curves", "Ed448", server().keys(List.of(), Curve.P_256, Curve.ED448)),
                of("tls-feature", "staple", server().tlsFeature(TlsFeature.STATUS_REQUEST)),
                of(
                        "names.wildcards",
                        "approval: officer",
                        SampleProfile.tlsServer().validity("1 year", "1 year")),
                of("names.kinds", "Windows", client().names(1, 5, NameKind.UPN)),
                of("names.maximum", "handshake", server().names(1, 201, NameKind.DNS)),
                of("validity.not-beyond", "is over", server().validity(until("2026-03-01T12:00:00Z"))),
                of("extended-key-usage", "RFC 3161", stamps("timeStamping")),
                of(
                        "extended-key-usage",
                        "RFC 3161",
                        stamps("timeStamping", "clientAuth").critical(Criticality.EXTENDED_KEY_USAGE)),
                of("extensions", "1.2.3 is critical", server().extensions(own(true))),
                of("lint", "is an error in all other", server().turnDown("dns-underscore", RuleWeight.OFF, "x")),
                of("approval", "by themselves", SampleProfile.intermediateCa().approval(Approval.NONE)),
                of(
                        "ca.path-length",
                        "without end",
                        SampleProfile.intermediateCa().ca(new CaRule(Optional.empty()))));
    }

    static Stream<SampleProfile> unremarkable() {
        return Stream.of(
                server(),
                SampleProfile.tlsServer().validity("1 year", "1 year").approval(Approval.OFFICER),
                client(),
                client().keys(List.of(), Curve.ED25519, Curve.ED448).validity("1 year", "3 years"),
                SampleProfile.intermediateCa(),
                SampleProfile.ocspResponder(),
                server().names(1, 200, NameKind.DNS),
                server().validity(until("2026-03-01T12:00:01Z")),
                stamps("timeStamping").critical(Criticality.EXTENDED_KEY_USAGE),
                server().extensions(own(false)));
    }

    private static Arguments of(String key, String words, SampleProfile profile) {
        return Arguments.of(key, words, profile.build());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("remarked")
    @DisplayName("is said, once, with its key")
    void said(String key, String words, CertificateProfile profile) {
        assertThat(ProfileRemarks.of(profile, NOW)).singleElement().satisfies(remark -> {
            assertThat(remark.key()).isEqualTo(key);
            assertThat(remark.text()).contains(words);
        });
    }

    @Test
    @DisplayName("is not said of what is usual, to the very edge of it")
    void silent() {
        assertThat(unremarkable())
                .allSatisfy(profile ->
                        assertThat(ProfileRemarks.of(profile.build(), NOW)).isEmpty());
        assertThat(Set.copyOf(ProfileRemarks.of(SampleProfile.tlsServer().build(), NOW)))
                .hasSize(1);
    }
}
