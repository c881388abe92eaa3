package dev.chancery.server;

import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/** A PKCS#10 request (RFC 2986) signed with a key of the vault. */
final class OwnRequest {
    private OwnRequest() {}

    static Der pkcs10(SigningKey key, String commonName) {
        try {
            return Der.ofOwned(new PKCS10CertificationRequestBuilder(
                            new X500NameBuilder().addRDN(BCStyle.CN, commonName).build(),
                            SubjectPublicKeyInfo.getInstance(key.publicKeyInfo().octets()))
                    .build(new VaultSigner(key))
                    .getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a request made of known parts can be encoded", e);
        }
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
