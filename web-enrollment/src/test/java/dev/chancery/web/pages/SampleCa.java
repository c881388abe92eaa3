package dev.chancery.web.pages;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/** Certificates as a real CA of this server makes them, without its checks: for what pages show. */
final class SampleCa {
    private static final URI PUBLIC_URL = URI.create("http://pki.lab.contoso.com:8080");
    private static final KeyVault VAULT = new KeyVault(Secret.of("only in memory"));

    private final SecureRandom random = new SecureRandom();
    private final Issuer issuer;

    private SampleCa(Issuer issuer) {
        this.issuer = issuer;
    }

    static SampleCa root(Instant from, Instant to) {
        SigningKey key = VAULT.generate(KeyAlgorithm.EC_P384);
        SubjectName name = SubjectName.parse("CN=Contoso Lab Root CA,O=Contoso Lab");
        SampleCa self = new SampleCa(null);
        EncodedCertificate certificate = self.sign(
                key, name, name, key.publicKeyInfo(), key.publicKeyInfo(), new Validity(from, to), "root", List.of());
        return new SampleCa(
                new Issuer("root", certificate, List.of(), key, PublicationAddresses.under(PUBLIC_URL, "root"), 0));
    }

    SampleCa below(Instant from, Instant to) {
        SigningKey key = VAULT.generate(KeyAlgorithm.EC_P256);
        SubjectName name = SubjectName.parse("CN=Contoso Lab Issuing CA,O=Contoso Lab");
        EncodedCertificate certificate = sign(
                issuer.signingKey(),
                /* issuerName= */ issuer.certificate().subject(),
                /* subject= */ name,
                key.publicKeyInfo(),
                issuer.certificate().subjectPublicKeyInfo(),
                new Validity(from, to),
                "root",
                List.of());
        return new SampleCa(new Issuer(
                "issuing",
                certificate,
                List.of(issuer.certificate()),
                key,
                PublicationAddresses.under(PUBLIC_URL, "issuing"),
                0));
    }

    Issuer issuer() {
        return issuer;
    }

    EncodedCertificate server(Instant from, Instant to, String... names) {
        return sign(
                issuer.signingKey(),
                issuer.certificate().subject(),
                SubjectName.parse("CN=" + names[0]),
                VAULT.generate(KeyAlgorithm.EC_P256).publicKeyInfo(),
                issuer.certificate().subjectPublicKeyInfo(),
                new Validity(from, to),
                "issuing",
                List.of(names));
    }

    /** With whatever a relying party would read as its common name, too. */
    EncodedCertificate called(String commonName, Instant from, Instant to, String... names) {
        return sign(
                issuer.signingKey(),
                issuer.certificate().subject(),
                SubjectName.of(new X500NameBuilder()
                        .addRDN(BCStyle.CN, new DERUTF8String(commonName))
                        .build()),
                issuer.signingKey().publicKeyInfo(),
                issuer.certificate().subjectPublicKeyInfo(),
                new Validity(from, to),
                "issuing",
                List.of(names));
    }

    private EncodedCertificate sign(
            SigningKey signer,
            SubjectName issuerName,
            SubjectName subject,
            Der key,
            Der issuerKey,
            Validity validity,
            String crl,
            List<String> names) {
        SubjectPublicKeyInfo keyInfo = SubjectPublicKeyInfo.getInstance(key.octets());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuerName.x500Name(),
                SerialNumber.random(random).value(),
                Date.from(validity.notBefore()),
                Date.from(validity.notAfter()),
                subject.x500Name(),
                keyInfo);
        try {
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(issuerKey)));
            if (names.isEmpty()) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            } else {
                leaf(builder, crl, names);
            }
            return new EncodedCertificate(
                    Der.ofOwned(builder.build(new Pen(signer)).getEncoded()));
        } catch (IOException e) {
            throw new IllegalStateException("a sample certificate cannot be encoded", e);
        }
    }

    private static void leaf(X509v3CertificateBuilder builder, String crl, List<String> names) throws IOException {
        GeneralName[] all = names.stream()
                .map(name -> new GeneralName(
                        name.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}") ? GeneralName.iPAddress : GeneralName.dNSName,
                        name))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        DistributionPointName point =
                new DistributionPointName(new GeneralNames(uri(PUBLIC_URL + "/crl/" + crl + ".crl")));
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(point, null, null)
        }));
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                        AccessDescription.id_ad_caIssuers, uri(PUBLIC_URL + "/ca/" + crl + ".crt")));
    }

    private static GeneralName uri(String text) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, text);
    }

    private static byte[] identifier(Der key) {
        return Arrays.copyOf(key.sha256().octets(), 20);
    }

    /** A {@link SigningKey} as Bouncy Castle wants to hold it. */
    record Pen(SigningKey key, ByteArrayOutputStream message) implements ContentSigner {
        Pen(SigningKey key) {
            this(key, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return AlgorithmIdentifier.getInstance(key.algorithm().identifier().octets());
        }

        @Override
        public OutputStream getOutputStream() {
            return message;
        }

        @Override
        public byte[] getSignature() {
            return key.sign(Der.ofOwned(message.toByteArray())).octets();
        }
    }

    /** A PKCS #10 request with a new key. */
    static Der csr(String... names) {
        SigningKey key = VAULT.generate(KeyAlgorithm.EC_P256);
        try {
            var builder = new org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder(
                    SubjectName.parse("CN=" + names[0]).x500Name(),
                    SubjectPublicKeyInfo.getInstance(key.publicKeyInfo().octets()));
            GeneralName[] all = Arrays.stream(names)
                    .map(name -> new GeneralName(GeneralName.dNSName, name))
                    .toArray(GeneralName[]::new);
            var extensions = new org.bouncycastle.asn1.x509.ExtensionsGenerator();
            extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
            builder.addAttribute(
                    org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
            return Der.ofOwned(builder.build(new Pen(key)).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a sample request cannot be encoded", e);
        }
    }
}
