package dev.chancery.web.pages.view;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SubjectAltName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Where a certificate says that its state can be asked for. */
final class Addresses {
    private Addresses() {}

    static List<String> crls(EncodedCertificate certificate) {
        return readable(() -> crlUris(certificate));
    }

    static List<String> ocsp(EncodedCertificate certificate) {
        return readable(() -> ocspUris(certificate));
    }

    /** Bouncy Castle casts before it looks: what is broken can raise anything, and is no address. */
    private static List<String> readable(Supplier<List<String>> addresses) {
        try {
            return addresses.get();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static List<String> crlUris(EncodedCertificate certificate) {
        List<String> found = new ArrayList<>();
        CRLDistPoint points = CRLDistPoint.fromExtensions(extensions(certificate));
        if (points != null) {
            for (DistributionPoint point : points.getDistributionPoints()) {
                if (point.getDistributionPoint() != null
                        && point.getDistributionPoint().getName() instanceof GeneralNames names) {
                    addUris(names.getNames(), found);
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<String> ocspUris(EncodedCertificate certificate) {
        List<String> found = new ArrayList<>();
        AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(extensions(certificate));
        if (access != null) {
            for (AccessDescription description : access.getAccessDescriptions()) {
                if (description.getAccessMethod().equals(AccessDescription.id_ad_ocsp)) {
                    addUris(new GeneralName[] {description.getAccessLocation()}, found);
                }
            }
        }
        return List.copyOf(found);
    }

    static String text(byte[] octets) {
        return octets.length == 4 || octets.length == 16
                ? new SubjectAltName.Ip(Der.copyOf(octets)).text()
                : Der.copyOf(octets).hex();
    }

    private static void addUris(GeneralName[] names, List<String> found) {
        for (GeneralName name : names) {
            if (name.getTagNo() == GeneralName.uniformResourceIdentifier) {
                found.add(name.getName().toString());
            }
        }
    }

    @SuppressWarnings("NullAway") // Bouncy Castle's fromExtensions take null for a certificate without extensions.
    private static Extensions extensions(EncodedCertificate certificate) {
        return certificate.structure().getTBSCertificate().getExtensions();
    }
}
