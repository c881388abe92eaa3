package dev.chancery.core.issuance;

import dev.chancery.core.profile.CustomExtension;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.KeyUsage;
import dev.chancery.core.profile.MicrosoftTemplate;
import dev.chancery.core.profile.TlsFeature;
import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.SubjectAltName;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Encodes each extension of RFC 5280 §4.2 that Chancery writes about a subject. */
final class Extensions {
    private static final ASN1ObjectIdentifier USER_PRINCIPAL_NAME = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");
    private static final ASN1ObjectIdentifier TLS_FEATURE = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
    private static final ASN1ObjectIdentifier MICROSOFT_TEMPLATE = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.7");
    private static final int KEY_USAGES = 9;

    private Extensions() {}

    static Extension plain(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return extension(type, false, value);
    }

    static Extension critical(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return extension(type, true, value);
    }

    static Extension extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            return new Extension(type, critical, value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("extension " + type + " cannot be encoded", e);
        }
    }

    static Extension subjectKeyIdentifier(SubjectPublicKeyInfo subjectPublicKeyInfo) {
        return plain(
                Extension.subjectKeyIdentifier,
                new SubjectKeyIdentifier(KeyIdentifier.of(subjectPublicKeyInfo).unsafeOctets()));
    }

    /** KeyUsage ::= BIT STRING, a named bit list: trailing zero bits are left out (X.690 §11.2.2). */
    static Extension keyUsage(Set<KeyUsage> usages) {
        byte[] bits = new byte[(KEY_USAGES + 7) / 8];
        int last = 0;
        for (KeyUsage usage : usages) {
            bits[usage.bit() / 8] |= (byte) (0x80 >> (usage.bit() % 8));
            last = Math.max(last, usage.bit());
        }
        byte[] used = Arrays.copyOf(bits, last / 8 + 1);
        return critical(Extension.keyUsage, new DERBitString(used, 7 - (last % 8)));
    }

    static Extension basicConstraints(CaConstraint ca) {
        return critical(
                Extension.basicConstraints,
                ca.pathLength().isPresent()
                        ? new BasicConstraints(ca.pathLength().getAsInt())
                        : new BasicConstraints(true));
    }

    static Extension extendedKeyUsage(List<ExtendedKeyUsage> usages, boolean critical) {
        return extension(
                Extension.extendedKeyUsage,
                critical,
                new org.bouncycastle.asn1.x509.ExtendedKeyUsage(usages.stream()
                        .map(usage -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(usage.oid())))
                        .toArray(KeyPurposeId[]::new)));
    }

    /** Critical when there is no subject to fall back on (RFC 5280 §4.2.1.6). */
    static Extension subjectAltName(List<SubjectAltName> names, boolean subjectEmpty) {
        return extension(
                Extension.subjectAlternativeName,
                subjectEmpty,
                new GeneralNames(names.stream().map(Extensions::generalName).toArray(GeneralName[]::new)));
    }

    static GeneralName generalName(SubjectAltName name) {
        if (name instanceof SubjectAltName.Ip ip) {
            return new GeneralName(
                    GeneralName.iPAddress, new DEROctetString(ip.address().octets()));
        }
        if (name instanceof SubjectAltName.Upn upn) {
            return new GeneralName(
                    GeneralName.otherName, new OtherName(USER_PRINCIPAL_NAME, new DERUTF8String(upn.text())));
        }
        if (name instanceof SubjectAltName.Email email) {
            return new GeneralName(GeneralName.rfc822Name, email.text());
        }
        return name instanceof SubjectAltName.Uri uri
                ? new GeneralName(GeneralName.uniformResourceIdentifier, uri.text())
                : new GeneralName(GeneralName.dNSName, name.text());
    }

    /** The responder's own certificate is not looked up (RFC 6960 §4.2.2.2.1). */
    static Extension ocspNocheck() {
        return plain(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, DERNull.INSTANCE);
    }

    /** {@code Features ::= SEQUENCE OF INTEGER}, ascending (RFC 7633 §6). */
    static Extension tlsFeature(Set<TlsFeature> features) {
        return plain(
                TLS_FEATURE,
                new DERSequence(features.stream()
                        .map(TlsFeature::number)
                        .sorted()
                        .map(ASN1Integer::new)
                        .toArray(ASN1Integer[]::new)));
    }

    /**
     * <pre>
     * CertificateTemplate ::= SEQUENCE {
     *     templateID OBJECT IDENTIFIER, templateMajorVersion INTEGER OPTIONAL, templateMinorVersion INTEGER OPTIONAL }
     * </pre>
     */
    static Extension microsoftTemplate(MicrosoftTemplate template) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1ObjectIdentifier(template.oid()));
        template.majorVersion().ifPresent(version -> parts.add(new ASN1Integer(version)));
        template.minorVersion().ifPresent(version -> parts.add(new ASN1Integer(version)));
        return plain(MICROSOFT_TEMPLATE, new DERSequence(parts));
    }

    /** Octet by octet as the profile has it. */
    static Extension custom(CustomExtension custom) {
        return new Extension(
                new ASN1ObjectIdentifier(custom.oid()),
                custom.isCritical(),
                custom.value().octets());
    }

    static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }
}
