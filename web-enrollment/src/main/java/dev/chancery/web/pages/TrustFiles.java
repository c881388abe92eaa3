package dev.chancery.web.pages;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.http.Json;
import dev.chancery.web.pages.view.TrustCommands;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files that make a whole platform trust the CAs, each root and intermediate in its own store. */
final class TrustFiles {
    private static final String DOCTYPE =
            "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";

    private TrustFiles() {}

    private static boolean isRoot(Issuer issuer) {
        return issuer.certificate().selfIssued();
    }

    /** A configuration profile for macOS, iOS and iPadOS, unsigned: a signature by this CA would be trusted after it only. */
    static String appleProfile(List<Issuer> issuers) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeDTD("\n" + DOCTYPE + "\n");
            xml.writeStartElement("plist");
            xml.writeAttribute("version", "1.0");
            xml.writeStartElement("dict");
            key(xml, "PayloadContent");
            xml.writeStartElement("array");
            for (Issuer issuer : issuers) {
                payload(xml, issuer);
            }
            xml.writeEndElement();
            String all = issuers.stream()
                    .map(issuer -> issuer.certificate().fingerprint().hex())
                    .sorted()
                    .reduce("chancery", String::concat);
            described(xml, "Certificate authorities", "dev.chancery.trust", "Configuration", all);
            text(xml, "PayloadDescription", "Lets this device trust the certificates of this organisation's servers.");
            key(xml, "PayloadRemovalDisallowed");
            xml.writeEmptyElement("false");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory cannot fail to be written", e);
        }
        return text + "\n";
    }

    private static void payload(XMLStreamWriter xml, Issuer issuer) throws XMLStreamException {
        EncodedCertificate certificate = issuer.certificate();
        xml.writeStartElement("dict");
        text(xml, "PayloadCertificateFileName", issuer.name() + ".crt");
        key(xml, "PayloadContent");
        element(
                xml,
                "data",
                Base64.getEncoder().encodeToString(certificate.der().unsafeOctets()));
        String digest = certificate.fingerprint().hex();
        described(
                xml,
                certificate.subject().shortName(),
                "dev.chancery.trust." + digest,
                isRoot(issuer) ? "com.apple.security.root" : "com.apple.security.pkcs1",
                digest);
        xml.writeEndElement();
    }

    /** The same certificate has the same identifiers each time, so that a newer profile replaces the older. */
    private static void described(XMLStreamWriter xml, String name, String identifier, String type, String seed)
            throws XMLStreamException {
        text(xml, "PayloadDisplayName", printable(name));
        text(xml, "PayloadIdentifier", identifier);
        text(xml, "PayloadType", type);
        text(
                xml,
                "PayloadUUID",
                UUID.nameUUIDFromBytes((type + seed).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString());
        key(xml, "PayloadVersion");
        element(xml, "integer", "1");
    }

    /** XML has no way to write most control characters. */
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }

    private static void text(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        key(xml, key);
        element(xml, "string", value);
    }

    private static void key(XMLStreamWriter xml, String key) throws XMLStreamException {
        element(xml, "key", key);
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    /**
     * A policy for Firefox on Linux, where it does not read the system's store: it reads the roots from where the commands of
     * the page leave them.
     */
    static String firefoxPolicy(List<Issuer> issuers) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode certificates = root.putObject("policies").putObject("Certificates");
        certificates.put("ImportEnterpriseRoots", true);
        var install = certificates.putArray("Install");
        issuers.stream()
                .filter(TrustFiles::isRoot)
                .flatMap(issuer -> TrustCommands.places(issuer.name()).stream())
                .forEach(install::add);
        return new String(Json.write(root), java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * PowerShell that makes a group policy. The registry holds a certificate as the store's own serialized form, which
     * {@code Export('SerializedCert')} makes. Nothing of a certificate's text stands in the script, so nothing needs quoting.
     */
    static String groupPolicy(List<Issuer> issuers) {
        StringBuilder script = new StringBuilder();
        for (String line : GROUP_POLICY) {
            script.append(line).append("\r\n");
        }
        for (Issuer issuer : issuers) {
            script.append("Add-Trust '")
                    .append(isRoot(issuer) ? "Root" : "CA")
                    .append("' '")
                    .append(Base64.getEncoder()
                            .encodeToString(issuer.certificate().der().unsafeOctets()))
                    .append("'\r\n");
        }
        return script.append(
                        "\"The policy '$policy' is made. It counts where it is linked; for the whole domain:\"\r\n")
                .append("\"  New-GPLink -Name '$policy' -Target (Get-ADDomain).DistinguishedName\"\r\n")
                .toString();
    }

    private static final List<String> GROUP_POLICY = List.of(
            "#Requires -Modules GroupPolicy",
            "# Makes a group policy that lets computers trust this CA: roots into Trusted Root Certification Authorities,",
            "# others into Intermediate Certification Authorities. Run it as a domain administrator, once or again.",
            "$ErrorActionPreference = 'Stop'",
            "$policy = 'Chancery trust'",
            "if (-not (Get-GPO -Name $policy -ErrorAction SilentlyContinue)) { New-GPO -Name $policy | Out-Null }",
            "function Add-Trust([string] $Store, [string] $Encoded) {",
            "    $type = 'System.Security.Cryptography.X509Certificates.X509Certificate2'",
            "    $certificate = New-Object $type -ArgumentList (, [Convert]::FromBase64String($Encoded))",
            "    $key = \"HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\$Store\\Certificates\\\""
                    + " + $certificate.Thumbprint",
            "    $blob = $certificate.Export('SerializedCert')",
            "    Set-GPRegistryValue -Name $policy -Key $key -ValueName 'Blob' -Type Binary -Value $blob | Out-Null",
            "    \"$Store  $($certificate.Thumbprint)  $($certificate.Subject)\"",
            "}");
}
