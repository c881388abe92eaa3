package dev.chancery.publisher.ocsp;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a request from a stranger: the whole tree is walked first (SECURITY.md rule 24).
 *
 * <pre>
 * OCSPRequest ::= SEQUENCE { tbsRequest TBSRequest, optionalSignature [0] EXPLICIT Signature OPTIONAL }
 * TBSRequest  ::= SEQUENCE { version [0] EXPLICIT DEFAULT v1, requestorName [1] EXPLICIT OPTIONAL,
 *                            requestList SEQUENCE OF Request, requestExtensions [2] EXPLICIT OPTIONAL }
 * Request     ::= SEQUENCE { reqCert CertID, singleRequestExtensions [0] EXPLICIT OPTIONAL }
 * CertID      ::= SEQUENCE { hashAlgorithm, issuerNameHash, issuerKeyHash OCTET STRING, serialNumber INTEGER }
 * </pre>
 *
 * RFC 6960 §4.1.1. Who asks, and a signature, are of no interest: everybody may know.
 */
final class OcspRequestReader {
    /** More than any client sends; each costs a look into the ledger. */
    static final int MOST_CERT_IDS = 32;

    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 1000;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int BOOLEAN = 0x01;
    private static final Der NULL = Der.fromHex("0500");
    private static final Der V1 = Der.fromHex("020100");
    private static final Der NONCE = Der.fromHex("06092b0601050507300102");
    private static final int LONGEST_NONCE = 128;

    /** Acceptable responses, service locator, preferred signature algorithms: nothing here depends on them. */
    private static final Set<Der> UNDERSTOOD = Set.of(
            NONCE,
            Der.fromHex("06092b0601050507300104"),
            Der.fromHex("06092b0601050507300107"),
            Der.fromHex("06092b0601050507300108"));

    private OcspRequestReader() {}

    /** Empty for what deserves {@code malformedRequest}. Keeps no reference to the input. */
    static Optional<OcspRequest> read(byte[] input) {
        try {
            DerCursor request = DerCursor.of(input);
            request.walk(DEEPEST, MOST_ELEMENTS);
            return Optional.of(request(request));
        } catch (MalformedDerException e) {
            return Optional.empty();
        }
    }

    private static OcspRequest request(DerCursor request) {
        List<DerCursor> parts = children(request, 1, 2);
        demand(parts.size() == 1 || parts.get(1).tag() == 0xa0, request);
        List<DerCursor> tbs = children(parts.get(0), 1, 4);
        int next = 0;
        if (tbs.get(next).tag() == 0xa0) {
            demand(only(tbs.get(next++)).is(V1), request);
        }
        if (next < tbs.size() && tbs.get(next).tag() == 0xa1) {
            next++;
        }
        demand(next < tbs.size(), request);
        List<CertId> certIds = certIds(tbs.get(next++));
        Optional<Der> nonce = Optional.empty();
        if (next < tbs.size() && tbs.get(next).tag() == 0xa2) {
            nonce = nonce(only(tbs.get(next++)));
        }
        demand(next == tbs.size(), request);
        return new OcspRequest(certIds, nonce);
    }

    private static List<CertId> certIds(DerCursor list) {
        List<CertId> certIds = new ArrayList<>(1);
        for (DerCursor request : children(list, 1, MOST_CERT_IDS)) {
            List<DerCursor> parts = children(request, 1, 2);
            if (parts.size() == 2) {
                demand(parts.get(1).tag() == 0xa0, request);
                nonce(only(parts.get(1)));
            }
            certIds.add(certId(parts.get(0)));
        }
        return certIds;
    }

    private static CertId certId(DerCursor certId) {
        List<DerCursor> parts = children(certId, 4, 4);
        List<DerCursor> algorithm = children(parts.get(0), 1, 2);
        demand(algorithm.get(0).tag() == OBJECT_IDENTIFIER, certId);
        demand(algorithm.size() == 1 || algorithm.get(1).is(NULL), certId);
        demand(parts.get(1).tag() == OCTET_STRING && parts.get(2).tag() == OCTET_STRING, certId);
        Optional<CertIdHash> hash = CertIdHash.of(algorithm.get(0));
        Der issuer = hash.map(known ->
                        known.joined(parts.get(1).content(), parts.get(2).content()))
                .orElseGet(() -> Der.ofOwned(new byte[0]));
        return new CertId(certId.encoded(), issuer, serial(parts.get(3)));
    }

    private static Optional<SerialNumber> serial(DerCursor integer) {
        demand(integer.tag() == INTEGER && integer.contentLength() > 0, integer);
        byte[] content = integer.content();
        // X.690 §8.3.2: the first nine bits are not all equal.
        demand(content.length == 1 || content[0] != (content[1] < 0 ? -1 : 0), integer);
        try {
            return Optional.of(new SerialNumber(new BigInteger(content)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The nonce among extensions. Others are passed over, as long as none is critical that is not understood (RFC 6960
     * §4.4), and none stands there twice.
     */
    private static Optional<Der> nonce(DerCursor extensions) {
        Optional<Der> nonce = Optional.empty();
        List<Der> seen = new ArrayList<>();
        for (DerCursor extension : children(extensions, 1, MOST_ELEMENTS)) {
            List<DerCursor> parts = children(extension, 2, 3);
            DerCursor value = parts.get(parts.size() - 1);
            Der identifier = parts.get(0).encoded();
            demand(parts.get(0).tag() == OBJECT_IDENTIFIER && value.tag() == OCTET_STRING, extension);
            demand(!seen.contains(identifier), extension);
            seen.add(identifier);
            demand(!critical(parts) || UNDERSTOOD.contains(identifier), extension);
            if (identifier.equals(NONCE)) {
                nonce = Optional.of(nonceOf(value));
            }
        }
        return nonce;
    }

    /** {@code Nonce ::= OCTET STRING (SIZE (1..128))}, RFC 9654 §2.1. */
    private static Der nonceOf(DerCursor value) {
        DerCursor nonce = value.wrapped();
        demand(nonce.tag() == OCTET_STRING, value);
        demand(nonce.contentLength() >= 1 && nonce.contentLength() <= LONGEST_NONCE, value);
        return Der.ofOwned(nonce.content());
    }

    private static boolean critical(List<DerCursor> extension) {
        if (extension.size() == 2) {
            return false;
        }
        DerCursor flag = extension.get(1);
        demand(flag.tag() == BOOLEAN && flag.contentLength() == 1, flag);
        return flag.octet(0) != 0;
    }

    /** What an explicit tag holds. */
    private static DerCursor only(DerCursor tagged) {
        List<DerCursor> children = tagged.children();
        demand(children.size() == 1, tagged);
        return children.get(0);
    }

    private static List<DerCursor> children(DerCursor sequence, int least, int most) {
        demand(sequence.tag() == SEQUENCE, sequence);
        List<DerCursor> children = sequence.children();
        demand(children.size() >= least && children.size() <= most, sequence);
        return children;
    }

    private static void demand(boolean holds, DerCursor where) {
        if (!holds) {
            throw new MalformedDerException("no OCSP request", where.offset());
        }
    }
}
