package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * {@code SEQUENCE { userCertificate, revocationDate Time, crlEntryExtensions OPTIONAL }} (RFC 5280 §5.1.2.6).
 *
 * @param extended whether the extensions field stands there at all
 */
record CrlEntry(DerCursor serial, EncodedTime revocationDate, boolean extended, List<JudgedExtension> extensions) {
    static CrlEntry read(DerCursor element) {
        Iterator<DerCursor> parts =
                Asn1.expect(element, Asn1.SEQUENCE, "revokedCertificate").each().iterator();
        DerCursor serial = Asn1.expect(next(parts, element), Asn1.INTEGER, "userCertificate");
        EncodedTime date = EncodedTime.read(next(parts, element), "revocationDate");
        boolean extended = parts.hasNext();
        List<JudgedExtension> extensions = extended ? JudgedExtension.readAll(parts.next()) : List.of();
        if (parts.hasNext()) {
            throw new UnreadableException("a CRL entry has more than 3 parts, at octet " + element.offset());
        }
        return new CrlEntry(serial, date, extended, extensions);
    }

    private static DerCursor next(Iterator<DerCursor> parts, DerCursor element) {
        if (!parts.hasNext()) {
            throw new UnreadableException("a CRL entry is cut short, at octet " + element.offset());
        }
        return parts.next();
    }

    BigInteger serialNumber() {
        return Asn1.integer(serial, "userCertificate");
    }

    Optional<JudgedExtension> extension(String oid) {
        for (JudgedExtension extension : extensions) {
            if (extension.oid().equals(oid)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    /** The CRLReason, which must be an ENUMERATED of one octet. */
    Optional<Integer> reasonCode() {
        return extension(ObjectIdentifiers.CRL_REASON).map(extension -> {
            DerCursor value = Asn1.expect(extension.value(), Asn1.ENUMERATED, "cRLReason");
            if (value.contentLength() != 1) {
                throw new UnreadableException("a cRLReason has " + value.contentLength() + " octets");
            }
            return value.octet(0);
        });
    }

    /** For messages. */
    String name() {
        return "entry " + HexFormat.of().formatHex(serial.content());
    }
}
