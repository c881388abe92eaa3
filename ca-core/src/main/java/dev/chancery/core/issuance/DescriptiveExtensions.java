package dev.chancery.core.issuance;

import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.DirectoryAttribute;
import dev.chancery.core.profile.IssuerNames;
import dev.chancery.core.profile.SubjectAccess;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Extensions that tell more about the subject and the issuer. No verifier decides by them, and none is critical. */
final class DescriptiveExtensions {
    private DescriptiveExtensions() {}

    static List<Extension> of(CertificateProfile profile) {
        List<Extension> all = new ArrayList<>();
        if (!profile.subjectInformationAccess().isEmpty()) {
            all.add(subjectInformationAccess(profile.subjectInformationAccess()));
        }
        if (!profile.issuerAlternativeNames().isEmpty()) {
            all.add(issuerAlternativeNames(profile.issuerAlternativeNames()));
        }
        if (!profile.subjectDirectoryAttributes().isEmpty()) {
            all.add(subjectDirectoryAttributes(profile.subjectDirectoryAttributes()));
        }
        return all;
    }

    /** {@code SubjectInfoAccessSyntax ::= SEQUENCE SIZE (1..MAX) OF AccessDescription} (RFC 5280 §4.2.2.2). */
    private static Extension subjectInformationAccess(List<SubjectAccess> accesses) {
        ASN1EncodableVector descriptions = new ASN1EncodableVector();
        for (SubjectAccess access : accesses) {
            descriptions.add(new DERSequence(new ASN1Encodable[] {
                new ASN1ObjectIdentifier(access.method().oid()),
                new GeneralName(
                        GeneralName.uniformResourceIdentifier, access.location().toString())
            }));
        }
        return Extensions.plain(Extension.subjectInfoAccess, new DERSequence(descriptions));
    }

    /** {@code IssuerAltName ::= GeneralNames} (RFC 5280 §4.2.1.7). */
    private static Extension issuerAlternativeNames(IssuerNames issuer) {
        List<GeneralName> names = new ArrayList<>();
        issuer.names().forEach(name -> names.add(Extensions.generalName(name)));
        issuer.directory().forEach(name -> names.add(new GeneralName(X500Name.getInstance(ExactDer.read(name.der())))));
        return Extensions.plain(Extension.issuerAlternativeName, new GeneralNames(names.toArray(GeneralName[]::new)));
    }

    /**
     * <pre>
     * SubjectDirectoryAttributes ::= SEQUENCE SIZE (1..MAX) OF Attribute
     * Attribute ::= SEQUENCE { type OBJECT IDENTIFIER, values SET OF AttributeValue }
     * </pre>
     */
    private static Extension subjectDirectoryAttributes(List<DirectoryAttribute> attributes) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        for (DirectoryAttribute attribute : attributes) {
            ASN1EncodableVector values = new ASN1EncodableVector();
            attribute.encoded().forEach(value -> values.add(ExactDer.read(value)));
            all.add(new DERSequence(new ASN1Encodable[] {
                new ASN1ObjectIdentifier(attribute.attribute().oid()), new DERSet(values)
            }));
        }
        return Extensions.plain(Extension.subjectDirectoryAttributes, new DERSequence(all));
    }
}
