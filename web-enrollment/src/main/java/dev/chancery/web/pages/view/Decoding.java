package dev.chancery.web.pages.view;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.pages.view.CertificateView.Decoded;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** Every field and extension of a certificate as text, in the order of its encoding. */
public final class Decoding {
    private Decoding() {}

    public static List<Decoded> of(EncodedCertificate certificate, Moments moments) {
        List<Decoded> fields = new ArrayList<>();
        fields.add(field("Version", version(certificate)));
        fields.add(field("Serial number", Names.grouped(certificate.serial())));
        fields.add(field("Signature algorithm", KeyWords.signature(certificate)));
        fields.add(field("Issuer", Names.text(certificate.issuer())));
        fields.add(field(
                "Not before", moments.at(certificate.validity().notBefore()).exact()));
        fields.add(
                field("Not after", moments.at(certificate.validity().notAfter()).exact()));
        fields.add(field("Subject", Names.text(certificate.subject())));
        fields.add(field("Public key", KeyWords.key(certificate)));
        Extensions extensions = certificate.structure().getTBSCertificate().getExtensions();
        if (extensions != null) {
            for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
                fields.add(extension(extensions.getExtension(oid)));
            }
        }
        return List.copyOf(fields);
    }

    private static String version(EncodedCertificate certificate) {
        return Integer.toString(certificate.structure().getVersionNumber());
    }

    private static Decoded field(String name, String value) {
        return new Decoded(name, false, List.of(value.isEmpty() ? "empty" : value));
    }

    private static Decoded extension(Extension extension) {
        String name = ExtensionText.name(extension.getExtnId().getId());
        return new Decoded(name, extension.isCritical(), ExtensionText.lines(extension));
    }
}
