package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/**
 * {@code AuthorityKeyIdentifier ::= SEQUENCE { keyIdentifier [0], authorityCertIssuer [1], authorityCertSerialNumber
 * [2] }} (RFC 5280 §4.2.1.1).
 *
 * @param namesIssuer whether one of the other two forms stands there
 */
record KeyIdentifier(Optional<Der> keyIdentifier, boolean namesIssuer) {
    private static final int KEY_IDENTIFIER = 0x80;

    static KeyIdentifier read(DerCursor element) {
        Optional<Der> identifier = Optional.empty();
        boolean others = false;
        for (DerCursor part : Asn1.sequence(element, "AuthorityKeyIdentifier")) {
            if (part.tag() == KEY_IDENTIFIER) {
                identifier = Optional.of(Der.ofOwned(part.content()));
            } else {
                others = true;
            }
        }
        return new KeyIdentifier(identifier, others);
    }
}
