package dev.chancery.web.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CaRule;
import dev.chancery.core.profile.CertificatePolicy;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ConstrainedNames;
import dev.chancery.core.profile.Criticality;
import dev.chancery.core.profile.Curve;
import dev.chancery.core.profile.CustomExtension;
import dev.chancery.core.profile.DirectoryAttribute;
import dev.chancery.core.profile.DirectoryAttributeType;
import dev.chancery.core.profile.MicrosoftTemplate;
import dev.chancery.core.profile.NameConstraintsRule;
import dev.chancery.core.profile.NameCounts;
import dev.chancery.core.profile.NameKind;
import dev.chancery.core.profile.PolicyMapping;
import dev.chancery.core.profile.PolicyRule;
import dev.chancery.core.profile.ProfileWords;
import dev.chancery.core.profile.PublishedAt;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.SignatureHash;
import dev.chancery.core.profile.SignatureRule;
import dev.chancery.core.profile.SubjectAttribute;
import dev.chancery.core.profile.SubjectPart;
import dev.chancery.core.profile.SubjectRule;
import dev.chancery.core.profile.SubjectSource;
import dev.chancery.core.profile.TlsFeature;
import dev.chancery.core.profile.ValidUntil;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.profile.ValidityRule;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.web.pages.text.Language;
import dev.chancery.web.pages.text.Reader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a profile makes, on its page")
class ProfileFactsTest {
    private static final Reader GERMAN = new Reader(Language.GERMAN, Optional.empty());

    static Stream<CertificateProfile> profiles() {
        return Stream.of(
                SampleProfile.tlsServer().build(),
                SampleProfile.tlsClient().build(),
                SampleProfile.intermediateCa().build(),
                SampleProfile.ocspResponder().build(),
                SampleProfile.tlsServer().withoutAuthorityAccess().build(),
                people(),
                statements(),
                authority());
    }

    private static CertificateProfile people() {
        NameCounts counts = new NameCounts(
                Optional.of(new NameCounts.NameCount(1, 2)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return SampleProfile.tlsServer()
                .names(1, 5, NameKind.DNS, NameKind.IP, NameKind.EMAIL)
                .withoutWildcards()
                .counts(counts)
                .keys(List.of(3072, 3072), Curve.ED25519)
                .requesters(Set.of("rita", "anna"), Set.of("web"))
                .officers(2)
                .approval(Approval.OFFICER)
                .build();
    }

    private static CertificateProfile statements() {
        return SampleProfile.tlsServer()
                .subject(new SubjectRule(
                        SubjectSource.REQUEST,
                        SubjectName.parse("O=Example"),
                        Set.of(),
                        true,
                        List.of(
                                new SubjectPart(
                                        SubjectAttribute.C, Optional.of("DE"), Optional.empty(), Optional.empty()),
                                new SubjectPart(
                                        SubjectAttribute.OU,
                                        Optional.empty(),
                                        Optional.of(true),
                                        Optional.of("[A-Z]+")))))
                .signature(new SignatureRule(Optional.of(SignatureHash.SHA_384), SignatureRule.RsaPadding.PSS))
                .validity(new ValidityRule(
                        ValidityLength.of("90 days"),
                        ValidityLength.of("1 year"),
                        Optional.of(ValidUntil.of("2030-12-31")),
                        Optional.of(Duration.ofHours(1))))
                .publishedAt(new PublishedAt(
                        List.of(URI.create("http://a.example/1.crl"), URI.create("http://b.example/1.crl")),
                        List.of(URI.create("http://a.example/1.crt")),
                        List.of(URI.create("http://a.example/ocsp"))))
                .policies(
                        new CertificatePolicy(
                                "1.2.3", Optional.of("https://pki.example.com/cps"), Optional.of("For tests only")),
                        new CertificatePolicy("1.2.4", Optional.empty(), Optional.empty()))
                .critical(Criticality.POLICIES, Criticality.EXTENDED_KEY_USAGE)
                .tlsFeature(TlsFeature.STATUS_REQUEST_V2, TlsFeature.STATUS_REQUEST)
                .template(new MicrosoftTemplate("1.3.6.1.4.1.311.21.8.1", Optional.empty(), Optional.empty()))
                .extensions(
                        new CustomExtension(
                                "1.2.9",
                                Optional.of(true),
                                Optional.of("0500"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new CustomExtension(
                                "1.2.7",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("a text"),
                                Optional.empty()))
                .attributes(new DirectoryAttribute(
                        DirectoryAttributeType.of("countryOfResidence"), List.of("DE", "FR"), List.of()))
                .build();
    }

    private static CertificateProfile authority() {
        ConstrainedNames permitted = new ConstrainedNames(
                List.of("example.com"),
                List.of("10.0.0.0/8"),
                List.of(".example.com"),
                List.of(".example.com"),
                List.of(SubjectName.parse("O=Example")));
        ConstrainedNames excluded =
                new ConstrainedNames(List.of("secret.example.com"), List.of(), List.of(), List.of(), List.of());
        return SampleProfile.intermediateCa()
                .policies("1.2.3")
                .ca(new CaRule(
                        Optional.of(2),
                        new NameConstraintsRule(permitted, excluded),
                        new PolicyRule(
                                Optional.of(0),
                                Optional.of(1),
                                Optional.of(2),
                                List.of(new PolicyMapping("1.2.3", "1.2.4")))))
                .build();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("is in English what the command line and the API say")
    void english(CertificateProfile profile) {
        List<String> told = ProfileWords.of(profile).stream()
                .skip(2)
                .map(line -> line.label() + ": " + line.text())
                .toList();
        List<String> shown = new ArrayList<>();
        for (ProfileView.Fact fact : ProfileFacts.of(profile)) {
            for (int i = 0; i < fact.lines().size(); i++) {
                shown.add((i == 0 ? fact.label() : "") + ": " + fact.lines().get(i));
            }
        }
        assertThat(shown).isEqualTo(told);
        assertThat(ProfileFacts.kinds(profile.names()))
                .isEqualTo(profile.names().words());
        assertThat(ProfileFacts.keys(profile.key())).isEqualTo(profile.key().words());
    }

    @Test
    @DisplayName("is in German for whoever reads German")
    void german() {
        List<String> facts = GERMAN
                .reading(() -> ProfileFacts.of(SampleProfile.tlsServer().build()))
                .stream()
                .map(fact -> fact.label() + ": " + String.join(" / ", fact.lines()))
                .toList();
        assertThat(facts)
                .contains(
                        "Unterschrieben von: der Zertifizierungsstelle issuing",
                        "Subject: der Common Name ist einer der Namen; darf leer sein",
                        "Namen: 1 bis 100: Hostnamen und IP-Adressen, auch Wildcards",
                        "Zwecke: serverAuth",
                        "Beantragt von: officer, requester");
    }
}
