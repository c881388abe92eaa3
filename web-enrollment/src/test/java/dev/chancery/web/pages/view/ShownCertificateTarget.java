package dev.chancery.web.pages.view;

import dev.chancery.core.fuzz.Target;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** All that the page of a certificate says of it, whatever its extensions hold. */
public final class ShownCertificateTarget implements Target {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Moments moments = new Moments(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);

    @Override
    public List<byte[]> seeds() {
        return List.of(certificate());
    }

    @Override
    public boolean read(byte[] input) {
        EncodedCertificate certificate;
        try {
            certificate = new EncodedCertificate(Der.copyOf(input));
        } catch (IllegalArgumentException e) {
            // Its documented answer to what is no certificate.
            return false;
        }
        String shown = Names.first(certificate)
                + Names.others(certificate)
                + Names.text(certificate.subject())
                + Names.organisation(certificate.subject())
                + PurposeWords.of(certificate)
                + Addresses.crls(certificate)
                + Addresses.ocsp(certificate)
                + KeyWords.key(certificate)
                + KeyWords.signature(certificate)
                + Decoding.of(certificate, moments);
        return !shown.isEmpty();
    }

    /** With every extension that has words of its own. */
    private static byte[] certificate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=Lab CA,O=Lab"),
                    BigInteger.TEN,
                    Date.from(NOW),
                    Date.from(NOW.plusSeconds(1000)),
                    new X500Name("CN=www.example.com,O=Lab"),
                    pair.getPublic());
            addExtensions(builder, pair);
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("a plain certificate can be made", e);
        }
    }

    private static void addExtensions(JcaX509v3CertificateBuilder builder, KeyPair pair)
            throws IOException, GeneralSecurityException {
        GeneralName uri = new GeneralName(GeneralName.uniformResourceIdentifier, "http://pki.example.com/a");
        GeneralName dns = new GeneralName(GeneralName.dNSName, "www.example.com");
        GeneralName ip = new GeneralName(GeneralName.iPAddress, "10.0.0.1");
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        DistributionPointName point = new DistributionPointName(new GeneralNames(uri));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {dns, ip}))
                .addExtension(
                        Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.getPublic()))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(pair.getPublic()))
                .addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(point, null, null)
                }))
                .addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri))
                .addExtension(
                        Extension.certificatePolicies,
                        false,
                        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier("1.2.3.4"))))
                .addExtension(
                        Extension.nameConstraints,
                        true,
                        new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(dns)}, null));
    }
}
