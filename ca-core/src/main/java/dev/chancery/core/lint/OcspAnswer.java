package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said about one certificate (RFC 6960 §4.2.1).
 *
 * @param revocationTime of a revoked one
 * @param reason of a revoked one, as a CRLReason
 * @param extensions empty when the field is left out
 */
record OcspAnswer(
        OcspCertId certId,
        int status,
        Optional<EncodedTime> revocationTime,
        Optional<Integer> reason,
        EncodedTime thisUpdate,
        Optional<EncodedTime> nextUpdate,
        Optional<List<JudgedExtension>> extensions) {
    static final int GOOD = 0x80;
    static final int REVOKED = 0xa1;
    static final int UNKNOWN = 0x82;

    private static final int TAGGED_0 = 0xa0;
    private static final int TAGGED_1 = 0xa1;

    static List<OcspAnswer> readAll(DerCursor responses) {
        List<OcspAnswer> answers = new ArrayList<>(1);
        for (DerCursor element : Asn1.sequence(responses, "responses")) {
            answers.add(read(element));
        }
        return List.copyOf(answers);
    }

    /**
     * <pre>
     * SingleResponse ::= SEQUENCE { certID CertID, certStatus CertStatus, thisUpdate GeneralizedTime,
     *     nextUpdate [0] EXPLICIT GeneralizedTime OPTIONAL, singleExtensions [1] EXPLICIT Extensions OPTIONAL }
     * CertStatus ::= CHOICE { good [0] IMPLICIT NULL, revoked [1] IMPLICIT RevokedInfo, unknown [2] IMPLICIT NULL }
     * </pre>
     */
    private static OcspAnswer read(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "SingleResponse");
        if (parts.size() < 3) {
            throw new UnreadableException(
                    "a SingleResponse has " + parts.size() + " parts, at octet " + element.offset());
        }
        DerCursor status = parts.get(1);
        if (status.tag() != GOOD && status.tag() != REVOKED && status.tag() != UNKNOWN) {
            throw new UnreadableException(
                    String.format("no certStatus has the tag 0x%02x, at octet %d", status.tag(), status.offset()));
        }
        List<DerCursor> revoked = status.tag() == REVOKED ? status.children() : List.of();
        if (status.tag() == REVOKED && (revoked.isEmpty() || revoked.size() > 2)) {
            throw new UnreadableException(
                    "a RevokedInfo has " + revoked.size() + " parts, at octet " + status.offset());
        }
        List<DerCursor> rest = parts.subList(3, parts.size());
        int read = startsWith(rest, 0, TAGGED_0) ? 1 : 0;
        read += startsWith(rest, read, TAGGED_1) ? 1 : 0;
        if (read < rest.size()) {
            throw new UnreadableException("a SingleResponse has a part too much, at octet "
                    + rest.get(read).offset());
        }
        return new OcspAnswer(
                OcspCertId.read(parts.get(0)),
                status.tag(),
                revoked.stream().findFirst().map(time -> EncodedTime.read(time, "revocationTime")),
                revoked.size() == 2 ? Optional.of(reason(revoked.get(1).wrapped())) : Optional.empty(),
                EncodedTime.read(parts.get(2), "thisUpdate"),
                tagged(rest, TAGGED_0).map(time -> EncodedTime.read(time, "nextUpdate")),
                tagged(rest, TAGGED_1).map(JudgedExtension::readAll));
    }

    private static boolean startsWith(List<DerCursor> parts, int from, int tag) {
        return from < parts.size() && parts.get(from).tag() == tag;
    }

    private static Optional<DerCursor> tagged(List<DerCursor> parts, int tag) {
        return parts.stream().filter(part -> part.tag() == tag).findFirst().map(DerCursor::wrapped);
    }

    private static int reason(DerCursor element) {
        if (Asn1.expect(element, Asn1.ENUMERATED, "revocationReason").contentLength() != 1) {
            throw new UnreadableException("revocationReason is no number of one octet, at octet " + element.offset());
        }
        return element.octet(0);
    }
}
