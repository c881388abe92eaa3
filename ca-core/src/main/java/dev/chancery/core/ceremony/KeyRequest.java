package dev.chancery.core.ceremony;

import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SubjectName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/** A PKCS#10 request (RFC 2986) signed with a key of the vault. */
public final class KeyRequest {
    private KeyRequest() {}

    /** For a certificate with this subject. */
    public static Der of(SigningKey key, SubjectName subject) {
        try {
            return signed(key, builder(key, subject));
        } catch (IOException e) {
            throw new IllegalStateException("a request made of known parts can be encoded", e);
        }
    }

    /** For a CA's certificate: asks for basicConstraints and keyUsage as RFC 5280 §4.2.1.9 and §4.2.1.3 demand. */
    static Der ofAuthority(SigningKey key, SubjectName subject) {
        try {
            ExtensionsGenerator wanted = new ExtensionsGenerator();
            wanted.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            wanted.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return signed(
                    key,
                    builder(key, subject)
                            .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wanted.generate()));
        } catch (IOException e) {
            throw new IllegalStateException("a request made of known parts can be encoded", e);
        }
    }

    private static PKCS10CertificationRequestBuilder builder(SigningKey key, SubjectName subject) {
        return new PKCS10CertificationRequestBuilder(
                subject.x500Name(),
                SubjectPublicKeyInfo.getInstance(key.publicKeyInfo().octets()));
    }

    private static Der signed(SigningKey key, PKCS10CertificationRequestBuilder request) throws IOException {
        return Der.ofOwned(request.build(new VaultSigner(key)).getEncoded());
    }

    private static final class VaultSigner implements ContentSigner {
        private final SigningKey key;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        VaultSigner(SigningKey key) {
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
            return key.sign(Der.copyOf(message.toByteArray())).octets();
        }
    }
}
