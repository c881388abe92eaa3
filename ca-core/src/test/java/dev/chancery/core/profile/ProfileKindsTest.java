package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a profile may combine")
class ProfileKindsTest {
    private static void good(SampleProfile profile) {
        assertThatCode(profile::build).doesNotThrowAnyException();
    }

    private static void bad(String words, Supplier<?> make) {
        assertThatThrownBy(make::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    @DisplayName("critical is what is there, must-staple is for servers and CAs")
    void extensions() {
        bad(
                "critical: policies is empty",
                () -> SampleProfile.tlsServer().critical(Criticality.POLICIES).build());
        bad(
                "critical: extended-key-usage is empty",
                () -> SampleProfile.intermediateCa()
                        .critical(Criticality.EXTENDED_KEY_USAGE)
                        .build());
        good(SampleProfile.tlsServer()
                .policies("1.2.3")
                .critical(Criticality.POLICIES, Criticality.EXTENDED_KEY_USAGE));
        bad(
                "tls-feature: is for TLS servers and for CAs",
                () -> SampleProfile.tlsClient()
                        .tlsFeature(TlsFeature.STATUS_REQUEST)
                        .build());
        good(SampleProfile.intermediateCa().tlsFeature(TlsFeature.STATUS_REQUEST));
        good(SampleProfile.tlsServer().tlsFeature(TlsFeature.STATUS_REQUEST));
        assertThat(TlsFeature.STATUS_REQUEST_V2.number()).isEqualTo(17);
        bad(
                "lint: dns-underscore is listed twice",
                () -> SampleProfile.tlsServer()
                        .turnDown("dns-underscore", RuleWeight.OFF, "x")
                        .turnDownToo("dns-underscore", RuleWeight.OFF, "x")
                        .build());
    }

    @Test
    @DisplayName("words: names of 1 to 40, and nothing blank")
    void words() {
        good(SampleProfile.tlsServer().named("a"));
        good(SampleProfile.tlsServer().named("a" + "-".repeat(38) + "9"));
        for (String wrong : List.of("", "a-", "-a", "A", "a".repeat(41))) {
            bad("name: \"" + wrong, () -> SampleProfile.tlsServer().named(wrong).build());
        }
        CertificateProfile server = SampleProfile.tlsServer().build();
        bad("issuer: \"Root CA\" is no short name", () -> server.issuedBy("Root CA"));
    }

    @Test
    @DisplayName("usages that fit the keys, the purposes and what it is")
    void usages() {
        good(SampleProfile.tlsClient().keyUsage("digitalSignature", "keyAgreement", "encipherOnly"));
        bad(
                "encipherOnly and decipherOnly mean nothing",
                () -> SampleProfile.tlsClient()
                        .keyUsage("digitalSignature", "decipherOnly")
                        .build());
        bad(
                "fits a key of the kind RSA",
                () -> SampleProfile.tlsClient().keyUsage("keyAgreement").build());
        good(SampleProfile.tlsClient().keys(List.of(), Curve.P_256).keyUsage("keyAgreement"));
        good(SampleProfile.tlsServer().keys(List.of(), Curve.P_256).keyUsage("digitalSignature"));
        bad(
                "a CA needs keyCertSign and cRLSign",
                () -> SampleProfile.intermediateCa().keyUsage("cRLSign").build());
        good(SampleProfile.intermediateCa().keyUsage("keyCertSign", "cRLSign", "digitalSignature"));
        bad(
                "subject: a CA needs one",
                () -> SampleProfile.intermediateCa()
                        .subject(new SubjectRule(
                                SubjectSource.REQUEST,
                                dev.chancery.core.x509.SubjectName.EMPTY,
                                Set.of(SubjectAttribute.CN),
                                false,
                                List.of()))
                        .build());
        bad(
                "serverAuth needs dns or ip",
                () -> SampleProfile.tlsServer().names(0, 5, NameKind.IP).build());
        good(SampleProfile.tlsServer().names(1, 5, NameKind.IP));
        good(SampleProfile.tlsServer().names(1, 5, NameKind.DNS, NameKind.EMAIL));
        bad(
                "names: relying parties look there",
                () -> SampleProfile.tlsClient().names(0, 5, NameKind.EMAIL).build());
        bad(
                "ocsp-nocheck: is for OCSP responders only",
                () -> SampleProfile.tlsClient()
                        .purposes("OCSPSigning", "clientAuth")
                        .revocation(false, true)
                        .build());
        good(SampleProfile.intermediateCa().revocation(false, false));
        good(SampleProfile.ocspResponder().revocation(true, false));
        good(SampleProfile.ocspResponder()
                .subject(SubjectSource.REQUEST, "", SubjectAttribute.CN)
                .requireSubject());
    }

    @ParameterizedTest(name = "of {0}: {1}")
    @CsvSource({
        "RSA, 'DIGITAL_SIGNATURE CONTENT_COMMITMENT KEY_ENCIPHERMENT DATA_ENCIPHERMENT KEY_CERT_SIGN CRL_SIGN'",
        "EC, 'DIGITAL_SIGNATURE CONTENT_COMMITMENT KEY_AGREEMENT KEY_CERT_SIGN CRL_SIGN ENCIPHER_ONLY DECIPHER_ONLY'",
        "Ed25519, 'DIGITAL_SIGNATURE CONTENT_COMMITMENT KEY_CERT_SIGN CRL_SIGN'"
    })
    @DisplayName("usages for a key")
    void fit(String algorithm, String usages) {
        assertThat(KeyUsage.fit(EnumSet.allOf(KeyUsage.class), algorithm))
                .extracting(KeyUsage::name)
                .containsExactly(usages.split(" "));
        assertThat(KeyUsage.of("decipherOnly").bit()).isEqualTo(8);
        bad("\"sign\" is no key usage; use one of digitalSignature", () -> KeyUsage.of("sign"));
    }

    @Test
    @DisplayName("object identifiers as X.660 has them")
    void identifiers() {
        for (String good : List.of("0.0", "1.39.1", "2.999", "2.5.4.3", "1.2." + "9".repeat(18))) {
            assertThat(Oid.valid(good)).as(good).isTrue();
        }
        for (String bad : List.of("", "1", "3.1", "1.40", "1.2.03", "1.2.", "1..2", "1.2." + "9".repeat(19), "1.2.x")) {
            assertThat(Oid.valid(bad)).as(bad).isFalse();
        }
        String longest = "1.2" + ".1".repeat(62) + "1";
        assertThat(longest).hasSize(128);
        assertThat(Oid.valid(longest)).isTrue();
        assertThat(Oid.valid(longest + "1")).isFalse();
        assertThat(ExtendedKeyUsage.of(" serverAuth ").label()).isEqualTo("serverAuth");
        assertThat(ExtendedKeyUsage.of("1.2.3").label()).isEqualTo("1.2.3");
        bad("is no object identifier", () -> ExtendedKeyUsage.of("1.2."));
        assertThat(DirectoryAttributeType.of(" gender ").label()).isEqualTo("gender");
        assertThat(DirectoryAttributeType.of("1.2.3").label()).isEqualTo("1.2.3");
        bad("is no attribute; use an object identifier", () -> DirectoryAttributeType.of("birthday"));
    }

    @Test
    @DisplayName("values as they are shown: of bounded length, nothing hidden in them")
    void shown() {
        assertThat(Quoted.of("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
        assertThat(Quoted.of("x".repeat(81))).isEqualTo("\"" + "x".repeat(80) + "…\"");
        assertThat(Quoted.of("a\nb\u202e\u2028\u2029\ufdd0\ud800"))
                .isEqualTo("\"a\\u000ab\\u202e\\u2028\\u2029\\ufdd0\\ud800\"");
        assertThat(Quoted.of("\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
    }

    @Test
    @DisplayName("patterns that look at a text fifty thousand times, and no more")
    void looks() {
        assertThat(BoundedText.matches(Pattern.compile("[a-c]+\\b"), "abc")).isTrue();
        assertThat(BoundedText.matches(Pattern.compile("(abc)\\1"), "abcabc")).isTrue();
        assertThat(BoundedText.matches(Pattern.compile("a{1,60000}"), "a".repeat(50_000)))
                .isTrue();
        assertThat(BoundedText.matches(Pattern.compile("a{1,60000}"), "a".repeat(50_001)))
                .isFalse();
    }
}
