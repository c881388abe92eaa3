package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;

/** {@code Attribute ::= SEQUENCE { type, values SET OF AttributeValue }} (RFC 5280 §4.2.1.8). */
record DirectoryAttribute(String type, List<DerCursor> values) {
    static List<DirectoryAttribute> readAll(DerCursor sequence) {
        List<DirectoryAttribute> attributes = new ArrayList<>(2);
        for (DerCursor element : Asn1.sequence(sequence, "subjectDirectoryAttributes")) {
            List<DerCursor> parts = Asn1.sequence(element, "Attribute");
            if (parts.size() != 2) {
                throw new UnreadableException(
                        "a directory attribute has " + parts.size() + " parts, at octet " + element.offset());
            }
            attributes.add(new DirectoryAttribute(
                    Asn1.objectIdentifier(parts.get(0), "attribute type"),
                    Asn1.expect(parts.get(1), Asn1.SET, "values").children()));
        }
        return List.copyOf(attributes);
    }
}
