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
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The JDK's PKIX in a process of its own, which fetches every CDP by itself, or asks every responder and reads no CRL. A new
 * process, since Java caches a CRL per URL for 30 s inside one.
 */
public final class PkixVerdict {
    private static final String OCSP = "ocsp";

    private PkixVerdict() {}

    /** @param files of root, issuing CA and leaf */
    static String byCrl(Path work, String... files) {
        return run(work, files);
    }

    /** @param files of root, issuing CA and leaf */
    static String byOcsp(Path work, String... files) {
        String[] arguments = Arrays.copyOf(files, files.length + 1);
        arguments[files.length] = OCSP;
        return run(work, arguments);
    }

    private static String run(Path work, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PkixVerdict.class.getName()));
        command.addAll(List.of(arguments));
        return Tool.run(work, command).output();
    }

    public static void main(String[] files) throws Exception {
        System.setProperty("com.sun.security.enableCRLDP", "true");
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        boolean ocsp = files.length > 3 && files[3].equals(OCSP);
        checker.setOptions(ocsp ? EnumSet.of(Option.NO_FALLBACK) : EnumSet.of(Option.PREFER_CRLS, Option.NO_FALLBACK));
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
