package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/** An empty list is not allowed. */
final class CrlIssuerAltNameForm extends CrlRule {
    CrlIssuerAltNameForm() {
        super(
                "crl-issuer-alt-name-form",
                Severity.ERROR,
                "RFC 5280 §5.2.2",
                "issuerAltName",
                "issuerAltName, when present, has a name, and no name is empty.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Optional<DerCursor> value =
                crl.extension(ObjectIdentifiers.ISSUER_ALT_NAME).map(JudgedExtension::value);
        if (value.isEmpty()) {
            return fine();
        }
        List<GeneralName> names = GeneralName.readAll(Asn1.sequence(value.get(), "issuerAltName"));
        return names.isEmpty() || names.stream().anyMatch(name -> name.element().contentLength() == 0)
                ? wrong("issuerAltName is empty or has an empty name")
                : fine();
    }
}
