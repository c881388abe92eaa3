package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.x509.X509Time;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/** Encodes the extensions of a CRL and of its entries (RFC 5280 §5.2, §5.3). Only the marks of a delta and of a partition
 * are critical. */
final class CrlExtensions {
    /** Microsoft's CA Version: which certificate and key of that CA, so that Windows tells two CRLs of one name apart. */
    private static final ASN1ObjectIdentifier CA_VERSION = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.1");
    /** Microsoft's Next CRL Publish: from when on Windows looks for the successor. */
    private static final ASN1ObjectIdentifier NEXT_PUBLISH = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.4");

    private CrlExtensions() {}

    /** In the order in which they stand in the CRL. */
    static List<Extension> all(Issuer issuer, CrlFrame frame) {
        List<Extension> all = new ArrayList<>(List.of(
                authorityKeyIdentifier(issuer),
                crlNumber(frame.number()),
                caVersion(issuer.keyIndex()),
                nextPublish(frame.nextPublish())));
        if (frame.scope() instanceof CrlScope.Full full) {
            full.freshest().map(CrlExtensions::freshest).ifPresent(all::add);
        } else if (frame.scope() instanceof CrlScope.Delta delta) {
            all.add(deltaIndicator(delta.base()));
        } else if (frame.scope() instanceof CrlScope.Partition partition) {
            all.add(distributionPoint(partition.addresses()));
        }
        return all;
    }

    /** BaseCRLNumber ::= CRLNumber; critical (RFC 5280 §5.2.4), so that nobody takes a delta for the whole list. */
    private static Extension deltaIndicator(CrlNumber base) {
        return extension(Extension.deltaCRLIndicator, true, new ASN1Integer(base.value()));
    }

    /**
     * IssuingDistributionPoint, critical (RFC 5280 §5.2.5), so that nobody takes a partition for the whole list. Its flags
     * are false, and so absent.
     */
    private static Extension distributionPoint(List<URI> addresses) {
        return extension(
                Extension.issuingDistributionPoint,
                true,
                new IssuingDistributionPoint(fullName(addresses), false, false, null, false, false));
    }

    /** FreshestCRL ::= CRLDistributionPoints (RFC 5280 §5.2.6). */
    private static Extension freshest(URI address) {
        return extension(Extension.freshestCRL, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(fullName(List.of(address)), null, null)
        }));
    }

    private static DistributionPointName fullName(List<URI> addresses) {
        return new DistributionPointName(new GeneralNames(addresses.stream()
                .map(address -> new GeneralName(GeneralName.uniformResourceIdentifier, address.toString()))
                .toArray(GeneralName[]::new)));
    }

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

    static Extension reasonCode(int code) {
        return extension(Extension.reasonCode, CRLReason.lookup(code));
    }

    static Extension invalidityDate(Instant date) {
        return extension(Extension.invalidityDate, X509Time.generalized(date));
    }

    private static Extension extension(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return extension(type, false, value);
    }

    private static Extension extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            return new Extension(type, critical, value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("CRL extension " + type + " cannot be encoded", e);
        }
    }
}
