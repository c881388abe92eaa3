package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** No key algorithm here has keys of odd bits; unused bits change the key identifier only. */
final class KeyWholeOctets extends KeyRule {
    KeyWholeOctets() {
        super("key-whole-octets", Severity.ERROR, "RFC 5280 §4.1.2.7", "The public key is a whole number of octets.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        DerCursor bits = key.bitString();
        return bits.contentLength() > 1 && bits.octet(0) == 0
                ? fine()
                : wrong("the BIT STRING of the key is empty or has unused bits");
    }
}
