package dev.chancery.web.pages.view;

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
            "1.3.6.1.5.5.7.3.1", "Servers (TLS server authentication)",
            "1.3.6.1.5.5.7.3.2", "Clients (TLS client authentication)",
            "1.3.6.1.5.5.7.3.3", "Signing programs (code signing)",
            "1.3.6.1.5.5.7.3.4", "Mail (e-mail protection)",
            "1.3.6.1.5.5.7.3.8", "Time stamps",
            "1.3.6.1.5.5.7.3.9", "Answering OCSP requests");
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
            return List.of("Not readable");
        }
    }

    private static List<String> readable(EncodedCertificate certificate) {
        if (certificate.isCa()) {
            return List.of("Issuing certificates (it is a CA)");
        }
        Extensions extensions = certificate.structure().getTBSCertificate().getExtensions();
        if (extensions == null || extensions.getExtension(Extension.extendedKeyUsage) == null) {
            return List.of("Any purpose");
        }
        return Arrays.stream(ExtendedKeyUsage.fromExtensions(extensions).getUsages())
                .map(KeyPurposeId::getId)
                .map(PurposeWords::plain)
                .toList();
    }

    static String plain(String oid) {
        return WORDS.getOrDefault(oid, oid);
    }

    static String technical(String oid) {
        return TECHNICAL.containsKey(oid) ? TECHNICAL.get(oid) + " (" + oid + ")" : oid;
    }
}
