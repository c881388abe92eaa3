package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/**
 * The outline of a CRL: where each field of RFC 5280 §5.1 stands, not yet what it says.
 *
 * @param revoked the SEQUENCE OF entries, not stepped into
 * @param extensions the SEQUENCE inside [0]
 */
record CrlFields(
        DerCursor root,
        DerCursor tbs,
        Optional<DerCursor> version,
        DerCursor innerSignature,
        DerCursor issuer,
        DerCursor thisUpdate,
        Optional<DerCursor> nextUpdate,
        Optional<DerCursor> revoked,
        Optional<DerCursor> extensions,
        DerCursor outerSignature,
        DerCursor signatureValue) {
    private static final int EXTENSIONS = 0xa0;
    private static final int MANDATORY = 3;

    /** @throws IllegalArgumentException when a mandatory field is missing, or something stands where nothing may */
    static CrlFields read(DerCursor root) {
        List<DerCursor> list = Asn1.sequence(root, "CertificateList");
        if (list.size() != 3) {
            throw new UnreadableException("a CertificateList has 3 parts, not " + list.size());
        }
        List<DerCursor> tbs = Asn1.sequence(list.get(0), "TBSCertList");
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
                    + tbs.get(afterEntries).offset());
        }
        return new CrlFields(
                root,
                list.get(0),
                versioned ? Optional.of(tbs.get(0)) : Optional.empty(),
                tbs.get(first),
                tbs.get(first + 1),
                tbs.get(first + 2),
                ends ? Optional.of(tbs.get(next)) : Optional.empty(),
                lists ? Optional.of(tbs.get(afterTimes)) : Optional.empty(),
                extended ? Optional.of(tbs.get(afterEntries).wrapped()) : Optional.empty(),
                list.get(1),
                Asn1.expect(list.get(2), Asn1.BIT_STRING, "signatureValue"));
    }

    private static boolean isTime(DerCursor element) {
        return element.tag() == Asn1.UTC_TIME || element.tag() == Asn1.GENERALIZED_TIME;
    }
}
