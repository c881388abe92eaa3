package dev.chancery.core.issuance;

import dev.chancery.core.x509.Der;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RFC 5280 §4.2.1.2, method 1. */
final class KeyIdentifier {
    private KeyIdentifier() {}

    /** SHA-1 over the value of the BIT STRING subjectPublicKey, without tag, length and unused bits. */
    static Der of(Der subjectPublicKeyInfo) {
        return of(SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo.unsafeOctets()));
    }

    static Der of(SubjectPublicKeyInfo subjectPublicKeyInfo) {
        return Der.ofOwned(subjectPublicKeyInfo.getPublicKeyData().getBytes()).sha1();
    }
}
