package dev.chancery.publisher.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which CAs a target's certificate may come from.
 *
 * @param file PEM certificates, read for each use; empty for those that the Java runtime trusts
 */
record TrustedCas(Optional<Path> file) {
    SSLContext context() throws TargetException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(file.isPresent() ? store(file.get()) : null);
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new TargetException("the ca-file " + file.get() + " cannot be read: "
                    + e.getClass().getSimpleName());
        } catch (GeneralSecurityException e) {
            throw new TargetException("the ca-file"
                    + file.map(path -> " " + path).orElse("") + " holds no certificates in PEM: " + e.getMessage());
        }
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + store.size(), one);
            }
        }
        if (store.size() == 0) {
            throw new GeneralSecurityException("there is none");
        }
        return store;
    }

    /** Goes on from the name of a server whose TLS was not believed. */
    String refused(SSLException why) {
        return " is not believed to be itself (" + why.getMessage()
                + "). Its certificate must carry that name and come from "
                + file.map(path -> "a CA in " + path)
                        .orElse("a CA that the Java runtime trusts, or ca-file must name its CA");
    }
}
