package dev.chancery.core.memory;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
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
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/** A self-signed CA for tests of what comes after issuance: it signs what it is told to, past every rule. */
public final class SampleAuthority {
    private static final URI PUBLIC_URL = URI.create("http://ca.example.com");

    private final SecureRandom random = new SecureRandom();
    private final KeyVault vault = new KeyVault(Secret.of("only in memory"));
    private final Issuer issuer;

    /** Valid for ten years from a day before {@code now}. */
    public SampleAuthority(String name, KeyAlgorithm algorithm, Instant now) {
        SigningKey key = vault.generate(algorithm);
        SubjectName subject = SubjectName.parse("CN=Sample CA " + name + ",O=Example");
        Validity validity = new Validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(3650)));
        EncodedCertificate certificate = sign(key, subject, subject, key.publicKeyInfo(), validity, Optional.empty());
        PublicationAddresses addresses = PublicationAddresses.under(PUBLIC_URL, name);
        issuer = new Issuer(name, certificate, List.of(), key, addresses, 0);
    }

    public Issuer issuer() {
        return issuer;
    }

    /** A server certificate with a new P-256 key, not recorded anywhere. */
    public EncodedCertificate sign(String dnsName, Validity validity) {
        return sign(dnsName, validity, vault.generate(KeyAlgorithm.EC_P256).publicKeyInfo());
    }

    public EncodedCertificate sign(String dnsName, Validity validity, Der subjectPublicKeyInfo) {
        SubjectName subject = SubjectName.parse("CN=" + dnsName);
        SubjectName issuerName = issuer.certificate().subject();
        return sign(issuer.signingKey(), issuerName, subject, subjectPublicKeyInfo, validity, Optional.of(dnsName));
    }

    /** The same, recorded as issued to {@code requester}. */
    public EncodedCertificate issue(Journal journal, String requester, String dnsName, Validity validity) {
        EncodedCertificate certificate = sign(dnsName, validity);
        CertificateIssued issued = new CertificateIssued(
                issuer.name(), certificate.der(), "tls-server", requester, Optional.empty(), Optional.empty());
        journal.record(Requester.system(), issued);
        return certificate;
    }

    private EncodedCertificate sign(
            SigningKey key,
            SubjectName issuerName,
            SubjectName subject,
            Der subjectPublicKeyInfo,
            Validity validity,
            Optional<String> dnsName) {
        SubjectPublicKeyInfo keyInfo = SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo.octets());
        BigInteger serial = SerialNumber.random(random).value();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuerName.x500Name(),
                serial,
                Date.from(validity.notBefore()),
                Date.from(validity.notAfter()),
                subject.x500Name(),
                keyInfo);
        try {
            byte[] identifier =
                    Der.copyOf(keyInfo.getPublicKeyData().getBytes()).sha1().octets();
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier));
            Der signer = Der.copyOf(
                    SubjectPublicKeyInfo.getInstance(key.publicKeyInfo().octets())
                            .getPublicKeyData()
                            .getBytes());
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(signer.sha1().octets()));
            if (dnsName.isPresent()) {
                GeneralName name = new GeneralName(GeneralName.dNSName, dnsName.get());
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
            } else {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            }
            return new EncodedCertificate(
                    Der.ofOwned(builder.build(new Pen(key)).getEncoded()));
        } catch (IOException e) {
            throw new IllegalStateException("a sample certificate cannot be encoded", e);
        }
    }

    /** A {@link SigningKey} as Bouncy Castle wants to hold it. */
    private static final class Pen implements ContentSigner {
        private final SigningKey key;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        Pen(SigningKey key) {
            this.key = key;
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
}
