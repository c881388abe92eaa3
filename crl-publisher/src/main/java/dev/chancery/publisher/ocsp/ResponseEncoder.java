package dev.chancery.publisher.ocsp;

import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.ledger.SerialStatus;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The DER of answers (RFC 6960 §4.2.1). */
final class ResponseEncoder {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int BIT_STRING = 0x03;
    private static final int ENUMERATED = 0x0a;
    private static final int GENERALIZED_TIME = 0x18;
    private static final byte[] SUCCESSFUL = Der.fromHex("0a0100").octets();
    private static final byte[] BASIC = Der.fromHex("06092b0601050507300101").octets();
    private static final byte[] NONCE = Der.fromHex("06092b0601050507300102").octets();
    private static final int TBS_OCTETS = 512;
    private static final int FRAME_OCTETS = 160;

    private ResponseEncoder() {}

    /** One certificate and what is said of it. */
    record Single(CertId certId, SerialStatus status) {}

    /**
     * <pre>
     * ResponseData ::= SEQUENCE { version [0] EXPLICIT DEFAULT v1, responderID [2] EXPLICIT KeyHash,
     *                             producedAt GeneralizedTime, responses SEQUENCE OF SingleResponse,
     *                             responseExtensions [1] EXPLICIT OPTIONAL }
     * </pre>
     *
     * @param producedAt also every thisUpdate
     */
    static Der data(Der keyHash, Instant producedAt, Instant nextUpdate, List<Single> answers, Optional<Der> nonce) {
        BackwardDer der = new BackwardDer(TBS_OCTETS);
        nonce.ifPresent(octets -> putNonce(der, octets));
        byte[] thisUpdate = time(producedAt);
        byte[] next = time(nextUpdate);
        int responses = der.length();
        for (int i = answers.size() - 1; i >= 0; i--) {
            putSingle(der, answers.get(i), thisUpdate, next);
        }
        der.wrap(SEQUENCE, responses);
        der.put(thisUpdate);
        int responderId = der.length();
        der.put(keyHash.unsafeOctets()).wrap(OCTET_STRING, responderId).wrap(0xa2, responderId);
        return Der.ofOwned(der.wrap(SEQUENCE, 0).toByteArray());
    }

    /**
     * <pre>
     * SingleResponse ::= SEQUENCE { certID CertID, certStatus CertStatus, thisUpdate GeneralizedTime,
     *                               nextUpdate [0] EXPLICIT GeneralizedTime }
     * CertStatus     ::= CHOICE { good [0] IMPLICIT NULL, revoked [1] IMPLICIT RevokedInfo, unknown [2] IMPLICIT NULL }
     * </pre>
     */
    private static void putSingle(BackwardDer der, Single answer, byte[] thisUpdate, byte[] nextUpdate) {
        int end = der.length();
        der.put(nextUpdate).wrap(0xa0, end).put(thisUpdate);
        SerialStatus status = answer.status();
        if (status instanceof SerialStatus.Revoked revoked) {
            putRevoked(der, revoked.status());
        } else {
            // An empty element, whose tag alone speaks; only what was issued is good.
            der.put(0).put(status instanceof SerialStatus.Unrevoked ? 0x80 : 0x82);
        }
        der.put(answer.certId().encoded().unsafeOctets()).wrap(SEQUENCE, end);
    }

    /** {@code RevokedInfo ::= SEQUENCE { revocationTime, revocationReason [0] EXPLICIT CRLReason }}. */
    private static void putRevoked(BackwardDer der, RevocationStatus status) {
        int end = der.length();
        // As in CRLs, an unspecified reason is left out (RFC 5280 §5.3.1).
        if (status.reason() != RevocationReason.UNSPECIFIED) {
            der.put(status.reason().code()).put(1).put(ENUMERATED).wrap(0xa0, end);
        }
        der.put(time(status.revokedAt())).wrap(0xa1, end);
    }

    private static void putNonce(BackwardDer der, Der nonce) {
        int end = der.length();
        der.put(nonce.unsafeOctets()).wrap(OCTET_STRING, end).wrap(OCTET_STRING, end);
        der.put(NONCE).wrap(SEQUENCE, end).wrap(SEQUENCE, end).wrap(0xa1, end);
    }

    /**
     * <pre>
     * OCSPResponse      ::= SEQUENCE { responseStatus ENUMERATED, responseBytes [0] EXPLICIT SEQUENCE {
     *                                  responseType id-pkix-ocsp-basic, response OCTET STRING } }
     * BasicOCSPResponse ::= SEQUENCE { tbsResponseData, signatureAlgorithm, signature BIT STRING,
     *                                  certs [0] EXPLICIT SEQUENCE OF Certificate }
     * </pre>
     */
    static byte[] response(Der data, Der algorithm, Der signature, Der certificate) {
        BackwardDer der = new BackwardDer(FRAME_OCTETS + data.length() + signature.length() + certificate.length());
        der.put(certificate.unsafeOctets()).wrap(SEQUENCE, 0).wrap(0xa0, 0);
        int bits = der.length();
        der.put(signature.unsafeOctets()).put(0).wrap(BIT_STRING, bits);
        der.put(algorithm.unsafeOctets()).put(data.unsafeOctets()).wrap(SEQUENCE, 0);
        der.wrap(OCTET_STRING, 0).put(BASIC).wrap(SEQUENCE, 0).wrap(0xa0, 0);
        return der.put(SUCCESSFUL).wrap(SEQUENCE, 0).toByteArray();
    }

    /** An unsigned answer that says no more than what went wrong (RFC 6960 §4.2.1, OCSPResponseStatus). */
    static byte[] failure(int status) {
        return new byte[] {SEQUENCE, 3, ENUMERATED, 1, (byte) status};
    }

    /** GeneralizedTime in seconds, Zulu. */
    static byte[] time(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        byte[] der = "..YYYYMMDDHHMMSSZ".getBytes(StandardCharsets.US_ASCII);
        der[0] = GENERALIZED_TIME;
        der[1] = 15;
        digits(der, 6, 4, time.getYear());
        digits(der, 8, 2, time.getMonthValue());
        digits(der, 10, 2, time.getDayOfMonth());
        digits(der, 12, 2, time.getHour());
        digits(der, 14, 2, time.getMinute());
        digits(der, 16, 2, time.getSecond());
        return der;
    }

    private static void digits(byte[] der, int end, int count, int value) {
        int rest = value;
        for (int i = 1; i <= count; i++) {
            der[end - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
