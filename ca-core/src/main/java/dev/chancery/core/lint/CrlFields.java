package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outline of a CRL: where each field of RFC 5280 §5.1 stands, not yet what it says. Fields are copies; what may be
 * long stays in the buffer.
 *
 * @param tbs the TBSCertList
 * @param revoked the SEQUENCE OF entries, not stepped into
 * @param extensions the SEQUENCE inside [0]
 */
record CrlFields(
        DerSpan tbs,
        Optional<DerCursor> version,
        DerCursor innerSignature,
        DerCursor issuer,
        DerCursor thisUpdate,
        Optional<DerCursor> nextUpdate,
        Optional<DerSpan> revoked,
        Optional<DerCursor> tagged,
        Optional<DerCursor> extensions,
        DerCursor outerSignature,
        DerCursor signatureValue) {
    private static final int EXTENSIONS = 0xa0;
    private static final int MANDATORY = 3;
    private static final int MOST_PARTS = 8;

    /** @throws IllegalArgumentException when a mandatory field is missing, or something stands where nothing may */
    static CrlFields read(ByteBuffer input) {
        List<DerSpan> list = parts(DerSpan.of(input), "CertificateList");
        if (list.size() != 3) {
            throw new UnreadableException("a CertificateList has 3 parts, not " + list.size());
        }
        List<DerSpan> tbs = parts(list.get(0), "TBSCertList");
        boolean versioned = !tbs.isEmpty() && tbs.get(0).tag() == Asn1.INTEGER;
        int first = versioned ? 1 : 0;
        if (tbs.size() < first + MANDATORY) {
            throw new UnreadableException("a TBSCertList with " + tbs.size() + " parts is missing some");
        }
        int next = first + MANDATORY;
        boolean ends = tbs.size() > next && isTime(tbs.get(next));
        int afterTimes = ends ? next + 1 : next;
        boolean lists = tbs.size() > afterTimes && tbs.get(afterTimes).tag() == Asn1.SEQUENCE;
        int afterEntries = lists ? afterTimes + 1 : afterTimes;
        boolean extended = tbs.size() > afterEntries && tbs.get(afterEntries).tag() == EXTENSIONS;
        if (tbs.size() != afterEntries + (extended ? 1 : 0)) {
            throw new UnreadableException("nothing of that tag belongs there in a TBSCertList, at octet "
                    + tbs.get(afterEntries).start());
        }
        Optional<DerCursor> tagged =
                extended ? Optional.of(tbs.get(afterEntries).cursor()) : Optional.empty();
        return new CrlFields(
                list.get(0),
                versioned ? Optional.of(tbs.get(0).cursor()) : Optional.empty(),
                tbs.get(first).cursor(),
                tbs.get(first + 1).cursor(),
                tbs.get(first + 2).cursor(),
                ends ? Optional.of(tbs.get(next).cursor()) : Optional.empty(),
                lists ? Optional.of(tbs.get(afterTimes)) : Optional.empty(),
                tagged,
                tagged.map(DerCursor::wrapped),
                list.get(1).cursor(),
                Asn1.expect(list.get(2).cursor(), Asn1.BIT_STRING, "signatureValue"));
    }

    /** All of it but the entries. */
    List<DerCursor> frame() {
        List<DerCursor> frame = new ArrayList<>(List.of(innerSignature, issuer, thisUpdate, outerSignature));
        frame.add(signatureValue);
        version.ifPresent(frame::add);
        nextUpdate.ifPresent(frame::add);
        tagged.ifPresent(frame::add);
        return frame;
    }

    private static List<DerSpan> parts(DerSpan element, String what) {
        if (element.tag() != Asn1.SEQUENCE) {
            throw new UnreadableException(String.format(
                    "%s has the tag 0x%02x where 0x30 belongs, at octet %d", what, element.tag(), element.start()));
        }
        List<DerSpan> parts = new ArrayList<>(MOST_PARTS);
        for (int offset = element.contentStart(); offset < element.end(); ) {
            DerSpan part = DerSpan.at(element.input(), offset, element.end());
            parts.add(part);
            offset = part.end();
            if (parts.size() > MOST_PARTS) {
                throw new UnreadableException(what + " has more than " + MOST_PARTS + " parts");
            }
        }
        return parts;
    }

    private static boolean isTime(DerSpan element) {
        return element.tag() == Asn1.UTC_TIME || element.tag() == Asn1.GENERALIZED_TIME;
    }
}
