package dev.chancery.core.keys;

/**
 * Says at the call that a private key is handed to code that may copy it.
 *
 * <p>A TLS stack takes no {@link SigningKey}, it wants the key itself. The composition root alone may make this, for the
 * server's own TLS; the vault refuses it for the key of a CA.
 */
public final class TlsKeyExposure {
    private TlsKeyExposure() {}

    public static TlsKeyExposure keyLeavesTheVaultForTheTlsStack() {
        return new TlsKeyExposure();
    }
}
