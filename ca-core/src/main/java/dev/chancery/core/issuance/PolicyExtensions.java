package dev.chancery.core.issuance;

import dev.chancery.core.profile.CertificatePolicy;
import dev.chancery.core.profile.PolicyMapping;
import dev.chancery.core.profile.PolicyRule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;

/** The extensions about policies (RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14). */
final class PolicyExtensions {
    private static final ASN1ObjectIdentifier CPS = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.2.1");
    private static final ASN1ObjectIdentifier NOTICE = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.2.2");

    private PolicyExtensions() {}

    /**
     * <pre>
     * PolicyInformation   ::= SEQUENCE { policyIdentifier, policyQualifiers SEQUENCE OF PolicyQualifierInfo OPTIONAL }
     * PolicyQualifierInfo ::= SEQUENCE { policyQualifierId, qualifier ANY }   -- CPSuri, or UserNotice { explicitText }
     * </pre>
     */
    static Extension certificatePolicies(List<CertificatePolicy> policies, boolean critical) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        policies.forEach(policy -> all.add(information(policy)));
        return Extensions.extension(Extension.certificatePolicies, critical, new DERSequence(all));
    }

    private static DERSequence information(CertificatePolicy policy) {
        ASN1EncodableVector qualifiers = new ASN1EncodableVector();
        policy.cps().ifPresent(cps -> qualifiers.add(Extensions.sequence(CPS, new DERIA5String(cps))));
        policy.notice()
                .ifPresent(notice ->
                        qualifiers.add(Extensions.sequence(NOTICE, Extensions.sequence(new DERUTF8String(notice)))));
        ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier(policy.oid());
        return qualifiers.size() == 0
                ? Extensions.sequence(oid)
                : Extensions.sequence(oid, new DERSequence(qualifiers));
    }

    /** What a CA says about the policies below it; all of it critical, mappings because they SHOULD be. */
    static List<Extension> limits(PolicyRule rule) {
        List<Extension> extensions = new ArrayList<>();
        if (!rule.mappings().isEmpty()) {
            extensions.add(Extensions.critical(
                    Extension.policyMappings,
                    new DERSequence(rule.mappings().stream()
                            .map(PolicyExtensions::mapping)
                            .toArray(DERSequence[]::new))));
        }
        ASN1EncodableVector constraints = new ASN1EncodableVector();
        rule.requireExplicit().ifPresent(skip -> constraints.add(certificates(0, skip)));
        rule.inhibitMapping().ifPresent(skip -> constraints.add(certificates(1, skip)));
        if (constraints.size() > 0) {
            extensions.add(Extensions.critical(Extension.policyConstraints, new DERSequence(constraints)));
        }
        rule.inhibitAny()
                .ifPresent(
                        skip -> extensions.add(Extensions.critical(Extension.inhibitAnyPolicy, new ASN1Integer(skip))));
        return extensions;
    }

    private static DERSequence mapping(PolicyMapping mapping) {
        return Extensions.sequence(
                new ASN1ObjectIdentifier(mapping.issuerDomain()), new ASN1ObjectIdentifier(mapping.subjectDomain()));
    }

    private static DERTaggedObject certificates(int tag, int skip) {
        return new DERTaggedObject(false, tag, new ASN1Integer(BigInteger.valueOf(skip)));
    }
}
