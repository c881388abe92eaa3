package dev.chancery.core.lint;

/** Checks the signature of a CRL with the JCA. */
final class CrlSignature {
    private CrlSignature() {}

    /** @throws UnreadableException when this Java runtime does not know the algorithm, or the key is broken */
    static boolean verifies(JudgedCrl crl, PublicKeyInfo issuer) {
        return SignatureCheck.verifies(
                crl.signature(), crl.fields().tbs().encoded(), crl.fields().signatureValue(), issuer);
    }
}
