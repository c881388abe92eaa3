package dev.chancery.core.issuance;

import dev.chancery.core.lint.Linted;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;

/** The only place where a certificate is signed. Takes octets from nobody but the judge. */
final class CertificateSigner {
    private CertificateSigner() {}

    /**
     * <pre>
     * Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue BIT STRING }   RFC 5280 §4.1
     * </pre>
     *
     * The key checks its signature before it hands it out.
     */
    static EncodedCertificate sign(Linted linted, Signatory signatory) {
        Der tbs = linted.spend(signatory.key().publicKeyInfo());
        Der signature = signatory.key().sign(tbs);
        Der assembled = assemble(tbs, signatory, signature);
        if (!DerCursor.of(assembled).children().get(0).is(tbs)) {
            throw new IssuanceFaultException("The assembled certificate does not hold the octets that were judged and"
                    + " signed. It was thrown away; this is a defect of Chancery, please report it.");
        }
        return new EncodedCertificate(assembled);
    }

    /** Whether the octets came out unchanged is looked at afterwards. */
    private static Der assemble(Der tbs, Signatory signatory, Der signature) {
        try {
            return Der.ofOwned(new DERSequence(new ASN1Encodable[] {
                        ASN1Primitive.fromByteArray(tbs.unsafeOctets()),
                        signatory.signatureAlgorithm(),
                        new DERBitString(signature.octets())
                    })
                    .getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("a certificate cannot be encoded", e);
        }
    }
}
