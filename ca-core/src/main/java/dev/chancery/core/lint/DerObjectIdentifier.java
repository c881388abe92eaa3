package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** An arc padded with 80 reads as the same identifier in one parser and as another in the next. */
final class DerObjectIdentifier extends ElementRule {
    DerObjectIdentifier() {
        super(
                "der-object-identifier",
                Severity.ERROR,
                "X.690 §8.19.2",
                "encoding",
                "The arcs of an OBJECT IDENTIFIER are minimal and complete.",
                Asn1.OBJECT_IDENTIFIER);
    }

    @Override
    Optional<String> judge(DerCursor element) {
        boolean arcBegins = true;
        for (int i = 0; i < element.contentLength(); i++) {
            if (arcBegins && element.octet(i) == 0x80) {
                return wrong("the OBJECT IDENTIFIER at octet " + element.offset() + " has an arc padded with 80");
            }
            arcBegins = element.octet(i) < 0x80;
        }
        return arcBegins && element.contentLength() > 0
                ? fine()
                : wrong("the OBJECT IDENTIFIER at octet " + element.offset() + " is cut short");
    }
}
