package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/** Verifiers that decode it reject the whole certificate for a broken one. */
final class OtherNameForm extends NamesRule {
    OtherNameForm() {
        super(
                "san-other-name-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "An otherName is an identifier and one value.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            if (name.tag() == GeneralName.OTHER_NAME) {
                List<DerCursor> parts = name.element().children();
                if (parts.size() != 2
                        || parts.get(0).tag() != Asn1.OBJECT_IDENTIFIER
                        || parts.get(1).tag() != 0xa0) {
                    return wrong("an otherName is not an identifier with one value");
                }
                parts.get(1).wrapped();
            }
        }
        return fine();
    }
}
