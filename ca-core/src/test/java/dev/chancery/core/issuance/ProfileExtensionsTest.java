package dev.chancery.core.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.judges.OpenSsl;
import dev.chancery.core.judges.Pkix;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.profile.AccessMethod;
import dev.chancery.core.profile.CaRule;
import dev.chancery.core.profile.CertificatePolicy;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ConstrainedNames;
import dev.chancery.core.profile.Criticality;
import dev.chancery.core.profile.CustomExtension;
import dev.chancery.core.profile.DirectoryAttribute;
import dev.chancery.core.profile.DirectoryAttributeType;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.IssuerNames;
import dev.chancery.core.profile.MicrosoftTemplate;
import dev.chancery.core.profile.NameConstraintsRule;
import dev.chancery.core.profile.PolicyMapping;
import dev.chancery.core.profile.PolicyRule;
import dev.chancery.core.profile.PublishedAt;
import dev.chancery.core.profile.RuleWeight;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.SignatureHash;
import dev.chancery.core.profile.SignatureRule;
import dev.chancery.core.profile.SignatureRule.RsaPadding;
import dev.chancery.core.profile.SubjectAccess;
import dev.chancery.core.profile.SubjectAttribute;
import dev.chancery.core.profile.SubjectPart;
import dev.chancery.core.profile.SubjectSource;
import dev.chancery.core.profile.TlsFeature;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SubjectName;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a profile states stands in its certificates")
final class ProfileExtensionsTest {
    private static final String POLICY = "1.3.6.1.4.1.99999.1.1";

    @TempDir
    Path directory;

    private IssuanceFixture fixture;
    private OpenSsl openSsl;

    @BeforeEach
    void start() {
        fixture = new IssuanceFixture(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P256);
        openSsl = new OpenSsl(directory);
    }

    private EncodedCertificate by(CertificateProfile profile, Wishes wishes) {
        return by(fixture, profile, wishes);
    }

    private static EncodedCertificate by(IssuanceFixture fixture, CertificateProfile profile, Wishes wishes) {
        return fixture.issued(fixture.grant(profile, fixture.newKey(KeyAlgorithm.EC_P256), wishes))
                .certificate();
    }

    private static Wishes host() {
        return IssuanceFixture.hosts("www.example.com");
    }

    private static CustomExtension text(String oid, boolean critical, String utf8) {
        return new CustomExtension(
                oid, Optional.of(critical), Optional.empty(), Optional.empty(), Optional.of(utf8), Optional.empty());
    }

    @Test
    @DisplayName("policies with practice statement and notice, TLS feature, template and own extensions")
    void everything() {
        CertificateProfile profile = SampleProfile.tlsServer()
                .policies(new CertificatePolicy(
                        POLICY, Optional.of("https://pki.example.com/cps"), Optional.of("For tests only")))
                .tlsFeature(TlsFeature.STATUS_REQUEST)
                .template(new MicrosoftTemplate("1.3.6.1.4.1.311.21.8.1", Optional.of(100L), Optional.of(4L)))
                .extensions(text("1.3.6.1.4.1.99999.2.1", false, "rack 7"))
                .build();

        EncodedCertificate certificate = by(profile, host());

        assertThat(openSsl.text(certificate))
                .contains("Policy: " + POLICY, "CPS: https://pki.example.com/cps", "Explicit Text: For tests only")
                .containsPattern("TLS Feature: *\n *status_request")
                .contains("1.3.6.1.4.1.311.21.7:")
                .containsPattern("1.3.6.1.4.1.99999.2.1: *\n *..rack 7");
        assertThat(openSsl.verify(certificate, fixture.server.chain(), List.of())
                        .text())
                .isEqualTo("leaf.pem: OK\n");
        assertThat(Pkix.validate(certificate, fixture.server.chain(), List.of(), IssuanceFixture.NOW))
                .isEmpty();
    }

    @Test
    @DisplayName("what it offers, other names of its CA, and attributes of the subject")
    void descriptive() {
        CertificateProfile profile = SampleProfile.tlsServer()
                .access(new SubjectAccess(AccessMethod.of("timeStamping"), URI.create("http://tsa.example.com/")))
                .issuerNames(new IssuerNames(
                        List.of("pki.example.com"),
                        List.of("192.0.2.1"),
                        List.of("pki@example.com"),
                        List.of(URI.create("https://pki.example.com/")),
                        List.of(SubjectName.parse("O=Example,C=DE"))))
                .attributes(
                        new DirectoryAttribute(
                                DirectoryAttributeType.of("countryOfResidence"), List.of("FR", "DE"), List.of()),
                        new DirectoryAttribute(
                                DirectoryAttributeType.of("1.3.6.1.4.1.99999.3.2"), List.of("ok"), List.of("020105")))
                .build();

        EncodedCertificate certificate = by(profile, host());

        assertThat(openSsl.text(certificate))
                .containsPattern("Subject Information Access: *\n *AD Time Stamping - URI:http://tsa.example.com/")
                .containsPattern("Issuer Alternative Name: *\n *DNS:pki.example.com, IP Address:192.0.2.1,"
                        + " email:pki@example.com, URI:https://pki.example.com/, DirName:")
                .contains("Subject Directory Attributes:");
        assertThat(Der.copyOf(certificate.toJca().getExtensionValue("2.5.29.9")).hex())
                .as("the values of a SET OF in ascending order (X.690 §11.6)")
                .contains("310813024445" + "13024652", "310702" + "01050c026f6b");
        assertThat(certificate.toJca().getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15");
        assertThat(openSsl.verify(certificate, fixture.server.chain(), List.of())
                        .text())
                .isEqualTo("leaf.pem: OK\n");
        assertThat(Pkix.validate(certificate, fixture.server.chain(), List.of(), IssuanceFixture.NOW))
                .isEmpty();
    }

    @Test
    @DisplayName("where a CA publishes what it issues")
    void repository() {
        CertificateProfile profile = SampleProfile.intermediateCa()
                .access(new SubjectAccess(AccessMethod.of("caRepository"), URI.create("http://pki.example.com/below/")))
                .build()
                .issuedBy("root");
        Wishes named = new Wishes(Optional.empty(), Optional.of("CN=Publishing CA"), Optional.empty());

        assertThat(openSsl.text(by(profile, named)))
                .containsPattern("Subject Information Access: *\n *CA Repository - URI:http://pki.example.com/below/");
    }

    @Test
    @DisplayName("what a rule objects to, once the profile turns the rule down, and not before")
    void turnedDown() {
        SampleProfile stamps = SampleProfile.tlsServer()
                .purposes("serverAuth", "timeStamping")
                .critical(Criticality.EXTENDED_KEY_USAGE);
        Grant strict = fixture.grant(stamps.build(), fixture.newKey(KeyAlgorithm.EC_P256), host());
        assertThat(IssuanceFixture.refused(fixture.issue(strict)).rule()).isEqualTo("eku-time-stamping-alone");

        CertificateProfile tolerant = stamps.turnDown(
                        "eku-time-stamping-alone", RuleWeight.NOTICE, "a stamp of the test bench")
                .build();

        assertThat(by(tolerant, host()).toJca().getCriticalExtensionOIDs()).contains("2.5.29.37");
    }

    @Test
    @DisplayName("critical where it says so")
    void critical() {
        CertificateProfile profile = SampleProfile.tlsServer()
                .policies(POLICY)
                .critical(Criticality.EXTENDED_KEY_USAGE, Criticality.POLICIES)
                .extensions(text("1.3.6.1.4.1.99999.2.1", true, "rack 7"))
                .build();

        assertThat(by(profile, host()).toJca().getCriticalExtensionOIDs())
                .containsExactlyInAnyOrder("2.5.29.15", "2.5.29.37", "2.5.29.32", "1.3.6.1.4.1.99999.2.1");
    }

    @Test
    @DisplayName("its addresses in place of the CA's, each kind by itself")
    void addresses() {
        CertificateProfile profile = SampleProfile.tlsServer()
                .publishedAt(new PublishedAt(
                        List.of(URI.create("http://a.example.com/x.crl"), URI.create("http://b.example.com/x.crl")),
                        List.of(),
                        List.of(URI.create("http://ocsp.example.com"))))
                .build();

        String shown = openSsl.text(by(profile, host()));

        assertThat(shown)
                .contains("URI:http://a.example.com/x.crl", "URI:http://b.example.com/x.crl")
                .contains("OCSP - URI:http://ocsp.example.com")
                .contains("CA Issuers - URI:"
                        + fixture.issuing.addresses().caIssuers().get(0))
                .doesNotContain(fixture.issuing.addresses().crl().get(0).toString());
    }

    @Test
    @DisplayName("every limit of a CA, and OpenSSL keeps to them")
    void limits() {
        ConstrainedNames permitted = new ConstrainedNames(
                List.of("example.com"),
                List.of("10.0.0.0/8", "2001:db8::/32"),
                List.of("example.com"),
                List.of(".example.com"),
                List.of(SubjectName.parse("O=Example,C=DE")));
        ConstrainedNames excluded =
                new ConstrainedNames(List.of("lab.example.com"), List.of(), List.of(), List.of(), List.of());
        CertificateProfile profile = SampleProfile.intermediateCa()
                .policies(POLICY)
                .ca(new CaRule(
                        Optional.of(0),
                        new NameConstraintsRule(permitted, excluded),
                        new PolicyRule(
                                Optional.of(0),
                                Optional.of(1),
                                Optional.of(2),
                                List.of(new PolicyMapping(POLICY, "1.3.6.1.4.1.99999.1.2")))))
                .build()
                .issuedBy("root");
        Wishes named = new Wishes(Optional.empty(), Optional.of("CN=Limited CA"), Optional.empty());

        EncodedCertificate certificate = by(profile, named);

        assertThat(openSsl.text(certificate))
                .contains("DNS:example.com", "IP:10.0.0.0/255.0.0.0", "email:example.com", "URI:.example.com")
                .contains("IP:2001:DB8:0:0:0:0:0:0/FFFF:FFFF:0:0:0:0:0:0", "DirName:")
                .containsPattern("Excluded:\\s+DNS:lab.example.com")
                .contains("Require Explicit Policy:0, Inhibit Policy Mapping:1")
                .containsPattern("Inhibit Any Policy: critical\\s+2")
                .contains(POLICY + ":1.3.6.1.4.1.99999.1.2");
        assertThat(certificate.toJca().getCriticalExtensionOIDs())
                .containsExactlyInAnyOrder(
                        "2.5.29.15", "2.5.29.19", "2.5.29.30", "2.5.29.33", "2.5.29.36", "2.5.29.54");
        assertThat(openSsl.verify(certificate, fixture.server.chain(), List.of())
                        .text())
                .isEqualTo("leaf.pem: OK\n");
    }

    @ParameterizedTest(name = "{0} signed {1}, {2}: {3}")
    @CsvSource({
        "RSA_2048, sha-384, PKCS1, sha384WithRSAEncryption",
        "RSA_2048, , PSS, rsassaPss",
        "RSA_2048, sha-512, PSS, rsassaPss",
        "EC_P256, sha-384, PKCS1, ecdsa-with-SHA384",
        "EC_P256, , PSS, ecdsa-with-SHA256"
    })
    @DisplayName("the signature, and everybody verifies it")
    void signature(KeyAlgorithm issuing, String hash, RsaPadding padding, String name) {
        IssuanceFixture signing = new IssuanceFixture(KeyAlgorithm.EC_P256, issuing);
        CertificateProfile profile = SampleProfile.tlsServer()
                .signature(new SignatureRule(Optional.ofNullable(hash).map(SignatureHash::of), padding))
                .build();

        EncodedCertificate certificate = by(signing, profile, host());

        assertThat(openSsl.text(certificate)).contains("Signature Algorithm: " + name);
        assertThat(openSsl.verify(certificate, signing.server.chain(), List.of())
                        .text())
                .isEqualTo("leaf.pem: OK\n");
        assertThat(Pkix.validate(certificate, signing.server.chain(), List.of(), IssuanceFixture.NOW))
                .isEmpty();
        assertThat(by(signing, SampleProfile.tlsServer().build(), host())
                        .toJca()
                        .getSigAlgName())
                .as("another profile is not touched by it")
                .isEqualTo(issuing == KeyAlgorithm.RSA_2048 ? "SHA256withRSA" : "SHA256withECDSA");
    }

    @Test
    @DisplayName("the subject in the order of its parts, the fixed ones among those of the request")
    void subject() {
        CertificateProfile profile = SampleProfile.tlsServer()
                .subject(SubjectSource.REQUEST, "C=DE", SubjectAttribute.CN)
                .parts(
                        part(SubjectAttribute.O, "Example", ""),
                        part(SubjectAttribute.OU, "", "[A-Z]{2,8}"),
                        part(SubjectAttribute.OU, "Servers", ""),
                        part(SubjectAttribute.CN, "", ""))
                .build();
        Wishes wishes = new Wishes(host().names(), Optional.of("CN=www.example.com,OU=OPS"), Optional.empty());

        assertThat(by(profile, wishes).subject().rfc4514())
                .isEqualTo("CN=www.example.com,OU=Servers,OU=OPS,O=Example,C=DE");
    }

    private static SubjectPart part(SubjectAttribute attribute, String value, String pattern) {
        return new SubjectPart(
                attribute,
                Optional.of(value).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.of(pattern).filter(text -> !text.isEmpty()));
    }

    @Test
    @DisplayName("and never an extension that gives rights, or that other keys make (SECURITY.md rule 6)")
    void dangerous() {
        for (String oid : List.of(
                "2.5.29.17",
                "2.5.29.19",
                "1.3.6.1.5.5.7.1.1",
                "1.3.6.1.4.1.311.25.2",
                "1.3.6.1.4.1.311.21.10",
                "1.3.6.1.4.1.11129.2.4.3",
                "2.16.840.1.113730.1.1")) {
            assertThatThrownBy(() -> text(oid, false, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll(oid, "of your own organisation");
        }
    }
}
