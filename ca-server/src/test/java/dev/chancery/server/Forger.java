package dev.chancery.server;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs with a CA's own key what no ledger knows: the certificate of somebody who stole the key. */
final class Forger {
    private Forger() {}

    /** Like {@code model}, with another serial number. */
    static String certificate(Path data, EncodedCertificate model, BigInteger serial) throws IOException {
        Certificate like = model.structure();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                like.getIssuer(),
                serial,
                like.getStartDate().getDate(),
                like.getEndDate().getDate(),
                like.getSubject(),
                like.getSubjectPublicKeyInfo());
        for (org.bouncycastle.asn1.ASN1ObjectIdentifier extension :
                like.getTBSCertificate().getExtensions().getExtensionOIDs()) {
            builder.addExtension(like.getTBSCertificate().getExtensions().getExtension(extension));
        }
        try {
            return Pem.encode(
                    "CERTIFICATE",
                    dev.chancery.core.x509.Der.ofOwned(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key(data)))
                                    .getEncoded()));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(Path data) throws IOException, GeneralSecurityException {
        char[] passphrase =
                Files.readString(data.resolve("keys/passphrase")).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(data.resolve("keys/issuing.p12"))) {
            store.load(in, passphrase);
        }
        return (PrivateKey) store.getKey(store.aliases().nextElement(), passphrase);
    }
}
