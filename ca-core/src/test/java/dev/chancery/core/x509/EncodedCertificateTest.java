package dev.chancery.core.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A finished certificate")
class EncodedCertificateTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = Instant.parse("2051-01-01T00:00:00Z");

    private KeyPair key;

    @BeforeEach
    void makeKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
    }

    @Test
    @DisplayName("is understood as the JDK understands it")
    void sameAsTheJdk() throws Exception {
        EncodedCertificate certificate = full();
        X509Certificate jdk = certificate.toJca();

        assertThat(jdk.getEncoded()).isEqualTo(certificate.der().octets());
        assertThat(certificate.serial().value()).isEqualTo(jdk.getSerialNumber());
        assertThat(certificate.subject().der().octets())
                .isEqualTo(jdk.getSubjectX500Principal().getEncoded());
        assertThat(certificate.issuer().der().octets())
                .isEqualTo(jdk.getIssuerX500Principal().getEncoded());
        assertThat(certificate.validity().notBefore())
                .isEqualTo(jdk.getNotBefore().toInstant());
        assertThat(certificate.validity().notAfter())
                .isEqualTo(jdk.getNotAfter().toInstant());
        assertThat(certificate.subjectPublicKeyInfo().octets())
                .isEqualTo(jdk.getPublicKey().getEncoded());
        assertThat(certificate.isCa()).isEqualTo(jdk.getBasicConstraints() >= 0).isTrue();
        assertThat(certificate.subjectAltNames())
                .extracting(SubjectAltName::kind)
                .containsExactly("dns", "ip", "email", "uri", "upn");
        assertThat(jdk.getSubjectAlternativeNames()).hasSize(6);
        assertThat(certificate.subjectKeyIdentifier()).contains(Der.fromHex("0102"));
        assertThat(certificate.authorityKeyIdentifier()).contains(Der.fromHex("0304"));
        assertThat(certificate.fingerprint()).isEqualTo(certificate.der().sha256());
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(key.getPublic());
        verifier.update(jdk.getTBSCertificate());
        assertThat(verifier.verify(jdk.getSignature())).isTrue();
    }

    @Test
    @DisplayName("goes through PEM and back without a change")
    void pem() throws Exception {
        EncodedCertificate certificate = full();

        assertThat(EncodedCertificate.ofPem(certificate.pem()))
                .isEqualTo(certificate)
                .hasSameHashCodeAs(certificate);
        assertThat(certificate).hasToString("certificate 0c0ffee0 for CN=www.lab.example.com,O=Lab");
    }

    @Test
    @DisplayName("may have no extensions at all")
    void bare() throws Exception {
        EncodedCertificate certificate = signed(builder("CN=root", "CN=root"));

        assertThat(certificate.isCa()).isFalse();
        assertThat(certificate.selfIssued()).isTrue();
        assertThat(certificate.subjectAltNames()).isEmpty();
        assertThat(certificate.subjectKeyIdentifier()).isEmpty();
        assertThat(certificate.authorityKeyIdentifier()).isEmpty();
    }

    @Test
    @DisplayName("is refused when the octets are something else")
    void refused() {
        for (String hex : new String[] {"", "3000", "0500", "30030201ff", "deadbeef"}) {
            assertThatThrownBy(() -> new EncodedCertificate(Der.fromHex(hex)))
                    .as(hex)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private EncodedCertificate full() throws Exception {
        ASN1Encodable[] upn = {
            new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3"),
            new DERTaggedObject(true, 0, new DERUTF8String("anna@lab.example.com"))
        };
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "www.lab.example.com"),
            new GeneralName(GeneralName.iPAddress, "10.0.0.1"),
            new GeneralName(GeneralName.rfc822Name, "anna@lab.example.com"),
            new GeneralName(GeneralName.uniformResourceIdentifier, "https://lab.example.com/"),
            new GeneralName(GeneralName.otherName, new DERSequence(upn)),
            new GeneralName(GeneralName.registeredID, "1.2.3")
        });
        return signed(builder("CN=www.lab.example.com,O=Lab", "CN=ca")
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(3))
                .addExtension(Extension.subjectAlternativeName, false, names)
                .addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(new byte[] {1, 2}))
                .addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {3, 4})));
    }

    private X509v3CertificateBuilder builder(String subject, String issuer) {
        return new X509v3CertificateBuilder(
                X500Name.getInstance(SubjectName.parse(issuer).der().octets()),
                BigInteger.valueOf(0x0c0ffee0),
                Date.from(START),
                Date.from(END),
                X500Name.getInstance(SubjectName.parse(subject).der().octets()),
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
    }

    private EncodedCertificate signed(X509v3CertificateBuilder builder) throws Exception {
        return new EncodedCertificate(
                Der.ofOwned(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                        .getEncoded()));
    }
}
