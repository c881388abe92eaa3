package dev.chancery.core.keys;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/** A certificate around a key, signed by that key: what a key file needs, and no more. */
final class SelfSigned {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private SelfSigned() {}

    static EncodedCertificate ca(SigningKey key) {
        return certificate(key, key.publicKeyInfo(), true);
    }

    static EncodedCertificate server(SigningKey key) {
        return certificate(key, key.publicKeyInfo(), false);
    }

    /** A certificate for a public key, signed by whatever key. */
    static EncodedCertificate certificate(SigningKey signer, Der publicKeyInfo, boolean ca) {
        X500Name name = new X500Name("CN=server.lab.example.com");
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(0x4a11),
                    Date.from(START),
                    Date.from(START.plusSeconds(86_400L * 3650)),
                    name,
                    SubjectPublicKeyInfo.getInstance(publicKeyInfo.octets()));
            if (ca) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            return new EncodedCertificate(
                    Der.ofOwned(builder.build(contentSigner(signer)).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContentSigner contentSigner(SigningKey key) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        return new ContentSigner() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return AlgorithmIdentifier.getInstance(
                        key.algorithm().identifier().octets());
            }

            @Override
            public OutputStream getOutputStream() {
                return message;
            }

            @Override
            public byte[] getSignature() {
                return key.sign(Der.copyOf(message.toByteArray())).octets();
            }
        };
    }
}
