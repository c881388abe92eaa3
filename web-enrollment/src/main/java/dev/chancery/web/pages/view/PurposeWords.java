package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.x509.EncodedCertificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a certificate is good for, in words, by extended key usage. */
final class PurposeWords {
    private static final Map<String, String> WORDS = Map.of(
            "1.3.6.1.5.5.7.3.1", "certificates.purpose.server",
            "1.3.6.1.5.5.7.3.2", "certificates.purpose.client",
            "1.3.6.1.5.5.7.3.3", "certificates.purpose.code",
            "1.3.6.1.5.5.7.3.4", "certificates.purpose.mail",
            "1.3.6.1.5.5.7.3.8", "certificates.purpose.time",
            "1.3.6.1.5.5.7.3.9", "certificates.purpose.ocsp");
    private static final Map<String, String> TECHNICAL = Map.of(
            "1.3.6.1.5.5.7.3.1", "serverAuth",
            "1.3.6.1.5.5.7.3.2", "clientAuth",
            "1.3.6.1.5.5.7.3.3", "codeSigning",
            "1.3.6.1.5.5.7.3.4", "emailProtection",
            "1.3.6.1.5.5.7.3.8", "timeStamping",
            "1.3.6.1.5.5.7.3.9", "OCSPSigning");

    private PurposeWords() {}

    static List<String> of(EncodedCertificate certificate) {
        try {
            return readable(certificate);
        } catch (RuntimeException e) {
            // Bouncy Castle casts before it looks: what is broken can raise anything.
            return List.of(plain("certificates.purpose.unreadable"));
        }
    }

    private static List<String> readable(EncodedCertificate certificate) {
        if (certificate.isCa()) {
            return List.of(plain("certificates.purpose.ca"));
        }
        Extensions extensions = certificate.structure().getTBSCertificate().getExtensions();
        if (extensions == null || extensions.getExtension(Extension.extendedKeyUsage) == null) {
            return List.of(plain("certificates.purpose.any"));
        }
        return Arrays.stream(ExtendedKeyUsage.fromExtensions(extensions).getUsages())
                .map(KeyPurposeId::getId)
                .map(PurposeWords::words)
                .toList();
    }

    static String words(String oid) {
        return WORDS.containsKey(oid) ? plain(WORDS.get(oid)) : oid;
    }

    static String technical(String oid) {
        return TECHNICAL.containsKey(oid) ? TECHNICAL.get(oid) + " (" + oid + ")" : oid;
    }
}
