package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code PolicyInformation ::= SEQUENCE { policyIdentifier, policyQualifiers SEQUENCE OF PolicyQualifierInfo OPTIONAL }}
 * (RFC 5280 §4.2.1.4).
 */
record CertificatePolicy(String oid, List<Qualifier> qualifiers) {
    /** {@code PolicyQualifierInfo ::= SEQUENCE { policyQualifierId, qualifier ANY }}. */
    record Qualifier(String oid, DerCursor value) {
        boolean cps() {
            return oid.equals(ObjectIdentifiers.POLICY_CPS);
        }

        boolean notice() {
            return oid.equals(ObjectIdentifiers.POLICY_NOTICE);
        }

        /** {@code UserNotice ::= SEQUENCE { noticeRef SEQUENCE OPTIONAL, explicitText DisplayText OPTIONAL }}. */
        boolean refers() {
            return parts().stream().anyMatch(part -> part.tag() == Asn1.SEQUENCE);
        }

        /** The explicitText of a user notice; none or one. */
        Optional<DerCursor> texts() {
            List<DerCursor> parts = parts();
            List<DerCursor> texts =
                    parts.stream().filter(part -> part.tag() != Asn1.SEQUENCE).toList();
            if (texts.size() > 1 || parts.size() - texts.size() > 1) {
                throw new UnreadableException("a UserNotice has " + parts.size() + " parts");
            }
            return texts.stream().findFirst();
        }

        private List<DerCursor> parts() {
            return Asn1.sequence(value, "UserNotice");
        }
    }

    static List<CertificatePolicy> readAll(DerCursor sequence) {
        List<CertificatePolicy> policies = new ArrayList<>(2);
        for (DerCursor information : Asn1.sequence(sequence, "certificatePolicies")) {
            List<DerCursor> parts = Asn1.sequence(information, "PolicyInformation");
            if (parts.isEmpty() || parts.size() > 2) {
                throw new UnreadableException(
                        "a PolicyInformation has " + parts.size() + " parts, at octet " + information.offset());
            }
            policies.add(new CertificatePolicy(
                    Asn1.objectIdentifier(parts.get(0), "policyIdentifier"),
                    parts.size() == 1 ? List.of() : qualifiers(parts.get(1))));
        }
        return List.copyOf(policies);
    }

    private static List<Qualifier> qualifiers(DerCursor sequence) {
        List<Qualifier> qualifiers = new ArrayList<>(1);
        for (DerCursor element : Asn1.sequence(sequence, "policyQualifiers")) {
            List<DerCursor> parts = Asn1.sequence(element, "PolicyQualifierInfo");
            if (parts.size() != 2) {
                throw new UnreadableException(
                        "a PolicyQualifierInfo has " + parts.size() + " parts, at octet " + element.offset());
            }
            qualifiers.add(new Qualifier(Asn1.objectIdentifier(parts.get(0), "policyQualifierId"), parts.get(1)));
        }
        return List.copyOf(qualifiers);
    }
}
