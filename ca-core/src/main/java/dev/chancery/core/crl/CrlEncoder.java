package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.X509Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/**
 * The octets of a CRL (RFC 5280 §5.1): one entry, and what stands around all of them. Bouncy Castle's builder keeps an
 * object for each entry; one million took more than 384 MB.
 */
final class CrlEncoder {
    private static final ASN1Integer V2 = new ASN1Integer(1);
    private static final int SEQUENCE = 0x30;
    private static final int EXTENSIONS_TAG = 0;

    private CrlEncoder() {}

    /**
     * <pre>
     * SEQUENCE { userCertificate  CertificateSerialNumber,
     *            revocationDate   Time,
     *            crlEntryExtensions  Extensions OPTIONAL }
     * </pre>
     */
    static byte[] entry(SerialNumber serial, RevocationStatus status) {
        ASN1EncodableVector extensions = new ASN1EncodableVector(2);
        if (status.reason() != RevocationReason.UNSPECIFIED) {
            extensions.add(CrlExtensions.reasonCode(status.reason().code()));
        }
        status.invalidityDate().map(CrlExtensions::invalidityDate).ifPresent(extensions::add);
        return entry(serial, status.revokedAt(), extensions);
    }

    /** An entry of a delta CRL that takes one of the base back (RFC 5280 §5.3.1). */
    static byte[] removal(SerialNumber serial, Instant removedAt) {
        ASN1EncodableVector extensions = new ASN1EncodableVector(1);
        extensions.add(CrlExtensions.reasonCode(DeltaEntries.REMOVE_FROM_CRL));
        return entry(serial, removedAt, extensions);
    }

    private static byte[] entry(SerialNumber serial, Instant date, ASN1EncodableVector extensions) {
        ASN1EncodableVector entry = new ASN1EncodableVector(3);
        entry.add(new ASN1Integer(serial.value()));
        entry.add(X509Time.time(date));
        if (extensions.size() > 0) {
            entry.add(new DERSequence(extensions));
        }
        return encoded(new DERSequence(entry));
    }

    /**
     * What stands before the entries and after them.
     *
     * <pre>
     * TBSCertList ::= SEQUENCE {
     *     version  INTEGER (v2),   signature   AlgorithmIdentifier,  issuer      Name,
     *     thisUpdate  Time,        nextUpdate  Time,
     *     revokedCertificates  SEQUENCE OF entry OPTIONAL,  -- absent when there are none
     *     crlExtensions  [0] EXPLICIT Extensions }
     * </pre>
     *
     * @param entries the length of all encoded entries, possibly none
     */
    static Frame tbsCertList(Issuer issuer, CrlFrame frame, long entries) {
        byte[] after = encoded(new DERTaggedObject(
                true,
                EXTENSIONS_TAG,
                new DERSequence(CrlExtensions.all(issuer, frame).toArray(ASN1Encodable[]::new))));
        ByteArrayOutputStream fields = new ByteArrayOutputStream(512);
        fields.writeBytes(encoded(V2));
        fields.writeBytes(issuer.signingKey().algorithm().identifier().unsafeOctets());
        fields.writeBytes(issuer.certificate().subject().der().unsafeOctets());
        fields.writeBytes(encoded(X509Time.time(frame.thisUpdate())));
        fields.writeBytes(encoded(X509Time.time(frame.nextUpdate())));
        if (entries > 0) {
            fields.writeBytes(sequence(entries));
        }
        ByteArrayOutputStream before = new ByteArrayOutputStream(fields.size() + 6);
        before.writeBytes(sequence(fields.size() + entries + after.length));
        before.writeBytes(fields.toByteArray());
        return new Frame(Der.ofOwned(before.toByteArray()), Der.ofOwned(after));
    }

    /** CertificateList ::= SEQUENCE { tbsCertList, signatureAlgorithm, signatureValue BIT STRING } */
    static Frame certificateList(long tbs, Der algorithm, Der signature) {
        ByteArrayOutputStream after = new ByteArrayOutputStream(signature.length() + 64);
        after.writeBytes(algorithm.unsafeOctets());
        after.writeBytes(encoded(new DERBitString(signature.octets())));
        return new Frame(Der.ofOwned(sequence(tbs + after.size())), Der.ofOwned(after.toByteArray()));
    }

    /** The octets around something long. */
    record Frame(Der before, Der after) {
        long length() {
            return (long) before.length() + after.length();
        }
    }

    /** Tag and minimal length (X.690 §10.1) of so much content. */
    private static byte[] sequence(long content) {
        if (content > Integer.MAX_VALUE - 16) {
            throw new CrlFaultException("A CRL of " + content + " octets is too long: it has to stay below 2 GiB."
                    + " Partition the CRLs of this CA.");
        }
        if (content < 0x80) {
            return new byte[] {SEQUENCE, (byte) content};
        }
        int octets = (Long.SIZE - Long.numberOfLeadingZeros(content) + 7) / 8;
        byte[] head = new byte[2 + octets];
        head[0] = SEQUENCE;
        head[1] = (byte) (0x80 | octets);
        for (int i = 0; i < octets; i++) {
            head[2 + i] = (byte) (content >>> 8 * (octets - 1 - i));
        }
        return head;
    }

    private static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a part of a CRL cannot be encoded", e);
        }
    }
}
