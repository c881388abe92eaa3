package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.RequestedName.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The names that a request asks for")
class RequestedNamesTest {
    private static final ASN1ObjectIdentifier MICROSOFT = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.14");
    private static final GeneralName DNS = new GeneralName(GeneralName.dNSName, "a.lab.example.com");

    @Test
    @DisplayName("are read whatever their kind, in order, as text (RFC 5280 §4.2.1.6)")
    void nineKinds() {
        SampleRequest request = new SampleRequest()
                .names(
                        other("1.3.6.1.4.1.311.20.2.3", new DERUTF8String("anna@lab.example.com")),
                        other("1.2.3.4", new DERUTF8String("x")),
                        new GeneralName(GeneralName.rfc822Name, "anna@lab.example.com"),
                        DNS,
                        new GeneralName(GeneralName.x400Address, new DERSequence()),
                        new GeneralName(new X500Name("CN=a,O=b")),
                        new GeneralName(
                                GeneralName.ediPartyName,
                                new DERSequence(new DERTaggedObject(true, 1, new DERPrintableString("p")))),
                        new GeneralName(GeneralName.uniformResourceIdentifier, "https://lab.example.com/"),
                        new GeneralName(GeneralName.iPAddress, "10.0.0.1"),
                        new GeneralName(GeneralName.iPAddress, "fd00::1"),
                        new GeneralName(GeneralName.registeredID, "1.2.3"));

        assertThat(Outcomes.accepted(request.pemOctets()).names())
                .containsExactly(
                        name(Kind.UPN, "anna@lab.example.com"),
                        name(Kind.OTHER_NAME, "other name 1.2.3.4"),
                        name(Kind.EMAIL, "anna@lab.example.com"),
                        name(Kind.DNS, "a.lab.example.com"),
                        name(Kind.X400_ADDRESS, "an X.400 address"),
                        name(Kind.DIRECTORY_NAME, "O=b,CN=a"),
                        name(Kind.EDI_PARTY_NAME, "an EDI party name"),
                        name(Kind.URI, "https://lab.example.com/"),
                        name(Kind.IP, "10.0.0.1"),
                        name(Kind.IP, "fd00:0:0:0:0:0:0:1"),
                        name(Kind.REGISTERED_ID, "1.2.3"));
    }

    @Test
    @DisplayName("may hold anything; the profile judges them")
    void anything() {
        String strange = "*.\u202e\u0000bücher_.example.com ";
        SampleRequest request = new SampleRequest()
                .extensionRequest(
                        PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                        SampleRequest.encoded(new DERSequence(new DERTaggedObject(
                                false, 2, new DEROctetString(strange.getBytes(StandardCharsets.UTF_8))))));

        assertThat(Outcomes.accepted(request.pemOctets()).names()).containsExactly(name(Kind.DNS, strange));
    }

    @Test
    @DisplayName("are also read from Microsoft's attribute, and from both together")
    void microsoft() {
        byte[] names = SampleRequest.encoded(new GeneralNames(DNS));
        SampleRequest request = new SampleRequest()
                .extensionRequest(MICROSOFT, names)
                .names(new GeneralName(GeneralName.dNSName, "b.lab.example.com"));

        assertThat(Outcomes.accepted(request.pemOctets()).names())
                .extracting(RequestedName::text)
                .containsExactlyInAnyOrder("a.lab.example.com", "b.lab.example.com");
    }

    @Test
    @DisplayName("are not read from anywhere else: other attributes and extensions are ignored")
    void ignored() {
        Extension usage = new Extension(Extension.basicConstraints, true, new byte[] {1, 2, 3});
        ASN1ObjectIdentifier enrollmentPair = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.13.2.1");
        SampleRequest request = new SampleRequest()
                .attribute(new Attribute(
                        PKCSObjectIdentifiers.pkcs_9_at_challengePassword,
                        new DERSet(new DERPrintableString("password"))))
                .attribute(new Attribute(enrollmentPair, new DERSet(new DERIA5String("SAN:dns=evil.example.com"))))
                .attribute(new Attribute(
                        PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(new Extensions(usage))));

        assertThat(Outcomes.accepted(request.pemOctets()).names()).isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "3000", // no name at all
                "30038201", // cut off
                "3003870101", // an address of one octet
                "300c870a01020304050607080910", // and of ten
                "300489020101", // no such kind
                "30028800", // an empty identifier
                "3006a0040c02abcd", // an otherName without identifier
                "3006a404300231ff", // a broken directory name
                "30048202ff41", // neither ASCII nor UTF-8
                "0400", // no SEQUENCE
                "30800000" // indefinite length
            })
    @DisplayName("are an objection when they are malformed, never an exception")
    void malformed(String subjectAltName) {
        SampleRequest request = new SampleRequest()
                .extensionRequest(
                        PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                        HexFormat.of().parseHex(subjectAltName));

        CsrOutcome outcome = Outcomes.read(request.pemOctets());

        assertThat(Outcomes.rules(outcome)).containsExactly("csr-names");
        assertThat(Outcomes.rejected(outcome).malformed()).isFalse();
    }

    @Test
    @DisplayName("are each an objection of their own, told by their place")
    void each() {
        ASN1Encodable badAddress = new DERTaggedObject(false, 7, new DEROctetString(new byte[3]));
        SampleRequest request = new SampleRequest()
                .extensionRequest(
                        PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                        SampleRequest.encoded(new DERSequence(new ASN1Encodable[] {badAddress, DNS, badAddress})));

        assertThat(Outcomes.rejected(Outcomes.read(request.pemOctets())).objections())
                .extracting(objection -> objection.message().substring(0, 18))
                .containsExactly("Alternative name 1", "Alternative name 3");
    }

    private static GeneralName other(String type, ASN1Encodable value) {
        return new GeneralName(GeneralName.otherName, new DERSequence(new ASN1Encodable[] {
            new ASN1ObjectIdentifier(type), new DERTaggedObject(true, 0, value)
        }));
    }

    private static RequestedName name(Kind kind, String text) {
        return new RequestedName(kind, text, "csr");
    }
}
