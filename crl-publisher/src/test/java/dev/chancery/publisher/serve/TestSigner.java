package dev.chancery.publisher.serve;

import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Lets Bouncy Castle's builders sign with a key of the vault, in tests. */
final class TestSigner implements ContentSigner {
    private final SigningKey key;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    TestSigner(SigningKey key) {
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
