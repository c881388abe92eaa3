package dev.chancery.core.crl;

import dev.chancery.core.x509.RevocationReason;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.TBSCertList;

/**
 * A program that lets {@code jdk} or {@code bouncycastle} read a CRL, in a process of its own since both hold all of it: how
 * many entries it has, and then serial and reason of those that were asked for.
 */
public final class CrlCount {
    private CrlCount() {}

    /** Which reader, the file, and serials in hexadecimal. */
    public static void main(String[] arguments) throws Exception {
        Set<BigInteger> wanted = new HashSet<>();
        Arrays.stream(arguments).skip(2).map(hex -> new BigInteger(hex, 16)).forEach(wanted::add);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(arguments[1])))) {
            if (arguments[0].equals("jdk")) {
                jdk(in, wanted);
            } else {
                bouncyCastle(in, wanted);
            }
        }
    }

    private static void jdk(InputStream in, Set<BigInteger> wanted) throws Exception {
        X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        System.out.println(crl.getRevokedCertificates().size());
        for (BigInteger serial : wanted) {
            X509CRLEntry entry = crl.getRevokedCertificate(serial);
            System.out.println(serial.toString(16) + " "
                    + (entry == null ? "absent" : entry.getRevocationReason().name()));
        }
    }

    private static void bouncyCastle(InputStream in, Set<BigInteger> wanted) throws Exception {
        CertificateList crl = CertificateList.getInstance(new ASN1InputStream(in, Integer.MAX_VALUE).readObject());
        int count = 0;
        for (Enumeration<?> entries = crl.getRevokedCertificateEnumeration(); entries.hasMoreElements(); count++) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) entries.nextElement();
            BigInteger serial = entry.getUserCertificate().getValue();
            if (wanted.contains(serial)) {
                Extension reason = entry.getExtensions().getExtension(Extension.reasonCode);
                int code = ASN1Enumerated.getInstance(reason.getParsedValue()).intValueExact();
                System.out.println(serial.toString(16) + " "
                        + RevocationReason.ofCode(code).name());
            }
        }
        System.out.println(count);
    }
}
