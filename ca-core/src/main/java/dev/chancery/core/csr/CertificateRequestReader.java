package dev.chancery.core.csr;

/** Reads PKCS#10 in PEM, bare base64 or DER from strangers, and checks possession and key quality. */
public final class CertificateRequestReader {
    /** Never throws for bad input; a private key in the input is refused and neither kept nor repeated. */
    public CsrOutcome read(byte[] input) {
        throw new UnsupportedOperationException("being built");
    }
}
