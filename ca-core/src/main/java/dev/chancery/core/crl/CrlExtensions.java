package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.X509Time;
import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;

/** Encodes the extensions of a CRL and of its entries (RFC 5280 §5.2, §5.3). None of them is critical. */
final class CrlExtensions {
    /** Microsoft's CA Version: which certificate and key of that CA, so that Windows tells two CRLs of one name apart. */
    private static final ASN1ObjectIdentifier CA_VERSION = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.1");
    /** Microsoft's Next CRL Publish: from when on Windows looks for the successor. */
    private static final ASN1ObjectIdentifier NEXT_PUBLISH = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.4");

    private CrlExtensions() {}

    static Extension authorityKeyIdentifier(Issuer issuer) {
        byte[] identifier = issuer.certificate()
                .subjectKeyIdentifier()
                .orElseThrow(() -> new CrlFaultException("The certificate of the CA \"" + issuer.name()
                        + "\" has no SubjectKeyIdentifier, so its CRL cannot say which key signed it (RFC 5280"
                        + " §5.2.1)."))
                .octets();
        return extension(Extension.authorityKeyIdentifier, new AuthorityKeyIdentifier(identifier));
    }

    static Extension crlNumber(CrlNumber number) {
        return extension(Extension.cRLNumber, new ASN1Integer(number.value()));
    }

    /** INTEGER: the certificate's index below, the key's index above 16 bits; here each key has one certificate. */
    static Extension caVersion(int keyIndex) {
        return extension(CA_VERSION, new ASN1Integer(((long) keyIndex << 16) | (keyIndex & 0xffff)));
    }

    static Extension nextPublish(Instant instant) {
        return extension(NEXT_PUBLISH, X509Time.time(instant));
    }

    static Extension reasonCode(RevocationReason reason) {
        return extension(Extension.reasonCode, CRLReason.lookup(reason.code()));
    }

    static Extension invalidityDate(Instant date) {
        return extension(Extension.invalidityDate, X509Time.generalized(date));
    }

    private static Extension extension(ASN1ObjectIdentifier type, ASN1Encodable value) {
        try {
            return new Extension(type, false, value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("CRL extension " + type + " cannot be encoded", e);
        }
    }
}
