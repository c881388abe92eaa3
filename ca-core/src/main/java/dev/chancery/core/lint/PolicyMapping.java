package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;

/** {@code SEQUENCE { issuerDomainPolicy, subjectDomainPolicy }} (RFC 5280 §4.2.1.5). */
record PolicyMapping(String issuerPolicy, String subjectPolicy) {
    static List<PolicyMapping> readAll(DerCursor sequence) {
        List<PolicyMapping> mappings = new ArrayList<>(1);
        for (DerCursor element : Asn1.sequence(sequence, "policyMappings")) {
            List<DerCursor> parts = Asn1.sequence(element, "policy mapping");
            if (parts.size() != 2) {
                throw new UnreadableException(
                        "a policy mapping has " + parts.size() + " parts, at octet " + element.offset());
            }
            mappings.add(new PolicyMapping(
                    Asn1.objectIdentifier(parts.get(0), "issuerDomainPolicy"),
                    Asn1.objectIdentifier(parts.get(1), "subjectDomainPolicy")));
        }
        return List.copyOf(mappings);
    }
}
