package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/**
 * An OCSP response as the judge reads it (RFC 6960 §4.2.1). Accessors throw {@link IllegalArgumentException} for a part
 * that is not what stands in its place.
 */
final class JudgedOcsp {
    static final String BASIC = "1.3.6.1.5.5.7.48.1.1";

    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 20_000;
    private static final int BYTES = 0xa0;

    private final DerCursor root;
    private final DerCursor status;
    private final Optional<List<DerCursor>> bytes;
    private final Lazy<Optional<BasicOcsp>> basic = new Lazy<>(this::readBasic);

    private JudgedOcsp(DerCursor root, DerCursor status, Optional<List<DerCursor>> bytes) {
        this.root = root;
        this.status = status;
        this.bytes = bytes;
    }

    /**
     * <pre>
     * OCSPResponse  ::= SEQUENCE { responseStatus ENUMERATED, responseBytes [0] EXPLICIT ResponseBytes OPTIONAL }
     * ResponseBytes ::= SEQUENCE { responseType OBJECT IDENTIFIER, response OCTET STRING }
     * </pre>
     *
     * @throws IllegalArgumentException when the octets have not even the outline of a response
     */
    static JudgedOcsp read(Der der) {
        DerCursor.walk(der.unsafeOctets(), MAXIMUM_DEPTH, MAXIMUM_ELEMENTS);
        DerCursor root = DerCursor.of(der);
        List<DerCursor> parts = Asn1.sequence(root, "OCSPResponse");
        if (parts.isEmpty()
                || parts.size() > 2
                || parts.size() == 2 && parts.get(1).tag() != BYTES) {
            throw new UnreadableException(
                    "an OCSPResponse is a status and bytes; this one has " + parts.size() + " parts");
        }
        DerCursor status = Asn1.expect(parts.get(0), Asn1.ENUMERATED, "responseStatus");
        if (status.contentLength() != 1) {
            throw new UnreadableException("responseStatus has " + status.contentLength() + " octets");
        }
        return new JudgedOcsp(
                root, status, parts.size() == 2 ? Optional.of(bytes(parts.get(1).wrapped())) : Optional.empty());
    }

    private static List<DerCursor> bytes(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "ResponseBytes");
        if (parts.size() != 2) {
            throw new UnreadableException("ResponseBytes has " + parts.size() + " parts");
        }
        Asn1.expect(parts.get(1), Asn1.OCTET_STRING, "response");
        return parts;
    }

    DerCursor root() {
        return root;
    }

    int status() {
        return status.octet(0);
    }

    /** The type of what is signed, dotted; empty when nothing is. */
    Optional<String> type() {
        return bytes.map(parts -> Asn1.objectIdentifier(parts.get(0), "responseType"));
    }

    /** Empty when there is none, or of another type. */
    Optional<BasicOcsp> basic() {
        return basic.get();
    }

    private Optional<BasicOcsp> readBasic() {
        return type().filter(BASIC::equals).isPresent()
                ? bytes.map(parts -> BasicOcsp.read(parts.get(1).wrapped()))
                : Optional.empty();
    }
}
