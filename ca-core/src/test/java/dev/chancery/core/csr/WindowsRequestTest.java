package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.RequestedName;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request as certreq of Windows makes it, for a Lync front end server")
class WindowsRequestTest {
    private static final KeyPair KEY = SampleRequest.rsa(2048);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"SHA256withRSA", "SHA1withRSA"})
    @DisplayName("is accepted with its attributes, of which only the names are read")
    void accepted(String algorithm) throws Exception {
        SampleRequest request = new SampleRequest(KEY)
                .signedWith(algorithm)
                .subject("C=DE,O=Lab,CN=pool01.lab.example.com")
                .attribute(attribute("1.3.6.1.4.1.311.13.2.3", new DERIA5String("10.0.20348.2")))
                .attribute(attribute("1.3.6.1.4.1.311.21.20", clientInfo()))
                .attribute(attribute("1.3.6.1.4.1.311.13.2.2", cryptographicProvider()))
                .attribute(new Attribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(extensions())));
        String pem = "-----BEGIN NEW CERTIFICATE REQUEST-----\r\n"
                + Base64.getMimeEncoder(64, new byte[] {'\r', '\n'})
                        .encodeToString(request.der().octets())
                + "\r\n-----END NEW CERTIFICATE REQUEST-----\r\n";

        CertificateRequest read = Outcomes.accepted(pem.getBytes(StandardCharsets.US_ASCII));

        assertThat(read.der()).isEqualTo(request.der());
        assertThat(read.subject().commonName()).contains("pool01.lab.example.com");
        assertThat(read.names())
                .containsExactly(
                        RequestedName.dns("pool01.lab.example.com", "csr"),
                        RequestedName.dns("sip.lab.example.com", "csr"));
    }

    /** ClientInformation: which program on which machine for whom. */
    private static ASN1Encodable clientInfo() {
        return new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(5),
            new DERUTF8String("fe01.lab.example.com"),
            new DERUTF8String("LAB\\Administrator"),
            new DERUTF8String("certreq")
        });
    }

    /** CSPProvider: the provider that holds the key. */
    private static ASN1Encodable cryptographicProvider() {
        return new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(1),
            new DERBMPString("Microsoft RSA SChannel Cryptographic Provider"),
            new DERBitString(new byte[0])
        });
    }

    private static Extensions extensions() throws Exception {
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "pool01.lab.example.com"),
            new GeneralName(GeneralName.dNSName, "sip.lab.example.com")
        });
        return new Extensions(new Extension[] {
            Extension.create(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)),
            Extension.create(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
            Extension.create(Extension.subjectAlternativeName, false, names)
        });
    }

    private static Attribute attribute(String type, ASN1Encodable value) {
        return new Attribute(new ASN1ObjectIdentifier(type), new DERSet(value));
    }
}
