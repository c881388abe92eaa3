package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;

/** A Name: RDNs in order, each a set of attributes (RFC 5280 §4.1.2.4). */
record EncodedName(Der der, List<List<Attribute>> rdns) {
    /** One AttributeTypeAndValue. A dozen rules look at its text. */
    record Attribute(String oid, DerCursor value, String text) {}

    static EncodedName read(DerCursor element) {
        List<List<Attribute>> rdns = new ArrayList<>(6);
        for (DerCursor rdn : Asn1.sequence(element, "Name")) {
            List<Attribute> attributes = new ArrayList<>(1);
            for (DerCursor attribute :
                    Asn1.expect(rdn, Asn1.SET, "RelativeDistinguishedName").children()) {
                attributes.add(attribute(attribute));
            }
            rdns.add(List.copyOf(attributes));
        }
        return new EncodedName(element.encoded(), List.copyOf(rdns));
    }

    private static Attribute attribute(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "AttributeTypeAndValue");
        if (parts.size() != 2) {
            throw new UnreadableException(
                    "an attribute of a name has " + parts.size() + " parts, at octet " + element.offset());
        }
        return new Attribute(
                Asn1.objectIdentifier(parts.get(0), "attribute type"), parts.get(1), Asn1.text(parts.get(1)));
    }

    boolean isEmpty() {
        return rdns.isEmpty();
    }

    List<Attribute> attributes() {
        return rdns.size() == 1
                ? rdns.get(0)
                : rdns.stream().flatMap(List::stream).toList();
    }
}
