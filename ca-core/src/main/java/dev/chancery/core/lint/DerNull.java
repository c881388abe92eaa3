package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** Octets inside a NULL are read by nobody and signed all the same. */
final class DerNull extends ElementRule {
    DerNull() {
        super("der-null-empty", Severity.ERROR, "X.690 §8.8.2", "encoding", "A NULL has no content.", Asn1.NULL);
    }

    @Override
    Optional<String> judge(DerCursor element) {
        return element.contentLength() == 0 ? fine() : wrong("the NULL at octet " + element.offset() + " has content");
    }
}
