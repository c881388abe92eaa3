package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/** Clients compare it with the name that they looked up. */
final class SrvNameForm extends NamesRule {
    SrvNameForm() {
        super(
                "san-srv-name-form",
                Severity.ERROR,
                "RFC 4985 §2",
                "A SRVName is an IA5String of the form _service.name.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            Optional<DerCursor> value = name.otherValue(ObjectIdentifiers.SRV_NAME);
            if (value.isPresent()) {
                String text = Asn1.text(value.get());
                int dot = text.indexOf('.');
                boolean good = value.get().tag() == Asn1.IA5_STRING
                        && dot > 1
                        && text.charAt(0) == '_'
                        && Characters.ldh(text, 1, dot)
                        && Characters.hostName(text.substring(dot + 1));
                if (!good) {
                    return wrong(Shown.quoted(text) + " is no SRVName");
                }
            }
        }
        return fine();
    }
}
