package dev.chancery.core.keys;

import java.nio.file.Path;

/** Where a private key lives. */
public sealed interface KeyLocation {
    /** A PKCS#12 file (RFC 7292), mode 0600, under the data directory's passphrase. */
    record Pkcs12File(Path file) implements KeyLocation {}

    /** A key inside a PKCS#11 token, named by its label; it never leaves the token. */
    record Pkcs11Token(Path library, String tokenLabel, String keyLabel) implements KeyLocation {}
}
