package dev.chancery.core.crl;

/** A CRL that must not be published, and why. The one before it stays in force. */
public final class CrlFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CrlFaultException(String message) {
        super(message);
    }

    public CrlFaultException(String message, Throwable cause) {
        super(message, cause);
    }

    static CrlFaultException thrownAway(SignedCrl crl, IllegalArgumentException cause) {
        return new CrlFaultException(
                "CRL " + crl.number() + " of \"" + crl.publication() + "\" was thrown away: " + cause.getMessage()
                        + ". The CRL before it stays in force.",
                cause);
    }
}
