package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Extension ::= SEQUENCE { extnID, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }} (RFC 5280 §4.1).
 *
 * @param criticalWritten whether the BOOLEAN stands there at all
 * @param octets the OCTET STRING around the value
 */
record JudgedExtension(String oid, boolean critical, boolean criticalWritten, DerCursor octets) {
    static List<JudgedExtension> readAll(DerCursor sequence) {
        List<JudgedExtension> extensions = new ArrayList<>(12);
        for (DerCursor extension : Asn1.sequence(sequence, "Extensions")) {
            extensions.add(read(extension));
        }
        return List.copyOf(extensions);
    }

    static JudgedExtension read(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "Extension");
        boolean written = parts.size() == 3;
        if (parts.size() != 2 && !written) {
            throw new UnreadableException("an extension has " + parts.size() + " parts, at octet " + element.offset());
        }
        String oid = Asn1.objectIdentifier(parts.get(0), "extnID");
        return new JudgedExtension(
                oid,
                written && Asn1.bool(parts.get(1), "critical of extension " + oid),
                written,
                Asn1.expect(parts.get(parts.size() - 1), Asn1.OCTET_STRING, "extnValue of " + oid));
    }

    /** The one element inside. */
    DerCursor value() {
        return octets.wrapped();
    }
}
