package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate request as the judge reads it (RFC 2986 §4). Accessors throw {@link IllegalArgumentException} for a part
 * that is not what stands in its place.
 *
 * @param attributes the [0], empty when it is left out
 */
record JudgedRequest(
        DerCursor root,
        DerCursor signed,
        DerCursor version,
        EncodedName subject,
        PublicKeyInfo key,
        Optional<DerCursor> attributes,
        AlgorithmIdentifier signature,
        DerCursor signatureValue) {
    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 10_000;
    private static final int ATTRIBUTES = 0xa0;

    /** @throws IllegalArgumentException when the octets have not even the outline of a request */
    static JudgedRequest read(Der der) {
        DerCursor.walk(der.unsafeOctets(), MAXIMUM_DEPTH, MAXIMUM_ELEMENTS);
        DerCursor root = DerCursor.of(der);
        List<DerCursor> request = Asn1.sequence(root, "CertificationRequest");
        if (request.size() != 3) {
            throw new UnreadableException("a CertificationRequest has 3 parts, not " + request.size());
        }
        List<DerCursor> info = Asn1.sequence(request.get(0), "CertificationRequestInfo");
        if (info.size() < 3
                || info.size() > 4
                || info.size() == 4 && info.get(3).tag() != ATTRIBUTES) {
            throw new UnreadableException(
                    "a CertificationRequestInfo is version, subject, key and attributes; this one has " + info.size()
                            + " parts");
        }
        return new JudgedRequest(
                root,
                request.get(0),
                Asn1.expect(info.get(0), Asn1.INTEGER, "version"),
                EncodedName.read(info.get(1)),
                PublicKeyInfo.read(info.get(2)),
                info.size() == 4 ? Optional.of(info.get(3)) : Optional.empty(),
                AlgorithmIdentifier.read(request.get(1)),
                Asn1.expect(request.get(2), Asn1.BIT_STRING, "signature"));
    }

    List<RequestAttribute> attributeList() {
        return attributes
                .map(element -> RequestAttribute.readAll(element.children()))
                .orElse(List.of());
    }

    /** What its extension requests ask for (RFC 2985 §5.4.2), in order. */
    List<JudgedExtension> extensions() {
        List<JudgedExtension> extensions = new ArrayList<>();
        for (RequestAttribute attribute : attributeList()) {
            if (attribute.extensionRequest()) {
                attribute.values().forEach(value -> extensions.addAll(JudgedExtension.readAll(value)));
            }
        }
        return extensions;
    }

    StandardExtensions standard() {
        return new StandardExtensions(extensions());
    }

    boolean has(String attribute) {
        return attributeList().stream().anyMatch(some -> some.oid().equals(attribute));
    }
}
