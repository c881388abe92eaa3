package dev.chancery.web.roles;

import dev.chancery.core.role.KeyChoice;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.x509.HostName;
import java.util.List;

/**
 * A file for {@code certreq -new} of Windows, which makes the key and the CSR of a certificate on its server.
 *
 * <p>Names are host names and IP addresses by the time they come here, so nothing in them can end a line or a quotation.
 */
public final class CertreqFile {
    private CertreqFile() {}

    /**
     * What the file asks for.
     *
     * @param friendlyName as Windows shows it; on one line
     * @param installOn where the file is used, for its comment
     * @param commonName empty for a subject without one
     * @param names host names and IP addresses
     * @param exportable whether the key may be taken to other servers
     * @param purposes dotted object identifiers of the extended key usage
     */
    public record Wanted(
            String friendlyName,
            List<String> installOn,
            String commonName,
            List<String> names,
            KeyChoice key,
            boolean exportable,
            List<String> purposes) {
        public Wanted {
            friendlyName = friendlyName.replaceAll("\\s+", " ");
            installOn = List.copyOf(installOn);
            names = List.copyOf(names);
            purposes = List.copyOf(purposes);
        }
    }

    /** @param purposes dotted object identifiers of the extended key usage */
    public static String text(PlannedCertificate planned, List<String> purposes) {
        return text(new Wanted(
                planned.friendlyName(),
                planned.installOn(),
                planned.commonName(),
                planned.names(),
                planned.key(),
                planned.exportable(),
                purposes));
    }

    public static String text(Wanted wanted) {
        KeyChoice key = wanted.key();
        StringBuilder text = new StringBuilder();
        line(text, "; " + wanted.friendlyName());
        line(text, "; On " + String.join(", ", wanted.installOn()) + ":");
        line(text, ";   certreq -new request.inf request.csr");
        line(text, "; then, with the certificate:");
        line(text, ";   certreq -accept certificate.cer");
        line(text, "[Version]");
        line(text, "Signature = \"$Windows NT$\"");
        line(text, "");
        line(text, "[NewRequest]");
        line(text, "Subject = \"" + (wanted.commonName().isEmpty() ? "" : "CN=" + wanted.commonName()) + "\"");
        line(text, "FriendlyName = \"" + wanted.friendlyName().replace("\"", "'") + "\"");
        line(text, "MachineKeySet = TRUE");
        line(text, "Exportable = " + (wanted.exportable() ? "TRUE" : "FALSE"));
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
        names(text, wanted.names());
        purposes(text, wanted.purposes());
        return text.toString();
    }

    private static void names(StringBuilder text, List<String> names) {
        line(text, "");
        line(text, "[Extensions]");
        line(text, "; subjectAltName");
        line(text, "2.5.29.17 = \"{text}\"");
        for (int i = 0; i < names.size(); i++) {
            String kind = HostName.looksLikeIpAddress(names.get(i)) ? "ipaddress=" : "dns=";
            line(text, "_continue_ = \"" + kind + names.get(i) + (i < names.size() - 1 ? "&\"" : "\""));
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
