package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outline of a certificate: where each field of RFC 5280 §4.1 stands, not yet what it says.
 *
 * @param version the explicit [0], empty for a v1 certificate
 * @param uniqueIdentifiers issuerUniqueID and subjectUniqueID, where present
 * @param extensions the SEQUENCE inside [3]
 */
record CertificateFields(
        DerCursor root,
        Optional<DerCursor> version,
        DerCursor serialNumber,
        DerCursor innerSignature,
        DerCursor issuer,
        DerCursor notBefore,
        DerCursor notAfter,
        DerCursor subject,
        DerCursor publicKeyInfo,
        List<DerCursor> uniqueIdentifiers,
        Optional<DerCursor> extensions,
        DerCursor outerSignature) {
    private static final int VERSION = 0xa0;
    private static final int ISSUER_UNIQUE_ID = 0x81;
    private static final int SUBJECT_UNIQUE_ID = 0x82;
    private static final int EXTENSIONS = 0xa3;
    private static final int FIELDS_BEFORE_OPTIONAL = 6;

    /** @throws IllegalArgumentException when a mandatory field is missing, or something stands where nothing may */
    static CertificateFields read(DerCursor root) {
        List<DerCursor> certificate = Asn1.sequence(root, "Certificate");
        if (certificate.size() != 3) {
            throw new UnreadableException("a Certificate has 3 parts, not " + certificate.size());
        }
        Asn1.expect(certificate.get(2), Asn1.BIT_STRING, "signatureValue");
        List<DerCursor> tbs = Asn1.sequence(certificate.get(0), "TBSCertificate");
        boolean versioned = !tbs.isEmpty() && tbs.get(0).tag() == VERSION;
        int first = versioned ? 1 : 0;
        if (tbs.size() < first + FIELDS_BEFORE_OPTIONAL) {
            throw new UnreadableException("a TBSCertificate with " + tbs.size() + " parts is missing some");
        }
        List<DerCursor> validity = Asn1.sequence(tbs.get(first + 3), "Validity");
        if (validity.size() != 2) {
            throw new UnreadableException("Validity has 2 times, not " + validity.size());
        }
        List<DerCursor> optional = tbs.subList(first + FIELDS_BEFORE_OPTIONAL, tbs.size());
        return new CertificateFields(
                root,
                versioned ? Optional.of(tbs.get(0).wrapped()) : Optional.empty(),
                tbs.get(first),
                tbs.get(first + 1),
                tbs.get(first + 2),
                validity.get(0),
                validity.get(1),
                tbs.get(first + 4),
                tbs.get(first + 5),
                uniqueIdentifiers(optional),
                extensions(optional),
                certificate.get(1));
    }

    private static List<DerCursor> uniqueIdentifiers(List<DerCursor> optional) {
        List<DerCursor> found = new ArrayList<>(0);
        int previous = 0;
        for (DerCursor element : optional) {
            if (element.tag() <= previous
                    || element.tag() != ISSUER_UNIQUE_ID
                            && element.tag() != SUBJECT_UNIQUE_ID
                            && element.tag() != EXTENSIONS) {
                throw new UnreadableException(
                        "nothing of that tag belongs at the end of a TBSCertificate, at octet " + element.offset());
            }
            previous = element.tag();
            if (element.tag() != EXTENSIONS) {
                found.add(element);
            }
        }
        return List.copyOf(found);
    }

    private static Optional<DerCursor> extensions(List<DerCursor> optional) {
        return optional.isEmpty() || optional.get(optional.size() - 1).tag() != EXTENSIONS
                ? Optional.empty()
                : Optional.of(optional.get(optional.size() - 1).wrapped());
    }
}
