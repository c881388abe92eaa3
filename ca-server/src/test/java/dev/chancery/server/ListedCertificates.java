package dev.chancery.server;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;

/**
 * What a CRL says: its number, and the reason code of each serial that it lists.
 *
 * @param reasons 0 where the reason is left out
 */
record ListedCertificates(BigInteger number, Instant thisUpdate, Map<String, Integer> reasons) {
    static ListedCertificates read(Der crl) {
        TBSCertList content = CertificateList.getInstance(crl.unsafeOctets()).getTBSCertList();
        Map<String, Integer> reasons = new HashMap<>();
        Enumeration<?> entries = content.getRevokedCertificateEnumeration();
        while (entries.hasMoreElements()) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) entries.nextElement();
            String serial = entry.getUserCertificate().getPositiveValue().toString(16);
            Integer twice = reasons.put("0".repeat(serial.length() % 2) + serial, reason(entry));
            if (twice != null) {
                throw new AssertionError("a CRL lists " + serial + " twice");
            }
        }
        BigInteger number = ASN1Integer.getInstance(
                        content.getExtensions().getExtensionParsedValue(Extension.cRLNumber))
                .getValue();
        return new ListedCertificates(number, content.getThisUpdate().getDate().toInstant(), reasons);
    }

    private static int reason(TBSCertList.CRLEntry entry) {
        Extensions extensions = entry.getExtensions();
        return extensions == null
                ? 0
                : ASN1Enumerated.getInstance(extensions.getExtensionParsedValue(Extension.reasonCode))
                        .getValue()
                        .intValueExact();
    }
}
