package dev.chancery.core.profile;

import static dev.chancery.core.profile.Granting.bare;
import static dev.chancery.core.profile.Granting.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.RequestedName.Kind;
import dev.chancery.core.x509.SubjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SECURITY.md rule 1: whatever the kind and wherever it stands, a name gets into a certificate only through the profile.
 * Here the profile grants host names, and one good host name is always asked for as well.
 */
@DisplayName("A name of any kind, anywhere in a request")
class NineKindsTest {
    private static final String GOOD = "web01.lab.example.com";
    private static final Map<Kind, String> SMUGGLED = Map.of(
            Kind.DNS, "evil_host.example.net",
            Kind.IP, "192.0.2.66",
            Kind.EMAIL, "evil@example.net",
            Kind.URI, "https://evil.example.net/",
            Kind.UPN, "administrator@example.net",
            Kind.OTHER_NAME, "1.3.6.1.4.1.311.25.2.1=S-1-5-21-500",
            Kind.X400_ADDRESS, "C=XX;A=evil",
            Kind.DIRECTORY_NAME, "CN=evil.example.net",
            Kind.EDI_PARTY_NAME, "evil party",
            Kind.REGISTERED_ID, "1.2.3.4");

    private final CertificateProfile hostsOnly =
            SampleProfile.tlsServer().names(1, 100, NameKind.DNS).build();

    static Stream<Arguments> kinds() {
        return Stream.of(Kind.values()).map(kind -> Arguments.of(kind, SMUGGLED.get(kind)));
    }

    static Stream<Arguments> attributes() {
        List<Arguments> all = new ArrayList<>();
        for (ASN1ObjectIdentifier attribute : List.of(
                BCStyle.EmailAddress,
                BCStyle.OU,
                BCStyle.O,
                BCStyle.DC,
                BCStyle.SERIALNUMBER,
                BCStyle.UID,
                BCStyle.UnstructuredName,
                BCStyle.UnstructuredAddress,
                new ASN1ObjectIdentifier("1.2.3.4.5"))) {
            SMUGGLED.forEach((kind, text) -> all.add(Arguments.of(attribute, text)));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "SAN {0} {1}")
    @MethodSource("kinds")
    @DisplayName("is refused among the alternative names of the CSR")
    void san(Kind kind, String text) {
        Objection objection = bare().csrNames(
                        List.of(RequestedName.dns(GOOD, "csr"), new RequestedName(kind, text, "csr")))
                .objectionOf(hostsOnly);
        assertThat(objection.field()).isEqualTo("csr");
        assertThat(objection.message()).contains(text);
    }

    @ParameterizedTest(name = "wish {0} {1}")
    @MethodSource("kinds")
    @DisplayName("is refused among the names that somebody wished for")
    void wish(Kind kind, String text) {
        Wishes wishes = new Wishes(
                Optional.of(List.of(RequestedName.dns(GOOD, "dns[0]"), new RequestedName(kind, text, "names[1]"))),
                Optional.empty(),
                Optional.empty());
        assertThat(bare().wish(wishes).objectionOf(hostsOnly).field()).isEqualTo("names[1]");
    }

    @ParameterizedTest(name = "CN alone, {0} {1}")
    @MethodSource("kinds")
    @DisplayName("is refused as the common name of a CSR without alternative names")
    void commonNameAlone(Kind kind, String text) {
        assertThat(of(attribute(BCStyle.CN, text), List.of()).refusedBy(hostsOnly))
                .allSatisfy(objection -> assertThat(objection.field()).isEqualTo("csr"));
    }

    @ParameterizedTest(name = "CN beside, {0} {1}")
    @MethodSource("kinds")
    @DisplayName("is refused as a common name beside good alternative names")
    void commonNameBeside(Kind kind, String text) {
        Granting granting = of(attribute(BCStyle.CN, text), List.of(RequestedName.dns(GOOD, "csr")));
        assertThat(granting.objectionOf(hostsOnly).rule()).isEqualTo("common-name-not-in-names");
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("attributes")
    @DisplayName("does not get out of any other attribute of the CSR's subject")
    void otherAttributes(ASN1ObjectIdentifier attribute, String text) {
        Grant grant = of(attribute(attribute, text), List.of(RequestedName.dns(GOOD, "csr")))
                .grantedBy(hostsOnly);
        assertThat(texts(grant)).containsExactly("dns:" + GOOD);
        assertThat(grant.subject().rfc4514()).isEqualTo("CN=" + GOOD);
        assertThat(grant.claims()).isEmpty();
    }

    private static Granting of(SubjectName subject, List<RequestedName> names) {
        return new Granting(subject, names, bare().key(), Wishes.none(), Granting.TEN_YEARS);
    }

    private static SubjectName attribute(ASN1ObjectIdentifier type, String text) {
        return SubjectName.of(
                new X500NameBuilder().addRDN(type, new DERUTF8String(text)).build());
    }
}
