package dev.chancery.server.command;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A CA made by other means than Chancery's, for the fake server. */
final class TestCa {
    private final KeyPair key = pair();
    private final X500Name name;
    private final EncodedCertificate root;
    private int serial = 1000;

    TestCa(String name) {
        this.name = new X500Name("CN=" + name);
        this.root = sign(this.name, key.getPublic(), Extension.basicConstraints, new BasicConstraints(true));
    }

    EncodedCertificate root() {
        return root;
    }

    EncodedCertificate certificate(PublicKey forKey, String... dnsNames) {
        GeneralName[] names = new GeneralName[dnsNames.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = new GeneralName(GeneralName.dNSName, dnsNames[i]);
        }
        return sign(
                new X500Name("CN=" + dnsNames[0]), forKey, Extension.subjectAlternativeName, new GeneralNames(names));
    }

    /** A TLS context that shows a certificate for these names. */
    SSLContext server(String... dnsNames) throws Exception {
        KeyPair own = pair();
        return tls(own.getPrivate(), certificate(own.getPublic(), dnsNames));
    }

    private SSLContext tls(PrivateKey own, EncodedCertificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("tls", own, new char[0], new Certificate[] {certificate.toJca(), root.toJca()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** With one certificate revoked for keyCompromise. */
    byte[] crl(long number, String revokedSerial) throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(Instant.parse("2026-10-01T00:00:00Z")));
        builder.setNextUpdate(Date.from(Instant.parse("2026-10-08T00:00:00Z")));
        builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
        builder.addCRLEntry(
                new BigInteger(revokedSerial, 16),
                Date.from(Instant.parse("2026-09-30T00:00:00Z")),
                CRLReason.keyCompromise);
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                .getEncoded();
    }

    private EncodedCertificate sign(
            X500Name subject, PublicKey forKey, ASN1ObjectIdentifier extension, ASN1Encodable value) {
        try {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            return new EncodedCertificate(Der.ofOwned(new X509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(serial++),
                            Date.from(now.minus(1, ChronoUnit.HOURS)),
                            Date.from(now.plus(1, ChronoUnit.DAYS)),
                            subject,
                            SubjectPublicKeyInfo.getInstance(forKey.getEncoded()))
                    .addExtension(extension, true, value)
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                    .getEncoded()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
