package dev.chancery.core.issuance;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.Validity;
import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Makes the DER of a TBSCertificate, once; nobody encodes it again. */
final class CertificateDrafter {
    private static final ASN1Integer V3 = new ASN1Integer(2);
    private static final int VERSION_TAG = 0;
    private static final int EXTENSIONS_TAG = 3;

    private final SecureRandom random;
    private final EncodedTimes times = new EncodedTimes();

    CertificateDrafter(SecureRandom random) {
        this.random = random;
    }

    /**
     * <pre>
     * TBSCertificate ::= SEQUENCE {
     *     version         [0] EXPLICIT INTEGER,   serialNumber  INTEGER,
     *     signature       AlgorithmIdentifier,    issuer        Name,
     *     validity        Validity,               subject       Name,
     *     subjectPublicKeyInfo,                   extensions    [3] EXPLICIT Extensions }   RFC 5280 §4.1
     * </pre>
     */
    Der draft(Contents contents, Signatory signatory) {
        SerialNumber serial = SerialNumber.random(random);
        ASN1Primitive key = ExactDer.read(contents.subjectPublicKeyInfo());
        ASN1EncodableVector tbs = new ASN1EncodableVector(8);
        tbs.add(new DERTaggedObject(true, VERSION_TAG, V3));
        tbs.add(new ASN1Integer(serial.value()));
        tbs.add(signatory.signatureAlgorithm());
        tbs.add(signatory.name());
        tbs.add(validity(contents.validity()));
        tbs.add(ExactDer.read(contents.subject().der()));
        tbs.add(key);
        tbs.add(new DERTaggedObject(
                true,
                EXTENSIONS_TAG,
                new DERSequence(extensions(contents, signatory, serial, SubjectPublicKeyInfo.getInstance(key)))));
        try {
            return Der.ofOwned(new DERSequence(tbs).getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("a TBSCertificate cannot be encoded", e);
        }
    }

    private DERSequence validity(Validity validity) {
        return new DERSequence(
                new ASN1Encodable[] {times.encoded(validity.notBefore()), times.encoded(validity.notAfter())});
    }

    private static ASN1EncodableVector extensions(
            Contents contents, Signatory signatory, SerialNumber serial, SubjectPublicKeyInfo key) {
        ASN1EncodableVector extensions = new ASN1EncodableVector(10);
        extensions.add(signatory.authorityKeyIdentifier());
        extensions.add(Extensions.subjectKeyIdentifier(key));
        extensions.add(Extensions.keyUsage(contents.keyUsages()));
        contents.constant().beforeNames().forEach(extensions::add);
        if (!contents.names().isEmpty()) {
            extensions.add(Extensions.subjectAltName(
                    contents.names(), contents.subject().isEmpty()));
        }
        signatory.crlDistributionPoints(contents, serial).ifPresent(extensions::add);
        if (contents.published().authorityInformationAccess()) {
            signatory.authorityInformationAccess().ifPresent(extensions::add);
        }
        contents.constant().last().forEach(extensions::add);
        return extensions;
    }
}
