package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.X509Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/**
 * The octets of a CRL (RFC 5280 §5.1). Entries are encoded one by one into one array, because Bouncy Castle's builder
 * keeps an object for each of them: one million took more than 384 MB.
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
        ASN1EncodableVector entry = new ASN1EncodableVector(3);
        entry.add(new ASN1Integer(serial.value()));
        entry.add(X509Time.time(status.revokedAt()));
        ASN1EncodableVector extensions = new ASN1EncodableVector(2);
        if (status.reason() != RevocationReason.UNSPECIFIED) {
            extensions.add(CrlExtensions.reasonCode(status.reason()));
        }
        status.invalidityDate().map(CrlExtensions::invalidityDate).ifPresent(extensions::add);
        if (extensions.size() > 0) {
            entry.add(new DERSequence(extensions));
        }
        return encoded(new DERSequence(entry));
    }

    /**
     * <pre>
     * TBSCertList ::= SEQUENCE {
     *     version  INTEGER (v2),   signature   AlgorithmIdentifier,  issuer      Name,
     *     thisUpdate  Time,        nextUpdate  Time,
     *     revokedCertificates  SEQUENCE OF entry OPTIONAL,  -- absent when there are none
     *     crlExtensions  [0] EXPLICIT Extensions }
     * </pre>
     *
     * @param entries the encoded entries one after the other, possibly none
     */
    static Der tbsCertList(Issuer issuer, CrlFrame frame, byte[] entries) {
        ASN1Encodable[] extensions = {
            CrlExtensions.authorityKeyIdentifier(issuer),
            CrlExtensions.crlNumber(frame.number()),
            CrlExtensions.caVersion(issuer.keyIndex()),
            CrlExtensions.nextPublish(frame.nextPublish())
        };
        ByteArrayOutputStream content = new ByteArrayOutputStream(entries.length + 512);
        content.writeBytes(encoded(V2));
        content.writeBytes(issuer.signingKey().algorithm().identifier().unsafeOctets());
        content.writeBytes(issuer.certificate().subject().der().unsafeOctets());
        content.writeBytes(encoded(X509Time.time(frame.thisUpdate())));
        content.writeBytes(encoded(X509Time.time(frame.nextUpdate())));
        if (entries.length > 0) {
            content.writeBytes(sequence(entries));
        }
        content.writeBytes(encoded(new DERTaggedObject(true, EXTENSIONS_TAG, new DERSequence(extensions))));
        return Der.ofOwned(sequence(content.toByteArray()));
    }

    /** CertificateList ::= SEQUENCE { tbsCertList, signatureAlgorithm, signatureValue BIT STRING } */
    static Der certificateList(Der tbs, Der algorithm, Der signature) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(tbs.length() + 1024);
        content.writeBytes(tbs.unsafeOctets());
        content.writeBytes(algorithm.unsafeOctets());
        content.writeBytes(encoded(new DERBitString(signature.octets())));
        return Der.ofOwned(sequence(content.toByteArray()));
    }

    /** Tag and minimal length (X.690 §10.1) before the content. */
    private static byte[] sequence(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(SEQUENCE);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            int octets = (32 - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            out.write(0x80 | octets);
            for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
                out.write(content.length >>> shift);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a part of a CRL cannot be encoded", e);
        }
    }
}
