package dev.chancery.web;

import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Validity;
import java.io.StringWriter;
import java.net.Socket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Key pairs, requests and TLS contexts of test clients and servers. */
final class Keys {
    private Keys() {}

    static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** A PEM request for one host name. */
    static String csr(KeyPair pair, String host) throws Exception {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.dNSName, host));
        extensions.addExtension(Extension.subjectAlternativeName, false, names);
        var request = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=" + host), pair.getPublic())
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(request);
        }
        return text.toString();
    }

    static String csr(String host) {
        try {
            return csr(pair(), host);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A key store with a new key and a certificate for localhost. */
    static KeyStore localhost(SampleAuthority authority) throws Exception {
        KeyPair pair = pair();
        Instant now = Instant.now();
        EncodedCertificate certificate = authority.sign(
                "localhost",
                new Validity(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1))),
                Der.copyOf(pair.getPublic().getEncoded()));
        return store(pair.getPrivate(), certificate.toJca());
    }

    static KeyStore store(PrivateKey key, X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", key, new char[0], new X509Certificate[] {certificate});
        return store;
    }

    /** A client that trusts everybody and shows what {@code own} holds. */
    static SSLContext client(KeyStore own) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {new TrustsEverybody()}, null);
        return context;
    }

    static KeyStore nothing() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** TLS is not what these tests are about. */
    static final class TrustsEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
