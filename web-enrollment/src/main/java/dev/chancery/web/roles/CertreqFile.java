package dev.chancery.web.roles;

import dev.chancery.core.role.KeyChoice;
import dev.chancery.core.role.PlannedCertificate;
import java.util.List;

/**
 * A file for {@code certreq -new} of Windows, which makes the key and the CSR of a planned certificate on its server.
 *
 * <p>Names are host names by the time they come here, so nothing in them can end a line or a quotation.
 */
public final class CertreqFile {
    private CertreqFile() {}

    /** @param purposes dotted object identifiers of the extended key usage */
    public static String text(PlannedCertificate planned, List<String> purposes) {
        KeyChoice key = planned.key();
        StringBuilder text = new StringBuilder();
        line(text, "; " + planned.friendlyName());
        line(text, "; On " + String.join(", ", planned.installOn()) + ":");
        line(text, ";   certreq -new request.inf request.csr");
        line(text, "; then, with the certificate:");
        line(text, ";   certreq -accept certificate.cer");
        line(text, "[Version]");
        line(text, "Signature = \"$Windows NT$\"");
        line(text, "");
        line(text, "[NewRequest]");
        line(text, "Subject = \"CN=" + planned.commonName() + "\"");
        line(text, "FriendlyName = \"" + planned.friendlyName().replace("\"", "'") + "\"");
        line(text, "MachineKeySet = TRUE");
        line(text, "Exportable = " + (planned.exportable() ? "TRUE" : "FALSE"));
        line(text, "RequestType = PKCS10");
        line(text, "HashAlgorithm = SHA256");
        // PKCS #1 v1.5 and not RSASSA-PSS, which many servers do not understand.
        line(text, "AlternateSignatureAlgorithm = FALSE");
        if (key.rsa()) {
            line(text, "ProviderName = \"Microsoft RSA SChannel Cryptographic Provider\"");
            line(text, "ProviderType = 12");
            line(text, "KeySpec = AT_KEYEXCHANGE");
            line(text, "KeyLength = " + key.bits());
            line(text, "KeyUsage = \"CERT_DIGITAL_SIGNATURE_KEY_USAGE | CERT_KEY_ENCIPHERMENT_KEY_USAGE\"");
        } else {
            line(text, "ProviderName = \"Microsoft Software Key Storage Provider\"");
            line(text, "KeyAlgorithm = ECDSA_P" + key.bits());
            line(text, "KeyUsage = CERT_DIGITAL_SIGNATURE_KEY_USAGE");
        }
        names(text, planned.names());
        purposes(text, purposes);
        return text.toString();
    }

    private static void names(StringBuilder text, List<String> names) {
        line(text, "");
        line(text, "[Extensions]");
        line(text, "; subjectAltName");
        line(text, "2.5.29.17 = \"{text}\"");
        for (int i = 0; i < names.size(); i++) {
            line(text, "_continue_ = \"dns=" + names.get(i) + (i < names.size() - 1 ? "&\"" : "\""));
        }
    }

    private static void purposes(StringBuilder text, List<String> purposes) {
        if (!purposes.isEmpty()) {
            line(text, "");
            line(text, "[EnhancedKeyUsageExtension]");
            purposes.forEach(purpose -> line(text, "OID = " + purpose));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
