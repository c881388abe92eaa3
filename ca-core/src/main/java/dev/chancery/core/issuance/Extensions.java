package dev.chancery.core.issuance;

import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.KeyUsage;
import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.SubjectAltName;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Encodes each extension of RFC 5280 §4.2 that Chancery writes about a subject. */
final class Extensions {
    private static final ASN1ObjectIdentifier USER_PRINCIPAL_NAME = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");
    private static final int KEY_USAGES = 9;

    private Extensions() {}

    static Extension plain(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return extension(type, false, value);
    }

    static Extension critical(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return extension(type, true, value);
    }

    private static Extension extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
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

    static Extension extendedKeyUsage(List<ExtendedKeyUsage> usages) {
        return plain(
                Extension.extendedKeyUsage,
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

    private static GeneralName generalName(SubjectAltName name) {
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

    static Extension certificatePolicies(List<String> policies) {
        return plain(
                Extension.certificatePolicies,
                new CertificatePolicies(policies.stream()
                        .map(policy -> new PolicyInformation(new ASN1ObjectIdentifier(policy)))
                        .toArray(PolicyInformation[]::new)));
    }

    /** The responder's own certificate is not looked up (RFC 6960 §4.2.2.2.1). */
    static Extension ocspNocheck() {
        return plain(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, DERNull.INSTANCE);
    }
}
