package dev.chancery.web;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A name of each of the nine kinds (RFC 5280 §4.2.1.6) that is not Alice's, and requests that carry it. */
enum ForeignNames {
    OTHER_NAME("evil@corp.example"),
    RFC822_NAME("evil@corp.example"),
    DNS_NAME("evil.corp.example"),
    X400_ADDRESS("evil-x400"),
    DIRECTORY_NAME("CN=evil.corp.example"),
    EDI_PARTY_NAME("evil-edi"),
    URI("https://evil.corp.example/"),
    IP_ADDRESS("192.0.2.66"),
    REGISTERED_ID("1.3.6.1.4.1.99999.66");

    /** Where it stands. */
    enum Place {
        COMMON_NAME,
        ATTRIBUTE,
        ALTERNATIVE_NAME
    }

    private static final String OWN = "www.lab.example.com";
    private static final KeyPair PAIR = pair();

    final String text;

    ForeignNames(String text) {
        this.text = text;
    }

    private static KeyPair pair() {
        try {
            return Keys.pair();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private GeneralName generalName() {
        return switch (this) {
            case OTHER_NAME ->
                new GeneralName(GeneralName.otherName, new DERSequence(new ASN1Encodable[] {
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3"),
                    new DERTaggedObject(true, 0, new DERUTF8String(text))
                }));
            case X400_ADDRESS -> new GeneralName(GeneralName.x400Address, new DERSequence(new DERUTF8String(text)));
            case EDI_PARTY_NAME ->
                new GeneralName(
                        GeneralName.ediPartyName,
                        new DERSequence(new DERTaggedObject(true, 1, new DERUTF8String(text))));
            case DIRECTORY_NAME -> new GeneralName(new X500Name(text));
            case REGISTERED_ID -> new GeneralName(GeneralName.registeredID, text);
            case IP_ADDRESS -> new GeneralName(GeneralName.iPAddress, text);
            case URI -> new GeneralName(GeneralName.uniformResourceIdentifier, text);
            case DNS_NAME -> new GeneralName(GeneralName.dNSName, text);
            case RFC822_NAME -> new GeneralName(GeneralName.rfc822Name, text);
        };
    }

    /** RFC 4514 text with the name in it. */
    String subject(Place place) {
        String value = text.replace(",", "\\,").replace("=", "\\=");
        return place == Place.COMMON_NAME ? "CN=" + value : "CN=" + OWN + ",OU=" + value;
    }

    /** PEM; beside the name it asks for one that Alice has, as somebody would who hopes that nobody looks twice. */
    String csr(Place place) {
        try {
            X500NameBuilder subject = new X500NameBuilder();
            subject.addRDN(BCStyle.CN, place == Place.COMMON_NAME ? text : OWN);
            if (place == Place.ATTRIBUTE) {
                subject.addRDN(BCStyle.OU, text);
            }
            List<GeneralName> names = new ArrayList<>(List.of(new GeneralName(GeneralName.dNSName, OWN)));
            if (place == Place.ALTERNATIVE_NAME) {
                names.add(generalName());
            }
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            byte[] request = new JcaPKCS10CertificationRequestBuilder(subject.build(), PAIR.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(PAIR.getPrivate()))
                    .getEncoded();
            return Pem.encode("CERTIFICATE REQUEST", Der.ofOwned(request));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A request for nothing but Alice's own name. */
    static String innocentCsr() {
        return Keys.csr(OWN);
    }
}
