package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;

/** {@code AccessDescription ::= SEQUENCE { accessMethod, accessLocation GeneralName }} (RFC 5280 §4.2.2.1). */
record AccessDescription(String method, GeneralName location) {
    static List<AccessDescription> readAll(DerCursor sequence) {
        List<AccessDescription> descriptions = new ArrayList<>(2);
        for (DerCursor element : Asn1.sequence(sequence, "AuthorityInfoAccessSyntax")) {
            List<DerCursor> parts = Asn1.sequence(element, "AccessDescription");
            if (parts.size() != 2) {
                throw new UnreadableException(
                        "an AccessDescription has " + parts.size() + " parts, at octet " + element.offset());
            }
            descriptions.add(new AccessDescription(
                    Asn1.objectIdentifier(parts.get(0), "accessMethod"),
                    GeneralName.readAll(parts.subList(1, 2)).get(0)));
        }
        return List.copyOf(descriptions);
    }
}
