package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import java.util.Arrays;
import java.util.List;

/**
 * A request taken apart (RFC 2986 §4).
 *
 * <pre>
 * CertificationRequest ::= SEQUENCE {
 *   certificationRequestInfo SEQUENCE {
 *     version INTEGER (0), subject Name, subjectPKInfo SubjectPublicKeyInfo, attributes [0] IMPLICIT SET OF Attribute },
 *   signatureAlgorithm AlgorithmIdentifier,
 *   signature BIT STRING }
 * </pre>
 *
 * @param signed the octets under the signature
 * @param attributes empty when they are left out, which RFC 2986 does not allow and old software does
 */
record RequestParts(
        Der signed,
        Der subject,
        Der subjectPublicKeyInfo,
        List<DerCursor> attributes,
        Der signatureAlgorithm,
        Der signature) {
    private static final int SEQUENCE = 0x30;

    /** @throws MalformedDerException when it is no request */
    static RequestParts of(Der request) {
        List<DerCursor> outer = children(DerCursor.of(request), 3, 3);
        List<DerCursor> info = children(outer.get(0), 3, 4);
        expect(info.get(0), 0x02, "version");
        if (info.get(0).contentLength() != 1 || info.get(0).octet(0) != 0) {
            throw new MalformedDerException(
                    "its version is not 0, the only one there is", info.get(0).offset());
        }
        expect(info.get(1), SEQUENCE, "subject");
        expect(info.get(2), SEQUENCE, "public key");
        if (info.size() == 4) {
            expect(info.get(3), 0xa0, "attributes");
        }
        expect(outer.get(1), SEQUENCE, "signature algorithm");
        return new RequestParts(
                outer.get(0).encoded(),
                info.get(1).encoded(),
                info.get(2).encoded(),
                info.size() == 4 ? info.get(3).children() : List.of(),
                outer.get(1).encoded(),
                bits(outer.get(2)));
    }

    /** The octets of a BIT STRING that has whole octets only. */
    static Der bits(DerCursor bitString) {
        expect(bitString, 0x03, "BIT STRING");
        if (bitString.octet(0) != 0) {
            throw new MalformedDerException("a BIT STRING with unused bits", bitString.offset());
        }
        return Der.ofOwned(Arrays.copyOfRange(bitString.content(), 1, bitString.contentLength()));
    }

    static List<DerCursor> children(DerCursor sequence, int least, int most) {
        expect(sequence, SEQUENCE, "SEQUENCE");
        List<DerCursor> children = sequence.children();
        if (children.size() < least || children.size() > most) {
            throw new MalformedDerException("a SEQUENCE of " + children.size() + " elements", sequence.offset());
        }
        return children;
    }

    static void expect(DerCursor element, int tag, String what) {
        if (element.tag() != tag) {
            throw new MalformedDerException(
                    String.format("%s expected, found an element with tag %02x", what, element.tag()),
                    element.offset());
        }
    }
}
