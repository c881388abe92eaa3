package dev.chancery.server.command.client;

import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1OctetString;

/** The revoked certificates that a CRL lists. */
public final class CrlEntries {
    private static final String REASON_CODE = "2.5.29.21";
    /** In delta CRLs only: released, or ended long ago. */
    private static final int REMOVE_FROM_CRL = 8;

    private CrlEntries() {}

    /** @param reason by its RFC 5280 name; an entry without a reason is unspecified (§5.3.1) */
    public record Entry(String serial, Instant revokedAt, String reason) {}

    /** @param crl one that was read before and believed */
    public static List<Entry> newest(CrlOctets crl, int limit) {
        try {
            X509CRL parsed = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(crl.stream());
            Set<? extends X509CRLEntry> entries = parsed.getRevokedCertificates();
            if (entries == null) {
                return List.of();
            }
            return entries.stream()
                    .sorted(Comparator.comparing(X509CRLEntry::getRevocationDate)
                            .reversed())
                    .limit(Math.max(0, limit))
                    .map(CrlEntries::entry)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a CRL that was read once cannot be read again", e);
        }
    }

    private static Entry entry(X509CRLEntry entry) {
        return new Entry(hex(entry.getSerialNumber()), entry.getRevocationDate().toInstant(), reason(entry));
    }

    private static String hex(BigInteger serial) {
        String digits = serial.toString(16);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    private static String reason(X509CRLEntry entry) {
        byte[] value = entry.getExtensionValue(REASON_CODE);
        if (value == null) {
            return RevocationReason.UNSPECIFIED.rfcName();
        }
        int code = ASN1Enumerated.getInstance(ASN1OctetString.getInstance(value).getOctets())
                .intValueExact();
        if (code == REMOVE_FROM_CRL) {
            return "removeFromCRL";
        }
        try {
            return RevocationReason.ofCode(code).rfcName();
        } catch (IllegalArgumentException unknown) {
            return "reason " + code;
        }
    }
}
