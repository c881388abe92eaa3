package dev.chancery.core.issuance;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Primitive;

/** Takes finished DER into a structure that is being built, and makes sure that it will come out unchanged. */
final class ExactDer {
    private ExactDer() {}

    /** @throws IllegalArgumentException when the octets are not DER, so that encoding them again would change them */
    static ASN1Primitive read(Der der) {
        try {
            ASN1Primitive read = ASN1Primitive.fromByteArray(der.unsafeOctets());
            if (Arrays.equals(read.getEncoded("DER"), der.unsafeOctets())) {
                return read;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not ASN.1: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("these octets are not DER and cannot be copied as they are: " + der);
    }
}
