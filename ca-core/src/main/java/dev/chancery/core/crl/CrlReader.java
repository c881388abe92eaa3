package dev.chancery.core.crl;

import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Time;

/** Reads back a CRL that was published earlier, and believes it only when the CA's key signed it. */
public final class CrlReader {
    private static final String CRL_NUMBER = "2.5.29.20";
    private static final String NEXT_PUBLISH = "1.3.6.1.4.1.311.21.4";

    private CrlReader() {}

    /**
     * Reads and verifies one CRL.
     *
     * @param issuer the CA's short name
     * @throws IllegalArgumentException when it is no CRL of that CA, with the reason
     */
    public static SignedCrl read(String issuer, EncodedCertificate certificate, CrlOctets octets) {
        try {
            X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(octets.stream());
            crl.verify(certificate.toJca().getPublicKey());
            Date nextUpdate = crl.getNextUpdate();
            if (nextUpdate == null) {
                throw new IllegalArgumentException("the CRL has no nextUpdate");
            }
            int entries = crl.getRevokedCertificates() == null
                    ? 0
                    : crl.getRevokedCertificates().size();
            return new SignedCrl(
                    issuer,
                    number(crl),
                    crl.getThisUpdate().toInstant(),
                    nextUpdate.toInstant(),
                    nextPublish(crl, nextUpdate.toInstant()),
                    entries,
                    octets);
        } catch (GeneralSecurityException | ClassCastException | IllegalStateException e) {
            // A parser that casts before it looks; the octets may be anything that stands in the file.
            throw new IllegalArgumentException("no CRL of the CA \"" + issuer + "\": " + e.getMessage(), e);
        }
    }

    private static CrlNumber number(X509CRL crl) {
        byte[] value = crl.getExtensionValue(CRL_NUMBER);
        if (value == null) {
            throw new IllegalArgumentException("the CRL has no CRLNumber");
        }
        BigInteger number = ASN1Integer.getInstance(
                        ASN1OctetString.getInstance(value).getOctets())
                .getValue();
        return new CrlNumber(number);
    }

    private static Instant nextPublish(X509CRL crl, Instant otherwise) {
        byte[] value = crl.getExtensionValue(NEXT_PUBLISH);
        if (value == null) {
            return otherwise;
        }
        try {
            // Time is a CHOICE: unlike other types it does not take octets.
            ASN1Primitive time = ASN1Primitive.fromByteArray(
                    ASN1OctetString.getInstance(value).getOctets());
            return Time.getInstance(time).getDate().toInstant();
        } catch (IOException e) {
            throw new IllegalArgumentException("the CRL's next publication is no time", e);
        }
    }
}
