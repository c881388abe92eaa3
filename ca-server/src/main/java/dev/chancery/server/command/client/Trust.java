package dev.chancery.server.command.client;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Pem;
import dev.chancery.server.command.report.CommandFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed when a server shows one. */
public final class Trust {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    private Trust() {}

    /** The certificates of a PEM file. */
    public static List<EncodedCertificate> readPem(Path file) {
        try {
            List<EncodedCertificate> certificates = new ArrayList<>();
            Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (block.find()) {
                certificates.add(new EncodedCertificate(Pem.decode(block.group(), "CERTIFICATE")));
            }
            if (certificates.isEmpty()) {
                throw CommandFailedException.refused(
                        file + " holds no certificate in PEM (-----BEGIN CERTIFICATE-----).");
            }
            return certificates;
        } catch (NoSuchFileException e) {
            throw CommandFailedException.refused("There is no file " + file + ".");
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailedException.refused(file + " cannot be read as certificates: " + e.getMessage());
        }
    }

    /** Believes chains that end at one of these roots and nothing else; without any, what the system believes. */
    public static SSLContext context(List<EncodedCertificate> roots) {
        try {
            if (roots.isEmpty()) {
                return SSLContext.getDefault();
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < roots.size(); i++) {
                store.setCertificateEntry("root-" + i, roots.get(i).toJca());
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime cannot set up TLS", e);
        }
    }
}
