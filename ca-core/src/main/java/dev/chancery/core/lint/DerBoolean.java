package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** BER takes any non-zero octet for TRUE; two encodings of one certificate have two fingerprints. */
final class DerBoolean extends ElementRule {
    DerBoolean() {
        super(
                "der-boolean",
                Severity.ERROR,
                "X.690 §11.1",
                "encoding",
                "A BOOLEAN is one octet, 00 or FF.",
                Asn1.BOOLEAN);
    }

    @Override
    Optional<String> judge(DerCursor element) {
        return element.contentLength() == 1 && (element.octet(0) == 0 || element.octet(0) == 0xff)
                ? fine()
                : wrong("the BOOLEAN at octet " + element.offset() + " is neither 00 nor FF");
    }
}
