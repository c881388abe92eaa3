package dev.chancery.core.lint;

import java.util.Optional;

/** A key of another length is a key of another kind, or broken. */
final class KeyFixedLength extends KeyRule {
    KeyFixedLength() {
        super(
                "key-length",
                Severity.ERROR,
                "RFC 8410 §4, RFC 9881 §4",
                "An EdDSA or ML-DSA key has exactly the length of its kind.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        int length = key.family().fixedLength();
        int found = key.bitString().contentLength() - 1;
        return length == 0 || found == length
                ? fine()
                : wrong("the " + key.family() + " key has " + found + " octets, not " + length);
    }
}
