package dev.chancery.publisher.serve;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** A CA with a key in memory, for tests of what it publishes. */
final class TestIssuer {
    private TestIssuer() {}

    static Issuer validAt(Instant now) {
        SigningKey key = new KeyVault(Secret.of("for a test")).generate(KeyAlgorithm.EC_P256);
        X500Name name = new X500Name("CN=Test Issuing CA");
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                java.math.BigInteger.TEN,
                java.util.Date.from(now.minusSeconds(3600)),
                java.util.Date.from(now.plusSeconds(86_400)),
                name,
                SubjectPublicKeyInfo.getInstance(key.publicKeyInfo().octets()));
        X509CertificateHolder holder = builder.build(new TestSigner(key));
        try {
            return new Issuer(
                    "issuing",
                    new EncodedCertificate(Der.copyOf(holder.getEncoded())),
                    List.of(),
                    key,
                    PublicationAddresses.under(URI.create("http://127.0.0.1"), "issuing"),
                    0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
