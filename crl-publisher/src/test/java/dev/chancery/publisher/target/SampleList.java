package dev.chancery.publisher.target;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Octets of a wanted length that an LDAP server takes for a certificate list: it looks at the outer fields. */
final class SampleList {
    private SampleList() {}

    static byte[] of(int length) {
        try {
            byte[] list = list(length / 2);
            // The signature fills what is missing; lengths of lengths make that a search.
            for (int filling = length - 200; filling <= length; filling++) {
                list = list(Math.max(1, filling));
                if (list.length == length) {
                    return list;
                }
            }
            throw new IllegalArgumentException("no list of " + length + " octets, " + list.length + " at most");
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] list(int filling) throws java.io.IOException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(SECObjectIdentifiers.secp256r1);
        byte[] signature = new byte[filling];
        Arrays.fill(signature, (byte) 7);
        DERSequence toBeSigned = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(1),
            algorithm,
            new X500Name("CN=Sample"),
            new ASN1UTCTime("261122100000Z"),
            new ASN1UTCTime("261123100000Z")
        });
        return new DERSequence(new ASN1Encodable[] {toBeSigned, algorithm, new DERBitString(signature)}).getEncoded();
    }
}
