package dev.chancery.core.profile;

/** TLS extensions that a server with this certificate must offer (RFC 7633). */
public enum TlsFeature {
    /** The server staples an OCSP answer: "must staple". */
    STATUS_REQUEST(5),
    /** It staples answers for the whole chain (RFC 6961). */
    STATUS_REQUEST_V2(17);

    private final int number;

    TlsFeature(int number) {
        this.number = number;
    }

    /** In the registry of TLS ExtensionType values. */
    public int number() {
        return number;
    }
}
