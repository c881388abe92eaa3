package dev.chancery.web.pages.view;

import dev.chancery.core.x509.Der;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The value of an extension as lines of text; what is unknown or broken is shown as hexadecimal. */
final class ExtensionText {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("2.5.29.9", "Subject directory attributes"),
            Map.entry("2.5.29.14", "Subject key identifier"),
            Map.entry("2.5.29.15", "Key usage"),
            Map.entry("2.5.29.17", "Subject alternative name"),
            Map.entry("2.5.29.18", "Issuer alternative name"),
            Map.entry("2.5.29.19", "Basic constraints"),
            Map.entry("2.5.29.30", "Name constraints"),
            Map.entry("2.5.29.31", "CRL distribution points"),
            Map.entry("2.5.29.32", "Certificate policies"),
            Map.entry("2.5.29.33", "Policy mappings"),
            Map.entry("2.5.29.35", "Authority key identifier"),
            Map.entry("2.5.29.36", "Policy constraints"),
            Map.entry("2.5.29.37", "Extended key usage"),
            Map.entry("2.5.29.54", "Inhibit anyPolicy"),
            Map.entry("1.3.6.1.5.5.7.1.1", "Authority information access"),
            Map.entry("1.3.6.1.5.5.7.1.11", "Subject information access"),
            Map.entry("1.3.6.1.5.5.7.1.24", "TLS feature"),
            Map.entry("1.3.6.1.5.5.7.48.1.5", "OCSP no check"),
            Map.entry("1.3.6.1.4.1.311.21.1", "Microsoft CA version"),
            Map.entry("1.3.6.1.4.1.311.21.7", "Microsoft template"));
    private static final List<String> USAGES = List.of(
            "digitalSignature",
            "contentCommitment",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private ExtensionText() {}

    static String name(String oid) {
        return NAMES.getOrDefault(oid, oid);
    }

    static List<String> lines(Extension extension) {
        try {
            List<String> lines = known(extension);
            return lines.isEmpty() ? List.of("empty") : lines;
        } catch (RuntimeException e) {
            // Bouncy Castle casts before it looks: what is broken can raise anything.
            return List.of("not readable: " + hex(extension.getExtnValue()));
        }
    }

    private static List<String> known(Extension extension) {
        Object value = extension.getParsedValue();
        return switch (extension.getExtnId().getId()) {
            case "2.5.29.14" ->
                List.of(colons(SubjectKeyIdentifier.getInstance(value).getKeyIdentifier()));
            case "2.5.29.15" -> usages(KeyUsage.getInstance(value));
            case "2.5.29.9" -> FurtherExtensionText.attributes(value);
            case "2.5.29.17", "2.5.29.18" -> names(GeneralNames.getInstance(value));
            case "2.5.29.19" -> constraints(BasicConstraints.getInstance(value));
            case "2.5.29.31" -> points(CRLDistPoint.getInstance(value));
            case "2.5.29.30" -> FurtherExtensionText.nameConstraints(value);
            case "2.5.29.32" -> FurtherExtensionText.policies(value);
            case "2.5.29.33" -> FurtherExtensionText.mappings(value);
            case "2.5.29.35" -> authorityKey(AuthorityKeyIdentifier.getInstance(value));
            case "2.5.29.36" -> FurtherExtensionText.policyConstraints(value);
            case "2.5.29.54" -> FurtherExtensionText.inhibitAny(value);
            case "1.3.6.1.5.5.7.1.11" -> FurtherExtensionText.subjectAccess(value);
            case "1.3.6.1.5.5.7.1.24" -> FurtherExtensionText.tlsFeature(value);
            case "1.3.6.1.4.1.311.21.7" -> FurtherExtensionText.template(value);
            case "2.5.29.37" -> purposes(ExtendedKeyUsage.getInstance(value));
            case "1.3.6.1.5.5.7.1.1" -> access(AuthorityInformationAccess.getInstance(value));
            case "1.3.6.1.5.5.7.48.1.5" -> List.of("present");
            default -> FurtherExtensionText.text(value).orElseGet(() -> List.of(hex(extension.getExtnValue())));
        };
    }

    private static List<String> usages(KeyUsage usage) {
        List<String> names = new ArrayList<>();
        // KeyUsage's constants follow the octets of the encoding: bit 0 is 0x80, bit 8 is 0x8000.
        for (int bit = 0; bit < USAGES.size(); bit++) {
            if (usage.hasUsages(bit < 8 ? 0x80 >> bit : 0x8000)) {
                names.add(USAGES.get(bit));
            }
        }
        return List.of(String.join(", ", names));
    }

    private static List<String> names(GeneralNames names) {
        return Arrays.stream(names.getNames()).map(ExtensionText::name).toList();
    }

    static String name(GeneralName name) {
        return switch (name.getTagNo()) {
            case GeneralName.dNSName -> "DNS " + name.getName();
            case GeneralName.rfc822Name -> "mail " + name.getName();
            case GeneralName.uniformResourceIdentifier -> name.getName().toString();
            case GeneralName.iPAddress ->
                "IP "
                        + Addresses.text(
                                ASN1OctetString.getInstance(name.getName()).getOctets());
            case GeneralName.directoryName -> "directory " + name.getName();
            default -> "kind " + name.getTagNo() + " " + name.getName();
        };
    }

    private static List<String> constraints(BasicConstraints constraints) {
        if (!constraints.isCA()) {
            return List.of("not a CA");
        }
        return List.of(
                constraints.getPathLenConstraint() == null
                        ? "CA"
                        : "CA, at most " + constraints.getPathLenConstraint() + " CAs below it");
    }

    private static List<String> points(CRLDistPoint points) {
        List<String> lines = new ArrayList<>();
        for (DistributionPoint point : points.getDistributionPoints()) {
            if (point.getDistributionPoint() != null
                    && point.getDistributionPoint().getName() instanceof GeneralNames names) {
                lines.addAll(names(names));
            }
        }
        return lines;
    }

    private static List<String> authorityKey(AuthorityKeyIdentifier identifier) {
        byte[] key = identifier.getKeyIdentifierOctets();
        return key == null ? List.of() : List.of(colons(key));
    }

    private static List<String> purposes(ExtendedKeyUsage usage) {
        return Arrays.stream(usage.getUsages())
                .map(KeyPurposeId::getId)
                .map(PurposeWords::technical)
                .toList();
    }

    private static List<String> access(AuthorityInformationAccess access) {
        List<String> lines = new ArrayList<>();
        for (AccessDescription description : access.getAccessDescriptions()) {
            String method = description.getAccessMethod().equals(AccessDescription.id_ad_ocsp) ? "OCSP " : "issuer ";
            lines.add(method + name(description.getAccessLocation()));
        }
        return lines;
    }

    private static String colons(byte[] octets) {
        return Der.copyOf(octets).colonHex();
    }

    private static String hex(ASN1OctetString value) {
        return Der.copyOf(value.getOctets()).hex();
    }
}
