package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** Unused bits that say something are a place to hide, and make two encodings of one value. */
final class DerBitString extends ElementRule {
    DerBitString() {
        super(
                "der-bit-string-padding",
                Severity.ERROR,
                "X.690 §11.2.1",
                "encoding",
                "The unused bits of a BIT STRING are zero, and at most seven.",
                Asn1.BIT_STRING);
    }

    @Override
    Optional<String> judge(DerCursor element) {
        if (element.contentLength() == 0) {
            return wrong("the BIT STRING at octet " + element.offset() + " has no octets");
        }
        int unused = element.octet(0);
        int last = element.contentLength() > 1 ? element.octet(element.contentLength() - 1) : 0;
        boolean good = unused == 0 || unused <= 7 && element.contentLength() > 1 && (last & (1 << unused) - 1) == 0;
        return good
                ? fine()
                : wrong("the BIT STRING at octet " + element.offset() + " has " + unused
                        + " unused bits that are not all zero");
    }
}
