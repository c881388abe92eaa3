package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/**
 * A padded serial number compares unequal to itself in software that compares octets, and so escapes its CRL
 * entry.
 */
final class DerInteger extends ElementRule {
    DerInteger() {
        super(
                "der-integer-minimal",
                Severity.ERROR,
                "X.690 §8.3.2",
                "encoding",
                "An INTEGER has no needless leading octet.",
                Asn1.INTEGER);
    }

    @Override
    Optional<String> judge(DerCursor element) {
        if (element.contentLength() == 0) {
            return wrong("the INTEGER at octet " + element.offset() + " has no octets");
        }
        boolean needless = element.contentLength() > 1
                && (element.octet(0) == 0 && element.octet(1) < 0x80
                        || element.octet(0) == 0xff && element.octet(1) >= 0x80);
        return needless ? wrong("the INTEGER at octet " + element.offset() + " begins with a needless octet") : fine();
    }
}
