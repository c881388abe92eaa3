package dev.chancery.server;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A process of its own: judges {@code root issuing leaf} with the JDK's PKIX, which asks every responder and reads no CRL. */
public final class OcspVerdict {
    private OcspVerdict() {}

    public static void main(String[] files) throws Exception {
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK));
        CertPath path =
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(read(files[2]), read(files[1])));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(read(files[0]), null)));
        parameters.addCertPathChecker(checker);
        try {
            validator.validate(path, parameters);
            System.out.println("VALID");
        } catch (CertPathValidatorException e) {
            System.out.println(e.getReason() + " " + e.getMessage());
        }
    }

    private static X509Certificate read(String file) throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
