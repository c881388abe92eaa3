package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A signed answer (RFC 6960 §4.2.1).
 *
 * @param version as it is written; empty when it is left out
 * @param responderId by name [1] or by the hash of its key [2]
 * @param extensions of the whole; empty when the field is left out
 * @param certificates that come along
 */
record BasicOcsp(
        DerCursor root,
        Optional<DerCursor> version,
        DerCursor responderId,
        EncodedTime producedAt,
        List<OcspAnswer> answers,
        Optional<List<JudgedExtension>> extensions,
        AlgorithmIdentifier signature,
        DerCursor signatureValue,
        List<Der> certificates) {
    static final int BY_NAME = 0xa1;
    static final int BY_KEY = 0xa2;

    private static final int TAGGED_0 = 0xa0;
    private static final int TAGGED_1 = 0xa1;

    /**
     * <pre>
     * BasicOCSPResponse ::= SEQUENCE { tbsResponseData ResponseData, signatureAlgorithm AlgorithmIdentifier,
     *     signature BIT STRING, certs [0] EXPLICIT SEQUENCE OF Certificate OPTIONAL }
     * ResponseData ::= SEQUENCE { version [0] EXPLICIT INTEGER DEFAULT v1, responderID ResponderID,
     *     producedAt GeneralizedTime, responses SEQUENCE OF SingleResponse,
     *     responseExtensions [1] EXPLICIT Extensions OPTIONAL }
     * </pre>
     */
    static BasicOcsp read(DerCursor root) {
        List<DerCursor> parts = Asn1.sequence(root, "BasicOCSPResponse");
        if (parts.size() < 3
                || parts.size() > 4
                || parts.size() == 4 && parts.get(3).tag() != TAGGED_0) {
            throw new UnreadableException("a BasicOCSPResponse has " + parts.size() + " parts");
        }
        List<DerCursor> data = new ArrayList<>(Asn1.sequence(parts.get(0), "ResponseData"));
        Optional<DerCursor> version = data.isEmpty() || data.get(0).tag() != TAGGED_0
                ? Optional.empty()
                : Optional.of(data.remove(0).wrapped());
        if (data.size() < 3
                || data.size() > 4
                || data.size() == 4 && data.get(3).tag() != TAGGED_1) {
            throw new UnreadableException("a ResponseData has " + data.size() + " parts beside its version");
        }
        return new BasicOcsp(
                root,
                version,
                data.get(0),
                EncodedTime.read(data.get(1), "producedAt"),
                OcspAnswer.readAll(data.get(2)),
                data.size() == 4
                        ? Optional.of(JudgedExtension.readAll(data.get(3).wrapped()))
                        : Optional.empty(),
                AlgorithmIdentifier.read(parts.get(1)),
                Asn1.expect(parts.get(2), Asn1.BIT_STRING, "signature"),
                parts.size() == 4 ? certificates(parts.get(3).wrapped()) : List.of());
    }

    private static List<Der> certificates(DerCursor certs) {
        return Asn1.sequence(certs, "certs").stream().map(DerCursor::encoded).toList();
    }

    /** Those of the whole, and those of each answer. */
    List<List<JudgedExtension>> allExtensions() {
        List<List<JudgedExtension>> all = new ArrayList<>();
        extensions.ifPresent(all::add);
        answers.forEach(answer -> answer.extensions().ifPresent(all::add));
        return all;
    }

    Optional<JudgedExtension> extension(String oid) {
        return extensions.orElse(List.of()).stream()
                .filter(extension -> extension.oid().equals(oid))
                .findFirst();
    }

    /** The certificate of whoever signed, when it came along. */
    Optional<JudgedCertificate> responder() {
        return certificates.stream()
                .map(JudgedCertificate::read)
                .filter(this::names)
                .findFirst();
    }

    /** Whether responderID means the subject of that certificate. */
    boolean names(JudgedCertificate certificate) {
        DerCursor inside = responderId.wrapped();
        return responderId.tag() == BY_NAME
                ? inside.is(certificate.subject().der())
                : inside.holds(Der.ofOwned(certificate.key().keyOctets()).sha1());
    }

    boolean verifiedBy(PublicKeyInfo key) {
        return SignatureCheck.verifies(
                signature, ByteBuffer.wrap(root.children().get(0).encoded().octets()), signatureValue, key);
    }
}
