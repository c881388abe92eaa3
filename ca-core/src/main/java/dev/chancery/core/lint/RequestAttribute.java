package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;

/** {@code Attribute ::= SEQUENCE { type OBJECT IDENTIFIER, values SET OF ANY }} of a request (RFC 2986 §4.1). */
record RequestAttribute(String oid, List<DerCursor> values) {
    static List<RequestAttribute> readAll(List<DerCursor> elements) {
        List<RequestAttribute> attributes = new ArrayList<>(elements.size());
        for (DerCursor element : elements) {
            List<DerCursor> parts = Asn1.sequence(element, "Attribute");
            if (parts.size() != 2) {
                throw new UnreadableException(
                        "an attribute has " + parts.size() + " parts, at octet " + element.offset());
            }
            attributes.add(new RequestAttribute(
                    Asn1.objectIdentifier(parts.get(0), "attribute type"),
                    Asn1.expect(parts.get(1), Asn1.SET, "attribute values").children()));
        }
        return List.copyOf(attributes);
    }

    boolean extensionRequest() {
        return oid.equals(ObjectIdentifiers.EXTENSION_REQUEST)
                || oid.equals(ObjectIdentifiers.MICROSOFT_EXTENSION_REQUEST);
    }
}
