package dev.chancery.core.enrollment;

import static dev.chancery.core.enrollment.EnrollmentFixture.OLGA;
import static dev.chancery.core.enrollment.EnrollmentFixture.OTTO;
import static dev.chancery.core.enrollment.EnrollmentFixture.RITA;
import static dev.chancery.core.enrollment.EnrollmentFixture.issued;
import static dev.chancery.core.enrollment.EnrollmentFixture.refused;
import static dev.chancery.core.enrollment.EnrollmentFixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.NameKind;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.RequestedName;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table "known attacks" of SECURITY.md, as far as a request can carry them; {@code WebAttacksTest} has the others. */
@DisplayName("Known attack")
class KnownAttacksTest {
    private static final String HOST = "web01.lab.example.com";
    private static final String UPN = "1.3.6.1.4.1.311.20.2.3";
    private static final String SID = "1.3.6.1.4.1.311.25.2";
    private static final String APPLICATION_POLICIES = "1.3.6.1.4.1.311.21.10";
    private static final String NAME_VALUE_PAIR = "1.3.6.1.4.1.311.13.2.1";

    private final EnrollmentFixture lab =
            new EnrollmentFixture(SampleProfile.tlsServer().named("users").names(1, 5, NameKind.DNS, NameKind.UPN));

    private static GeneralName upn(String name) {
        return new GeneralName(GeneralName.otherName, new DERSequence(new ASN1Encodable[] {
            new ASN1ObjectIdentifier(UPN), new DERTaggedObject(true, 0, new DERUTF8String(name))
        }));
    }

    private X509Certificate certificate(IssuanceOutcome outcome) {
        return issued(outcome).certificate().certificate().toJca();
    }

    private static String bytes(X509Certificate certificate) throws Exception {
        return new String(certificate.getEncoded(), StandardCharsets.ISO_8859_1);
    }

    @Nested
    @DisplayName("ESC1, ESC6: the requester chooses the subject or a SAN by attribute")
    class Esc1And6 {
        @ParameterizedTest(name = "Microsoft''s attribute: {0}")
        @ValueSource(booleans = {false, true})
        @DisplayName("a user principal name beside a good host name is refused")
        void upnInSan(boolean microsoft) {
            Smuggling request = new Smuggling(HOST).name(upn("administrator@lab.example.com"));
            refused(lab.request(RITA, (microsoft ? request.asMicrosoftDoes() : request).under("tls-server")));
        }

        @Test
        @DisplayName("and waits for an officer even where a profile has such names")
        void upnInProfile() {
            waiting(lab.request(
                    RITA,
                    new Smuggling(HOST)
                            .name(upn("administrator@lab.example.com"))
                            .under("users")));
        }

        @Test
        @DisplayName("a SAN in a request attribute (EDITF_ATTRIBUTESUBJECTALTNAME2) is never read")
        void sanByAttribute() throws Exception {
            DERSequence pair = new DERSequence(new ASN1Encodable[] {
                new DERBMPString("SAN"), new DERBMPString("upn=administrator@lab.example.com&dns=dc01.corp.example")
            });
            X509Certificate certificate = certificate(lab.request(
                    RITA, new Smuggling(HOST).attribute(NAME_VALUE_PAIR, pair).under("tls-server")));
            assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(2, HOST));
            assertThat(bytes(certificate)).doesNotContain("dc01");
        }

        @Test
        @DisplayName("a subject of somebody else's choice is refused")
        void subject() {
            Wishes wishes = Asking.wishes(
                    "CN=Administrator,CN=Users,DC=corp,DC=example", "", RequestedName.dns(HOST, "dns[0]"));
            refused(lab.request(RITA, new Asking().wishing("tls-server", wishes)));
        }
    }

    @Nested
    @DisplayName("ESC2, ESC15: any purpose, smuggled application policies")
    class Esc2And15 {
        @Test
        @DisplayName("purposes and application policies of the request do not get into the certificate")
        void purposes() throws CertificateParsingException {
            DERSequence policies = new DERSequence(new DERSequence(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.2")));
            X509Certificate certificate = certificate(lab.request(
                    RITA,
                    new Smuggling(HOST)
                            .extension("2.5.29.37", new DERSequence(KeyPurposeId.anyExtendedKeyUsage))
                            .extension(APPLICATION_POLICIES, policies)
                            .under("tls-server")));
            assertThat(certificate.getExtendedKeyUsage()).containsExactly(ExtendedKeyUsage.SERVER_AUTH.oid());
            assertThat(certificate.getNonCriticalExtensionOIDs()).doesNotContain(APPLICATION_POLICIES);
            assertThat(certificate.getVersion()).isEqualTo(3);
        }

        @Test
        @DisplayName("no profile can grant any purpose, or none")
        void profile() {
            assertThatThrownBy(() -> ExtendedKeyUsage.of("2.5.29.37.0")).hasMessageContaining("never issued");
        }
    }

    @Nested
    @DisplayName("ESC3: enrolment agents")
    class Esc3 {
        @Test
        @DisplayName("no profile can make one, and no request")
        void agent() throws CertificateParsingException {
            String agent = "1.3.6.1.4.1.311.20.2.1";
            assertThatThrownBy(() -> ExtendedKeyUsage.of(agent)).hasMessageContaining("never issued");
            X509Certificate certificate = certificate(lab.request(
                    RITA,
                    new Smuggling(HOST)
                            .extension("2.5.29.37", new DERSequence(new ASN1ObjectIdentifier(agent)))
                            .under("tls-server")));
            assertThat(certificate.getExtendedKeyUsage()).doesNotContain(agent);
        }

        @Test
        @DisplayName("nobody asks in the name of somebody else: the requester is whoever holds the permit")
        void onBehalf() {
            assertThat(issued(lab.request(RITA, Asking.server(HOST)))
                            .certificate()
                            .requester())
                    .isEqualTo("rita");
        }
    }

    @Nested
    @DisplayName("ESC9, ESC10, ESC14, ESC16: weak mapping of certificates to accounts, missing SID")
    class Esc9And10And14And16 {
        @Test
        @DisplayName("a security identifier of the request does not get into the certificate")
        void sid() throws Exception {
            DERSequence sid = new DERSequence(new DERTaggedObject(true, 0, new DERSequence(new ASN1Encodable[] {
                new ASN1ObjectIdentifier(SID + ".1"),
                new DERTaggedObject(
                        true, 0, new DEROctetString("S-1-5-21-1-2-3-500".getBytes(StandardCharsets.US_ASCII)))
            })));
            X509Certificate certificate = certificate(
                    lab.request(RITA, new Smuggling(HOST).extension(SID, sid).under("tls-server")));
            assertThat(certificate.getNonCriticalExtensionOIDs()).doesNotContain(SID);
            assertThat(bytes(certificate)).doesNotContain("S-1-5-21");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.3.6.1.4.1.311.20.2.2", "1.3.6.1.5.2.3.4", "1.3.6.1.5.2.3.5"})
        @DisplayName("no profile issues certificates for logging on")
        void logon(String purpose) {
            assertThatThrownBy(() -> ExtendedKeyUsage.of(purpose)).hasMessageContaining("never issued");
        }
    }

    @Nested
    @DisplayName("ESC13: a policy that is linked to a group")
    class Esc13 {
        @Test
        @DisplayName("policies of the request do not get into the certificate")
        void policies() {
            X509Certificate certificate = certificate(lab.request(
                    RITA,
                    new Smuggling(HOST)
                            .extension(
                                    "2.5.29.32",
                                    new CertificatePolicies(new PolicyInformation(
                                            new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.8.1.2.3"))))
                            .under("tls-server")));
            assertThat(Optional.ofNullable(certificate.getExtensionValue("2.5.29.32")))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("ESC17: server certificates for any name, such as update servers and federation")
    class Esc17 {
        private static final String UPDATES = "wsus.crown.lab.example.com";

        @Test
        @DisplayName("whoever has no grant waits; a grant for the name itself is no way around two officers")
        void twoOfficers() {
            waiting(lab.request(RITA, Asking.server("sts.other.example")));
            long id = waiting(lab.request(RITA, Asking.server(UPDATES))).request();
            waiting(lab.approve(OLGA, id));
            refused(lab.approve(OLGA, id));
            issued(lab.approve(OTTO, id));
        }

        @Test
        @DisplayName("neither is a wildcard over it, an upper-case spelling, or a name beside it")
        void spellings() {
            for (String host : List.of("*.crown.lab.example.com", "WSUS.Crown.Lab.Example.Com", "a.sts.example.com")) {
                assertThat(lab.preview(OLGA, Asking.server(host)).officers())
                        .as(host)
                        .isEqualTo(2);
            }
            assertThat(lab.preview(OLGA, Asking.server("ok.lab.example.com", UPDATES))
                            .officers())
                    .isEqualTo(2);
        }
    }
}
