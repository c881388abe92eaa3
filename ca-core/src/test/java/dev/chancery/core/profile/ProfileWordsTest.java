package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.SubjectName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A profile in words")
class ProfileWordsTest {
    private static List<String> lines(CertificateProfile profile) {
        return ProfileWords.of(profile).stream()
                .map(line -> line.label() + ": " + line.text())
                .toList();
    }

    private static List<String> lines(SampleProfile profile, String label) {
        return lines(profile.build()).stream()
                .filter(line -> line.startsWith(label + ":"))
                .map(line -> line.substring(label.length() + 2))
                .toList();
    }

    private static SubjectPart part(
            SubjectAttribute attribute, Optional<String> value, boolean required, Optional<String> pattern) {
        return new SubjectPart(attribute, value, value.isPresent() ? Optional.empty() : Optional.of(required), pattern);
    }

    @Test
    @DisplayName("of a plain server says each thing on a line, and nothing of what it does not have")
    void plain() {
        assertThat(lines(SampleProfile.tlsServer().build()))
                .containsExactly(
                        "Profile: tls-server, \"A kind of certificate\"",
                        ": What it is good for.",
                        "Signed by: the CA issuing",
                        "Subject: the common name is one of the names; may be empty",
                        "Names: 1 to 100: host names and IP addresses, wildcards among them",
                        "Keys: RSA 2048 to 8192, EC P-256, EC P-384, EC P-521",
                        "Valid for: 1 year, at most 2 years, beginning 5 minutes before it is issued",
                        "Key usage: digitalSignature, keyEncipherment, as far as it fits the kind of key",
                        "Purposes: serverAuth",
                        "Revocation: names the CRL of its CA; names the CA's certificate and its OCSP responder",
                        "Asked for by: officer, requester",
                        "Approval: an officer approves where a name is not the requester's");
    }

    @Test
    @DisplayName("of a responder of the server's own")
    void responder() {
        assertThat(lines(SampleProfile.ocspResponder().build()))
                .contains(
                        "Subject: fixed; always CN=OCSP responder; may be empty",
                        "Revocation: names no CRL; names the CA's certificate and its OCSP responder; tells clients not to"
                                + " check it",
                        "Asked for by: the server itself only",
                        "Approval: nobody has to approve")
                .noneMatch(line -> line.startsWith("Names"));
    }

    @Test
    @DisplayName("of a CA, with its limits")
    void authority() {
        ConstrainedNames permitted = new ConstrainedNames(
                List.of("example.com"),
                List.of("10.0.0.0/8"),
                List.of("ops@example.com"),
                List.of(".example.com"),
                List.of(SubjectName.parse("O=Example,C=DE")));
        ConstrainedNames excluded =
                new ConstrainedNames(List.of("dmz.example.com"), List.of(), List.of(), List.of(), List.of());
        CaRule rule = new CaRule(
                Optional.of(0),
                new NameConstraintsRule(permitted, excluded),
                new PolicyRule(
                        Optional.of(1), Optional.of(2), Optional.of(3), List.of(new PolicyMapping("1.2.3", "1.2.4"))));
        List<String> lines =
                lines(SampleProfile.intermediateCa().ca(rule).policies("1.2.3").build());
        assertThat(lines.subList(lines.indexOf("CA: with no CA below it"), lines.size()))
                .startsWith(
                        "CA: with no CA below it",
                        ": names permitted below it: hosts below example.com, addresses in 10.0.0.0/8, mail addresses of"
                                + " ops@example.com, URIs of .example.com, subjects below O=Example,C=DE",
                        ": names excluded below it: hosts below dmz.example.com",
                        ": below it a valid policy is needed after 1 CAs",
                        ": policies are not mapped after 2 CAs",
                        ": anyPolicy does not count after 3 CAs",
                        ": policy 1.2.3 is as good as 1.2.4",
                        "Revocation: names the CRL of its CA; names the CA's certificate and its OCSP responder",
                        "Policy: 1.2.3");
        assertThat(lines)
                .contains("Subject: from the request: CN, O, C; never empty", "Approval: an officer approves every one")
                .noneMatch(line -> line.startsWith("Purposes"));
        assertThat(lines(SampleProfile.intermediateCa().ca(new CaRule(Optional.of(2))), "CA"))
                .containsExactly("with at most 2 CAs below it");
        assertThat(lines(SampleProfile.intermediateCa().ca(new CaRule(Optional.empty())), "CA"))
                .containsExactly("with any number of CAs below it");
        assertThat(lines(SampleProfile.intermediateCa().build())).noneMatch(line -> line.contains("below it:"));
    }

    @Test
    @DisplayName("of a subject in parts")
    void parts() {
        SampleProfile profile = SampleProfile.tlsClient()
                .subject(SubjectSource.REQUEST, "O=Example", SubjectAttribute.CN)
                .parts(
                        part(SubjectAttribute.C, Optional.of("DE"), false, Optional.empty()),
                        part(SubjectAttribute.OU, Optional.empty(), true, Optional.of("[A-Z]+")),
                        part(SubjectAttribute.CN, Optional.empty(), false, Optional.empty()));
        assertThat(lines(profile, "Subject"))
                .containsExactly(
                        "from the request: CN, OU; always O=Example; always C=DE; OU matches [A-Z]+; OU is needed;"
                                + " never empty");
    }

    @Test
    @DisplayName("of how many names of a kind")
    void counts() {
        SampleProfile profile = SampleProfile.tlsServer()
                .withoutWildcards()
                .counts(new NameCounts(
                        Optional.of(new NameCounts.NameCount(1, 2)),
                        Optional.of(new NameCounts.NameCount(0, 1)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(lines(profile, "Names")).containsExactly("1 to 100: host names and IP addresses");
        assertThat(lines(profile, "")).contains("host names: 1 to 2", "IP addresses: 0 to 1");
    }

    @Test
    @DisplayName("of the signature and the validity")
    void signature() {
        SampleProfile profile = SampleProfile.tlsServer()
                .signature(new SignatureRule(Optional.of(SignatureHash.SHA_384), SignatureRule.RsaPadding.PSS))
                .validity(new ValidityRule(
                        ValidityLength.of("90 days"),
                        ValidityLength.of("1 year"),
                        Optional.of(ValidUntil.of("2030-12-31")),
                        Optional.of(Duration.ofHours(1))));
        assertThat(lines(profile, "Signed by"))
                .containsExactly("the CA issuing, over SHA-384, with RSASSA-PSS where its key is RSA");
        assertThat(lines(profile, "Valid for"))
                .containsExactly(
                        "90 days, at most 1 year, never beyond 2030-12-31T23:59:59Z, beginning 60 minutes before it"
                                + " is issued");
    }

    @Test
    @DisplayName("of what else stands in the certificate")
    void statements() {
        SampleProfile profile = SampleProfile.tlsServer()
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
                        custom("1.2.9", Optional.of(true), Optional.of("0500"), Optional.empty(), Optional.empty()),
                        custom("1.2.7", Optional.empty(), Optional.empty(), Optional.of("caf\u00e9"), Optional.empty()),
                        custom("1.2.8", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("cafe")));
        List<String> lines = lines(profile.build());
        assertThat(lines.subList(8, 17))
                .containsExactly(
                        "Purposes: serverAuth (critical)",
                        "Revocation: names the CRL at http://a.example/1.crl, http://b.example/1.crl; names the CA's"
                                + " certificate at http://a.example/1.crt and its OCSP responder at http://a.example/ocsp",
                        "Policy: 1.2.3, https://pki.example.com/cps, \"For tests only\" (critical)",
                        "Policy: 1.2.4 (critical)",
                        "TLS feature: status-request, status-request-v2: the server has to staple an OCSP answer",
                        "Template: 1.3.6.1.4.1.311.21.8.1",
                        "Extension: 1.2.7, \"caf\u00e9\"",
                        "Extension: 1.2.8, \"cafe\"",
                        "Extension: 1.2.9 (critical), 2 octets");
        assertThat(lines(SampleProfile.tlsServer().withoutAuthorityAccess(), "Revocation"))
                .containsExactly("names the CRL of its CA; names neither the CA's certificate nor an OCSP responder");
    }

    private static CustomExtension custom(
            String oid, Optional<Boolean> critical, Optional<String> hex, Optional<String> utf8, Optional<String> ia5) {
        return new CustomExtension(oid, critical, hex, Optional.empty(), utf8, ia5);
    }

    @Test
    @DisplayName("of the people")
    void people() {
        SampleProfile profile = SampleProfile.tlsServer()
                .requesters(Set.of("rita", "anna"), Set.of("web"))
                .officers(2);
        assertThat(lines(profile, "")).contains("of these only the users anna, rita and the groups web");
        assertThat(lines(profile, "Officers")).containsExactly("2 different ones have to agree where one has to");
        assertThat(lines(SampleProfile.tlsServer().officers(1), "Officers")).isEmpty();
        assertThat(lines(SampleProfile.tlsServer().approval(Approval.OFFICER), "Approval"))
                .containsExactly("an officer approves every one");
    }
}
