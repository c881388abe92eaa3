package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** BER may cut a string into pieces; a parser that does not glue them sees another name. */
final class DerPrimitiveForm extends CertificateRule {
    DerPrimitiveForm() {
        super(
                "der-primitive-form",
                Severity.ERROR,
                "X.690 §10.2",
                "encoding",
                "Only SEQUENCE and SET are constructed; strings come in one piece.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (DerCursor element : certificate.elements()) {
            int tag = element.tag();
            boolean universal = (tag & 0xc0) == 0;
            boolean container = (tag & 0x1f) == 0x10 || (tag & 0x1f) == 0x11;
            if (universal && element.constructed() != container) {
                return wrong(String.format(
                        "the element with the tag 0x%02x at octet %d is of the wrong form", tag, element.offset()));
            }
        }
        return fine();
    }
}
