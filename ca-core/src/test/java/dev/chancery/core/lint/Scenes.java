package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.hex;

import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.Der;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The good certificates, on which no rule may fire; every sample is one of them with one thing spoilt. */
final class Scenes {
    static final String HOST = "www.example.com";

    private Scenes() {}

    static Draft rootCertificate() {
        Draft root = new Draft().subject("CN=Test Root,O=Example").valid("250101000000Z", "450101000000Z");
        root.issuer = root.subject;
        root.key = TestKeys.info(TestKeys.CA);
        return root.with("2.5.29.19", true, new BasicConstraints(true))
                .with("2.5.29.15", true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .with("2.5.29.14", false, keyIdentifier(root));
    }

    static Scene root() {
        Scene scene = new Scene(rootCertificate(), null);
        scene.ca = Optional.of(CaConstraint.unlimited());
        scene.keyUsages = Set.of("keyCertSign", "cRLSign");
        scene.revocationChecked = false;
        return scene.twin(Scenes::root);
    }

    static Scene intermediate() {
        Draft draft = below(rootCertificate(), "CN=Test Issuing CA,O=Example", TestKeys.info(TestKeys.EC));
        draft.valid("250601000000Z", "350101000000Z")
                .with("2.5.29.19", true, new BasicConstraints(0))
                .with("2.5.29.15", true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        Scene scene = new Scene(draft, rootCertificate());
        scene.ca = Optional.of(CaConstraint.of(0));
        scene.keyUsages = Set.of("keyCertSign", "cRLSign");
        return scene.twin(Scenes::intermediate);
    }

    static Scene rsaServer() {
        Scene scene = server(TestKeys.info(TestKeys.RSA));
        scene.certificate.with("2.5.29.15", true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
        scene.keyUsages = Set.of("digitalSignature", "keyEncipherment");
        return scene.twin(Scenes::rsaServer);
    }

    static Scene ecServer() {
        return server(TestKeys.info(TestKeys.EC));
    }

    static Scene server(byte[] key) {
        Draft draft = below(rootCertificate(), "CN=" + HOST + ",O=Example", key)
                .with("2.5.29.15", true, new KeyUsage(KeyUsage.digitalSignature))
                .with("2.5.29.37", false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .with("2.5.29.17", false, names(dns(HOST), new GeneralName(GeneralName.iPAddress, "192.0.2.1")));
        Scene scene = new Scene(draft, rootCertificate());
        scene.keyUsages = Set.of("digitalSignature");
        scene.purposes = Set.of("1.3.6.1.5.5.7.3.1");
        scene.names = Set.of("dns:" + HOST, "ip:192.0.2.1");
        return scene.twin(Scenes::ecServer);
    }

    static Scene ocspResponder() {
        Draft draft = below(rootCertificate(), "CN=OCSP Responder,O=Example", TestKeys.info(TestKeys.EC))
                .without("2.5.29.31")
                .with("2.5.29.15", true, new KeyUsage(KeyUsage.digitalSignature))
                .with("2.5.29.37", false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                .with("1.3.6.1.5.5.7.48.1.5", false, DERNull.INSTANCE);
        Scene scene = new Scene(draft, rootCertificate());
        scene.keyUsages = Set.of("digitalSignature");
        scene.purposes = Set.of("1.3.6.1.5.5.7.3.9");
        scene.revocationChecked = false;
        return scene.twin(Scenes::ocspResponder);
    }

    /** A certificate with everything that does not depend on what it is for. */
    private static Draft below(Draft issuer, String subject, byte[] key) {
        Draft draft = new Draft().subject(subject);
        draft.issuer = issuer.subject;
        draft.key = key;
        return draft.with("2.5.29.35", false, new AuthorityKeyIdentifier(identifierOctets(issuer)))
                .with("2.5.29.14", false, keyIdentifier(draft))
                .with("2.5.29.31", false, distributionPoints(uri("http://pki.example.com/crl/root.crl")))
                .with("1.3.6.1.5.5.7.1.1", false, new AuthorityInformationAccess(new AccessDescription[] {
                    new AccessDescription(AccessDescription.id_ad_caIssuers, uri("http://pki.example.com/ca/root.crt")),
                    new AccessDescription(AccessDescription.id_ad_ocsp, uri("http://pki.example.com/ocsp/root"))
                }));
    }

    static GeneralNames names(GeneralName... names) {
        return new GeneralNames(names);
    }

    static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    static GeneralName uri(String text) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, text);
    }

    static CRLDistPoint distributionPoints(GeneralName... addresses) {
        return new CRLDistPoint(Arrays.stream(new GeneralNames[] {new GeneralNames(addresses)})
                .map(names -> new DistributionPoint(new DistributionPointName(names), null, null))
                .toArray(DistributionPoint[]::new));
    }

    /** A server for these raw GeneralNames and no common name; the grant follows what stands in the certificate. */
    static Scene serverNamed(byte[]... generalNames) {
        return ecServer().but(draft -> draft.subject("O=Example").with("2.5.29.17", false, Tlv.sequence(generalNames)));
    }

    static Scene serverNamed(String dnsName) {
        return serverNamed(Tlv.text(0x82, dnsName));
    }

    private static SubjectKeyIdentifier keyIdentifier(Draft draft) {
        return new SubjectKeyIdentifier(identifierOctets(draft));
    }

    private static byte[] identifierOctets(Draft draft) {
        return Der.copyOf(draft.key).sha1().octets();
    }

    static byte[] sha1Of(String text) {
        return Der.copyOf(hex(text)).sha1().octets();
    }
}
